/**
 * The test that the guide shows, run where it lies. It wants a database, which `npm test` starts; a run without one
 * (of the pages alone) passes it over.
 */
const hasDatabase = process.env['PHOIHOP_TEST_OWNER_URL'] !== undefined;

if (hasDatabase) await import('../../examples/tree-planting/src/plugin.test.js');
else it('needs the database that npm test starts', () => undefined);

export {};

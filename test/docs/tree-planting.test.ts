/**
 * The tests that the guide shows, run where they lie. They want a database, which `npm test` starts; a run without one
 * (of the pages alone) passes them over.
 */
const hasDatabase = process.env['PHOIHOP_TEST_OWNER_URL'] !== undefined;

if (hasDatabase) {
  await import('../../examples/tree-planting/src/drives/drives.test.js');
  await import('../../examples/tree-planting/src/plugin.test.js');
} else it('needs the database that npm test starts', () => undefined);

export {};

import { unitRows } from './unit-rows.js';

const rows = { unit: 'unit_id', read: 'trees:read', explanation: 'Trees of the units one sees.' };

test('the rule carries the permissions it asks for, so that composition finds a mistyped one', () => {
  expect(unitRows(rows).permissions).toEqual(['trees:read']);
  expect(unitRows({ ...rows, write: 'trees:record' }).permissions).toEqual(['trees:read', 'trees:record']);
});

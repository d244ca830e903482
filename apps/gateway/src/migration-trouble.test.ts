import { DatabaseError } from '@phoihop/database';
import { explainMigrations } from './migration-trouble.js';

const changed = new DatabaseError(
  'MIGRATION_CHANGED',
  'The database does not fit this code:\n  - MIGRATION_CHANGED: "tree-planting/0001_drives" has been applied with another text.',
);

test('whoever edits a migration that is applied reads the command that takes it back', () => {
  expect(explainMigrations(changed, '/data')[0]).toContain(
    'npm run phoihop -- migrate revert tree-planting 0001_drives',
  );
});

test('a database of the demo may go altogether', () => {
  const last = 'If there is nothing but the demo in it, delete /data and start again.';
  expect(explainMigrations(changed, '/data').at(-1)).toBe(last);
  expect(explainMigrations(new DatabaseError('DATABASE_AHEAD', 'ahead'), '/data')).toEqual([last]);
});

test('neither is advised for a database of one’s own, nor for another trouble', () => {
  expect(explainMigrations(changed, undefined)).toEqual([]);
  expect(explainMigrations(new DatabaseError('TIMEOUT', 'late'), '/data')).toEqual([]);
  expect(explainMigrations(new Error('no'), '/data')).toEqual([]);
});

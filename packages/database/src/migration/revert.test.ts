import { openDatabase } from '../connection/open-database.js';
import { createTemporaryDatabase, type TemporaryDatabase } from '../connection/temporary-database.js';
import { applyRowSecurity } from '../row-security/apply-row-security.js';
import type { TableSecurity } from '../row-security/table-security.js';
import { migrate } from './migrate.js';
import type { MigrationSource } from './migration.js';
import { revert } from './revert.js';

let temporary: TemporaryDatabase;
let ownerUrl: string;

beforeEach(async () => {
  temporary = await createTemporaryDatabase();
  ({ ownerUrl } = temporary);
  await migrate({ ownerUrl, sources: [house, other] });
});

afterEach(() => temporary.drop());

const house: MigrationSource = {
  owner: 'house',
  requires: [],
  migrations: [
    { name: '0001_schema', up: 'create schema house', down: 'drop schema house' },
    { name: '0002_room', up: 'create table house.room (id int primary key)', down: 'drop table house.room' },
    { name: '0003_window', up: 'create table house.window (id int)', down: 'drop table house.window' },
  ],
};

const other: MigrationSource = {
  owner: 'other',
  requires: ['house'],
  migrations: [{ name: '0001_schema', up: 'create schema other', down: 'drop schema other cascade' }],
};

const tables = async () =>
  (
    await temporary.sql<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'house' order by 1`,
    )
  ).map(({ name }) => name);

const ledger = async () =>
  (
    await temporary.sql<{ name: string }>(
      `select name from phoihop.migration where owner = 'house' order by 1`,
    )
  ).map(({ name }) => name);

test('without a name undoes the newest only', async () => {
  expect(await revert({ ownerUrl, owner: 'house' })).toEqual({ undone: ['0003_window'], closed: [] });
  expect(await tables()).toEqual(['room']);
  expect(await ledger()).toEqual(['0001_schema', '0002_room']);
});

test('with a name undoes back to it, and what was undone can be applied again', async () => {
  expect((await revert({ ownerUrl, owner: 'house', name: '0002_room' })).undone).toEqual([
    '0003_window',
    '0002_room',
  ]);
  expect(await tables()).toEqual([]);
  const [report] = await migrate({ ownerUrl, sources: [house, other] });
  expect(report!.applied).toEqual(['0002_room', '0003_window']);
});

test('uses the SQL that was stored when it was applied, which no code is needed for', async () => {
  // Nothing of `house` is handed in: the database itself knows how.
  expect((await revert({ ownerUrl, owner: 'house', name: '0001_schema' })).undone).toHaveLength(3);
  expect(await temporary.sql(`select to_regnamespace('house') as house`)).toEqual([{ house: null }]);
  expect(await migrate({ ownerUrl, sources: [{ ...other, requires: [] }] })).toEqual([
    { owner: 'other', applied: [] },
  ]);
});

describe('of a function that row rules call', () => {
  const key: MigrationSource = {
    owner: 'key',
    requires: ['house'],
    migrations: [
      {
        name: '0001_key',
        up: `create function house.has_key(room int) returns boolean language sql as 'select room = 1'`,
        down: 'drop function house.has_key(int)',
      },
    ],
  };
  const table = (name: string, using: string): TableSecurity => ({
    schema: 'house',
    table: name,
    select: { using },
    insert: 'never',
    update: 'never',
    delete: 'never',
  });
  const readRooms = async () => {
    const database = await openDatabase({ ...temporary, entities: [] });
    try {
      return await database.transaction({ settings: {} }, (session) =>
        session.query('select id from house.room'),
      );
    } finally {
      await database.close();
    }
  };

  beforeEach(async () => {
    await migrate({ ownerUrl, sources: [house, other, key] });
    await temporary.sql('insert into house.room values (1), (2)');
    await applyRowSecurity({
      ownerUrl,
      tables: [table('room', 'house.has_key(id)'), table('window', 'id > 0')],
    });
  });

  test('closes their tables, which the next start opens again', async () => {
    expect(await readRooms()).toEqual([{ id: 1 }]);
    expect(await revert({ ownerUrl, owner: 'key' })).toEqual({
      undone: ['0001_key'],
      closed: ['house.room'],
    });
    await expect(readRooms()).rejects.toMatchObject({ code: 'ROW_SECURITY' });

    const before = [table('room', 'id = 2'), table('window', 'id > 0')];
    expect(await applyRowSecurity({ ownerUrl, tables: before })).toEqual({ changed: ['house.room'] });
    expect(await readRooms()).toEqual([{ id: 2 }]);
  });

  test('closes nothing where the reverting fails for another reason', async () => {
    await temporary.sql('create view other.keys as select house.has_key(1) as has');
    await expect(revert({ ownerUrl, owner: 'key' })).rejects.toMatchObject({ code: 'MIGRATION_FAILED' });
    expect(await readRooms()).toEqual([{ id: 1 }]);
  });
});

test('that fails undoes nothing', async () => {
  await temporary.sql('create table other.guest (room int references house.room)');
  await expect(revert({ ownerUrl, owner: 'house', name: '0001_schema' })).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    message: expect.stringContaining('"house/0002_room" could not be reverted'),
  });
  expect(await tables()).toEqual(['room', 'window']);
  expect(await ledger()).toHaveLength(3);
});

test.each([{ owner: 'house', name: '0009_none' }, { owner: 'nobody' }])(
  'of what was never applied is refused: %o',
  async (what) => {
    await expect(revert({ ownerUrl, ...what })).rejects.toMatchObject({ code: 'MIGRATION_UNKNOWN' });
    expect(await ledger()).toHaveLength(3);
  },
);

import type { Database, ReadOptions, StatementReport } from './database.js';
import { openDatabase } from './open-database.js';
import { createTemporaryDatabase, type TemporaryDatabase } from './temporary-database.js';

let temporary: TemporaryDatabase;
let database: Database;
let reported: StatementReport[] = [];

beforeAll(async () => {
  temporary = await createTemporaryDatabase();
  await temporary.sql(`
    create table public.note (id bigint generated always as identity primary key, town text not null);
    insert into public.note (town) select case when n % 2 = 0 then 'upper' else 'lower' end from generate_series(1, 10) n;
    alter table public.note enable row level security;
    create policy seen on public.note using (town = (select nullif(current_setting('phoihop.town', true), '')));
    grant select, insert on public.note to phoihop_serving`);
  database = await openDatabase({
    ...temporary,
    poolSize: 2,
    entities: [],
    onStatement: (one) => reported.push(one),
  });
});

afterAll(async () => {
  await database?.close();
  await temporary?.drop();
});

/** What PostgreSQL is told from now on; the end of a transaction is not waited for. */
async function listen(): Promise<void> {
  await database.ping();
  await database.ping();
  reported = [];
}

const count = 'select count(*)::int as n, min(town) as town from public.note';

test('with settings: row security decides by them, and they end with the statement', async () => {
  expect(await database.read({ settings: { town: 'upper' } }, count)).toEqual([{ n: 5, town: 'upper' }]);
  expect(await database.read({ settings: { town: 'lower' } }, count)).toEqual([{ n: 5, town: 'lower' }]);
  expect(await database.read({}, count)).toEqual([{ n: 0, town: null }]);
});

test('settings are texts, whatever is in them', async () => {
  const town = `a'b"c\\d, Hà Nội'; drop table public.note; --`;
  const seen = await database.read({ settings: { town } }, `select current_setting('phoihop.town') as town`);
  expect(seen).toEqual([{ town }]);
});

test('a statement is planned for its values where that is asked for, and only then', async () => {
  const mode = `select current_setting('plan_cache_mode') as mode`;
  const settings = { town: 'upper' };
  const read = async (options: ReadOptions) =>
    (await database.read<{ mode: string }>(options, mode))[0]!.mode;
  expect(await read({ settings, planned: 'for its values' })).toBe('force_custom_plan');
  expect(await read({ settings })).toBe('auto');
  expect(await read({})).toBe('auto');
});

test('without settings it is one message to PostgreSQL, with settings three', async () => {
  await listen();
  await database.read({}, count);
  expect(reported.map(({ sql }) => sql)).toEqual([count]);
  await listen();
  await database.read({ settings: { town: 'upper' } }, count);
  await database.ping();
  expect(reported.slice(0, 2).map(({ sql }) => sql.slice(0, 15))).toEqual([
    'begin read only',
    'select count(*)',
  ]);
});

test('statements are not compiled to machine code first', async () => {
  expect(await database.read({}, 'show jit')).toEqual([{ jit: 'off' }]);
});

test('nothing can be written', async () => {
  const insert = `insert into public.note (town) values ('upper') returning id`;
  await expect(database.read({ settings: { town: 'upper' } }, insert)).rejects.toMatchObject({
    code: 'READ_ONLY',
  });
});

test('a statement that fails says why, and the connection serves the next', async () => {
  for (let round = 0; round < 4; round += 1) {
    await expect(database.read({ settings: {} }, 'select 1 / 0')).rejects.toMatchObject({
      code: 'INVALID_VALUE',
    });
    await expect(database.read({}, 'select 1 / 0')).rejects.toMatchObject({ code: 'INVALID_VALUE' });
  }
  expect(await database.read({}, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a named statement is prepared once a connection and answers each time anew', async () => {
  const named = { name: 'read_test', settings: { town: 'upper' } };
  const ask = (id: number) =>
    database.read<{ id: number }>(named, 'select id from public.note where id = $1', [id]);
  for (let round = 0; round < 12; round += 1) expect(await ask(2)).toEqual([{ id: 2 }]);
  expect(await ask(3)).toEqual([]);
});

test('a signal stops the statement on the server', async () => {
  const giveUp = new AbortController();
  const asked = database.read(
    { settings: { town: 'upper' }, signal: giveUp.signal },
    'select pg_sleep(30), $1::text',
    ['marked read'],
  );
  setTimeout(() => giveUp.abort(), 50);
  await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' });
  const running = () =>
    temporary.sql(
      `select from pg_stat_activity where query like 'select pg_sleep(30)%' and state = 'active'`,
    );
  for (let round = 0; round < 50 && (await running()).length > 0; round += 1)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await running()).toEqual([]);
});

test('a connection that the server has closed is replaced, once', async () => {
  await database.read({}, 'select 1');
  await temporary.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'phoihop serving' and datname = current_database()`,
  );
  expect(await database.read({ settings: { town: 'upper' } }, count)).toEqual([{ n: 5, town: 'upper' }]);
});

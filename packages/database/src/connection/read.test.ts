import type { Database, StatementReport } from './database.js';
import { FrequentQuestions, type FrequentQuestionsOptions } from './frequent-questions.js';
import { openDatabase } from './open-database.js';
import { createPool } from './pool.js';
import { readOnce } from './read.js';
import { readTarget } from './target.js';
import { StatementNames } from './statement-names.js';
import { createTemporaryDatabase, type TemporaryDatabase } from './temporary-database.js';
import type { Lane } from './transaction.js';

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

/** What PostgreSQL was told, by the beginnings of the texts. */
const told = () => reported.map(({ sql }) => sql.slice(0, 15));

describe('a connection keeps its settings', () => {
  beforeEach(async () => {
    // A pool hands out the connection that came back last, so reads one after the other share one.
    await database.transaction({}, async () => {});
    reported = [];
  });

  test('reads of one caller set them once; another caller, or nobody, never has them', async () => {
    const upper = { settings: { town: 'upper', note: 'only of this caller' } };
    await database.read(upper, count);
    await database.read(upper, count);
    expect(told()).toEqual(['reset all; sele', 'select count(*)', 'select count(*)']);
    reported = [];
    const other = `select current_setting('phoihop.town', true) as town, current_setting('phoihop.note', true) as note`;
    expect(await database.read({ settings: { town: 'lower' } }, other)).toEqual([
      { town: 'lower', note: '' },
    ]);
    expect(told()).toEqual(['reset all; sele', 'select current_']);
    expect(await database.read({}, other)).toEqual([{ town: '', note: '' }]);
    expect(await database.read({}, count)).toEqual([{ n: 0, town: null }]);
  });

  test('a transaction begins without them, and may write', async () => {
    await database.read({ settings: { town: 'upper' } }, count);
    await database.transaction({ settings: { note: 'x' } }, async (session) => {
      const [left] = await session.query(
        `select current_setting('phoihop.town', true) as town, current_setting('transaction_read_only') as read_only`,
      );
      expect(left).toEqual({ town: '', read_only: 'off' });
    });
    expect(await database.read({ settings: { town: 'upper' } }, count)).toEqual([{ n: 5, town: 'upper' }]);
  });

  test('a unit of work outside of a transaction has none of them', async () => {
    await database.read({ settings: { town: 'upper' } }, count);
    expect(await database.orm.em.fork().execute(count)).toEqual([{ n: 0, town: null }]);
  });

  test('a read that fails leaves them as they were', async () => {
    const upper = { settings: { town: 'upper' } };
    await expect(database.read(upper, 'select 1 / 0')).rejects.toMatchObject({ code: 'INVALID_VALUE' });
    expect(await database.read(upper, count)).toEqual([{ n: 5, town: 'upper' }]);
    expect(await database.read({}, count)).toEqual([{ n: 0, town: null }]);
  });
});

test('behind a pooler they are set in a transaction of their own: the session is somebody else’s next', async () => {
  const pool = createPool(readTarget(temporary.servingUrl), 'phoihop test', {
    size: 1,
    statementTimeoutMs: 5000,
    idleInTransactionTimeoutMs: 5000,
  });
  // A pooler makes up the number it gives to its client.
  pool.on('connect', (client) => Object.assign(client, { processID: -1 }));
  const said: string[] = [];
  const lane: Lane = {
    role: 'serving',
    target: readTarget(temporary.servingUrl),
    pool,
    orm: database.orm,
    names: new StatementNames(),
    readNames: new StatementNames('read'),
    frequent: new FrequentQuestions(),
    onStatement: ({ sql }) => said.push(sql),
  };
  for (let round = 0; round < 2; round += 1)
    expect(await readOnce(lane, { settings: { town: 'upper' } }, { sql: count, parameters: [] })).toEqual([
      { n: 5, town: 'upper' },
    ]);
  const left = `select current_setting('phoihop.town', true) as town`;
  expect(await readOnce(lane, {}, { sql: left, parameters: [] })).toEqual([{ town: '' }]);
  expect(said.filter((sql) => sql.startsWith('begin read only; select'))).toHaveLength(2);
  expect(said.some((sql) => sql.startsWith('reset all; select'))).toBe(false);
  await pool.end();
});

describe('a statement that is planned for its values', () => {
  const planned = { settings: { town: 'upper' }, planned: 'for its values' } as const;
  const sql = 'select $1::text as text, $2::text[] as texts, $3::int as number, $4::bool as truth';
  const prepared = `select statement from pg_prepared_statements where name like 'asked%' order by prepare_time`;

  async function withLane(
    options: FrequentQuestionsOptions,
    work: (lane: Lane) => Promise<void>,
  ): Promise<void> {
    const target = readTarget(temporary.servingUrl);
    const limits = { statementTimeoutMs: 5000, idleInTransactionTimeoutMs: 5000 };
    const pool = createPool(target, 'phoihop test', { size: 1, ...limits });
    const names = { names: new StatementNames(), readNames: new StatementNames('read') };
    const frequent = new FrequentQuestions(options);
    try {
      await work({
        role: 'serving',
        target,
        pool,
        orm: database.orm,
        ...names,
        frequent,
        onStatement: undefined,
      });
    } finally {
      await pool.end();
    }
  }
  const ask = (lane: Lane, ...parameters: unknown[]) => readOnce(lane, planned, { sql, parameters });
  const kept = async (lane: Lane): Promise<string[]> =>
    (await readOnce<{ statement: string }>(lane, {}, { sql: prepared, parameters: [] })).map(
      ({ statement }) => statement,
    );

  test('is kept with the values it is often asked for, and answers the same', () =>
    withLane({ usesBeforeName: 2 }, async (lane) => {
      const nasty = [`o'clock \\ "$1" {a,b}`, ['', `'`, 'a,b', '\\', null, 'NULL'], -3, null];
      const [first, ...others] = await Promise.all([1, 2, 3].map(() => ask(lane, ...nasty)));
      expect(first).toEqual([{ text: nasty[0], texts: nasty[1], number: -3, truth: null }]);
      for (const other of others) expect(other).toEqual(first);
      expect(await ask(lane, 'else', [], 7, true)).toEqual([
        { text: 'else', texts: [], number: 7, truth: true },
      ]);
      const [statement, ...more] = await kept(lane);
      expect(statement).toContain(`'-3'::int`);
      expect(statement).not.toMatch(/\$[2-4]/);
      expect(more).toEqual([]);
    }));

  test('answers what it answers with parameters, whatever values it is kept with', () =>
    withLane({ usesBeforeName: 1 }, async (lane) => {
      const asked = async (text: string, value: unknown) =>
        (await readOnce<{ a: unknown }>(lane, planned, { sql: text, parameters: [value] })).map(({ a }) => a);
      const float = 'select $1::float8 as a';
      for (const value of [NaN, null, Infinity, -Infinity])
        expect(await asked(float, value)).toEqual([value]);
      expect(await asked('select $1::bigint as a', 9007199254740993n)).toEqual(['9007199254740993']);
      expect(await asked('select 1 as a where 3 = any ($1)', [1, null, 3])).toEqual([1]);
      const nested = [
        ['a,b', '"'],
        ['\\', `'`],
      ];
      expect(await asked('select $1::text[] as a', nested)).toEqual([nested]);
      expect(await kept(lane)).toHaveLength(7);
    }));

  test('is kept for all callers, and gives each the rows of their own', () =>
    withLane({ usesBeforeName: 1 }, async (lane) => {
      const towns = (settings: Record<string, string>) => {
        const asked = { sql: 'select distinct town from public.note where id < $1::int', parameters: [9] };
        return readOnce(lane, { settings, planned: 'for its values' }, asked);
      };
      for (let round = 0; round < 2; round += 1) {
        for (const town of ['upper', 'lower']) expect(await towns({ town })).toEqual([{ town }]);
        expect(await towns({ town: 'elsewhere' })).toEqual([]);
        expect(await towns({})).toEqual([]);
      }
      expect(await kept(lane)).toHaveLength(1);
    }));

  test('is sent with parameters where its values cannot be written down', () =>
    withLane({ usesBeforeName: 1 }, async (lane) => {
      for (let round = 0; round < 2; round += 1)
        await expect(ask(lane, 'a\0b', [], 1, true)).rejects.toMatchObject({ code: 'INVALID_VALUE' });
      expect(await ask(lane, new Date('2021-10-15T00:00:00Z'), [], 1, true)).toHaveLength(1);
      expect(await kept(lane)).toEqual([]);
    }));

  test('is kept for a few questions at a time, found out anew now and then, and a full connection is replaced', () =>
    withLane({ usesBeforeName: 1, mostNames: 1, generation: 2 }, async (lane) => {
      const server = async () =>
        (
          await readOnce<{ pid: number }>(lane, {}, { sql: 'select pg_backend_pid() as pid', parameters: [] })
        )[0]!.pid;
      const first = await server();
      for (const text of ['a', 'b', 'c', 'd']) await ask(lane, text, [], 1, true);
      expect((await kept(lane)).map((statement) => /'[a-d]'/.exec(statement)![0])).toEqual([`'a'`, `'c'`]);
      expect(await server()).toBe(first);
      await ask(lane, 'e', [], 1, true);
      expect(await server()).not.toBe(first);
      expect(await kept(lane)).toEqual([]);
      expect(await ask(lane, 'e', [], 1, true)).toMatchObject([{ text: 'e' }]);
    }));
});

test('statements are not compiled to machine code first', async () => {
  expect(await database.read({}, 'show jit')).toEqual([{ jit: 'off' }]);
});

test('a day is year, month, day: no other order is guessed', async () => {
  expect(await database.read({}, `select '2013-09-05'::date::text as day`)).toEqual([{ day: '2013-09-05' }]);
  await expect(database.read({}, `select '05/09/2013'::date`)).rejects.toMatchObject({
    code: 'INVALID_VALUE',
  });
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

test('a statement that is asked again is prepared once a connection and answers each time anew', async () => {
  const upper = { settings: { town: 'upper' } };
  const ask = (id: number) =>
    database.read<{ id: number }>(upper, 'select id from public.note where id = $1', [id]);
  for (let round = 0; round < 12; round += 1) expect(await ask(2)).toEqual([{ id: 2 }]);
  expect(await ask(3)).toEqual([]);
});

test('a statement that sessions send again is planned once a connection, and sees the settings of each', async () => {
  const seen = async (town: string): Promise<unknown> =>
    database.transaction({ settings: { town } }, (session) =>
      session.query('select count(*)::int as n, min(town) as town from public.note where id > $1', [0]),
    );
  for (let round = 0; round < 8; round += 1) {
    expect(await seen('upper')).toEqual([{ n: 5, town: 'upper' }]);
    expect(await seen('lower')).toEqual([{ n: 5, town: 'lower' }]);
  }
  const prepared = await database.read<{ n: number }>(
    {},
    `select count(*)::int as n from pg_prepared_statements where name like 'session%' and generic_plans > 0`,
  );
  expect(prepared[0]!.n).toBeGreaterThan(0);
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

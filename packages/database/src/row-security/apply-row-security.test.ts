import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../connection/database.js';
import { openDatabase } from '../connection/open-database.js';
import { readTarget, withConnection } from '../connection/target.js';
import { createTemporaryDatabase, type TemporaryDatabase } from '../connection/temporary-database.js';
import { applyRowSecurity } from './apply-row-security.js';
import type { TableSecurity } from './table-security.js';

let temporary: TemporaryDatabase;
let ownerUrl: string;
let database: Database;

const own = { using: `unit = (select nullif(current_setting('phoihop.unit', true), '')::int)` };

const report: TableSecurity = {
  schema: 'house',
  table: 'report',
  select: own,
  insert: own,
  update: own,
  delete: own,
};
const kind: TableSecurity = {
  schema: 'house',
  table: 'kind',
  select: 'always',
  insert: 'never',
  update: 'never',
  delete: 'never',
};
const secret: TableSecurity = {
  schema: 'house',
  table: 'secret',
  select: 'never',
  insert: 'never',
  update: 'never',
  delete: 'never',
};
const all = [report, kind, secret];

beforeEach(async () => {
  temporary = await createTemporaryDatabase();
  ({ ownerUrl } = temporary);
  await temporary.sql(`
    create schema house;
    create table house.report (id bigint generated always as identity primary key, unit int not null, text text not null, note text);
    create table house.kind (id serial primary key, name text not null);
    create table house.secret (id int);
    create function house.double(n int) returns int language sql as 'select 2 * n';
    insert into house.report (unit, text) values (1, 'of 1'), (1, 'of 1 too'), (2, 'of 2');
    insert into house.kind (name) values ('a');
    insert into house.secret values (1)`);
  database = await openDatabase({ ...temporary, entities: [] });
});

afterEach(async () => {
  await database.close();
  await temporary.drop();
});

const apply = (tables = all) => applyRowSecurity({ ownerUrl, tables });

const as = <T>(unit: number | undefined, sql: string, parameters: unknown[] = []) =>
  database.transaction({ settings: unit === undefined ? {} : { unit: String(unit) } }, (session) =>
    session.query<T>(sql, parameters),
  );

const texts = async () =>
  (await temporary.sql<{ text: string }>('select text from house.report order by id')).map(
    ({ text }) => text,
  );

const refused = { code: 'ROW_SECURITY' };

describe('stops raw SQL', () => {
  beforeEach(() => apply());

  test('that reads: only the own rows are there, to count and to join too', async () => {
    expect(await as(1, 'select text from house.report order by id')).toEqual([
      { text: 'of 1' },
      { text: 'of 1 too' },
    ]);
    expect(await as(2, 'select count(*) as n from house.report')).toEqual([{ n: 1 }]);
    expect(await as(1, `select k.name from house.kind k join house.report r on r.text = 'of 2'`)).toEqual([]);
  });

  test('of a transaction without settings: there is nothing', async () => {
    expect(await as(undefined, 'select * from house.report')).toEqual([]);
  });

  test('that changes or deletes another’s row: it touches none, without an error', async () => {
    expect(await as(1, `update house.report set text = 'changed' where text = 'of 2' returning id`)).toEqual(
      [],
    );
    expect(await as(1, `delete from house.report where text = 'of 2' returning id`)).toEqual([]);
    expect(await texts()).toContain('of 2');
  });

  test('that changes or deletes without a condition: it touches the own rows only', async () => {
    await as(1, `update house.report set text = 'changed'`);
    expect((await texts()).sort()).toEqual(['changed', 'changed', 'of 2']);
    await as(2, 'delete from house.report');
    expect(await texts()).toEqual(['changed', 'changed']);
  });

  test('that gives an own row to another: it raises', async () => {
    await expect(as(1, 'update house.report set unit = 2')).rejects.toMatchObject({
      ...refused,
      sqlState: '42501',
    });
  });

  test('that inserts for another: it raises', async () => {
    await expect(as(1, `insert into house.report (unit, text) values (2, 'foreign')`)).rejects.toMatchObject(
      refused,
    );
    expect(await as(1, `insert into house.report (unit, text) values (1, 'own') returning unit`)).toEqual([
      { unit: 1 },
    ]);
  });

  test('that does what is never allowed', async () => {
    for (const sql of [
      'select * from house.secret',
      `insert into house.kind (name) values ('b')`,
      `update house.kind set name = 'b'`,
      'delete from house.kind',
      'truncate house.report',
      'create table house.mine (id int)',
      'drop policy phoihop_select on house.report',
      'alter table house.report disable row level security',
      'select * from phoihop.row_security',
      'set role ' + readTarget(ownerUrl).user,
    ]) {
      await expect(as(1, sql)).rejects.toMatchObject(refused);
    }
  });

  test('but not the owner, whom asSystem is', async () => {
    expect(
      await database.asSystem('test', (session) => session.query('select count(*) as n from house.report')),
    ).toEqual([{ n: 3 }]);
  });

  test('and functions and sequences work', async () => {
    expect(await as(1, 'select house.double(2) as n')).toEqual([{ n: 4 }]);
    await apply([report, { ...kind, insert: 'always' }, secret]);
    expect(await as(1, `insert into house.kind (name) values ('b') returning id`)).toEqual([{ id: 2 }]);
  });
});

test('an update may be granted for some columns only', async () => {
  await apply([{ ...report, update: { ...own, columns: ['note'] } }, kind, secret]);
  await as(1, `update house.report set note = 'x'`);
  await expect(as(1, `update house.report set text = 'x'`)).rejects.toMatchObject(refused);
  await expect(as(1, 'update house.report set unit = 1')).rejects.toMatchObject(refused);
  expect(await temporary.sql('select unit, note from house.report order by id')).toEqual([
    { unit: 1, note: 'x' },
    { unit: 1, note: 'x' },
    { unit: 2, note: null },
  ]);
});

test('rights given to everybody are taken back', async () => {
  await temporary.sql(`grant all on house.report, house.secret to public; grant update (name) on house.kind to public;
    grant all on schema house to public; grant all on all sequences in schema house to public`);
  await apply();
  const left = await temporary.sql(`
    select c.relname as name from pg_class c cross join lateral aclexplode(c.relacl) a where relnamespace = 'house'::regnamespace and a.grantee = 0
    union all select attname from pg_attribute cross join lateral aclexplode(attacl) a where attrelid = 'house.kind'::regclass and a.grantee = 0
    union all select nspname from pg_namespace cross join lateral aclexplode(nspacl) a where nspname = 'house' and a.grantee = 0
    union all select proname from pg_proc cross join lateral aclexplode(proacl) a where pronamespace = 'house'::regnamespace and a.grantee = 0`);
  expect(left).toEqual([]);
});

describe('applied again', () => {
  /** Changes whenever a policy is made anew, also with the same text. */
  const policies = () => temporary.sql('select oid, polname, polrelid from pg_policy order by oid');

  test('without a change does nothing', async () => {
    expect(await apply()).toEqual({ changed: ['house.kind', 'house.report', 'house.secret'] });
    const before = await policies();
    expect(await apply()).toEqual({ changed: [] });
    expect(await policies()).toEqual(before);
  });

  test('without a change takes no lock and writes nothing: tables in use are no obstacle', async () => {
    await apply();
    await withConnection(readTarget(ownerUrl), 'phoihop test', async (client) => {
      await client.query(
        'begin; lock table house.report in access exclusive mode; lock table phoihop.row_security in exclusive mode',
      );
      const start = performance.now();
      expect(await apply()).toEqual({ changed: [] });
      expect(performance.now() - start).toBeLessThan(3000);
    });
  });

  test('with a change touches that table only', async () => {
    await apply();
    expect(await apply([report, kind, { ...secret, select: 'always' }])).toEqual({
      changed: ['house.secret'],
    });
    expect(await as(1, 'select id from house.secret')).toEqual([{ id: 1 }]);
    expect(await apply()).toEqual({ changed: ['house.secret'] });
    await expect(as(1, 'select id from house.secret')).rejects.toMatchObject(refused);
  });

  test('drops policies that are not declared any more, also those made by hand', async () => {
    await apply();
    await temporary.sql('create policy open_door on house.report using (true)');
    expect(await as(1, 'select count(*) as n from house.report')).toEqual([{ n: 3 }]);
    expect(await apply([{ ...report, delete: 'never' }, kind, secret])).toEqual({
      changed: ['house.report'],
    });
    expect(await as(1, 'select count(*) as n from house.report')).toEqual([{ n: 2 }]);
    const left = await temporary.sql<{ name: string }>(
      `select polname::text as name from pg_policy where polrelid = 'house.report'::regclass order by 1`,
    );
    expect(left.map(({ name }) => name)).toEqual(['phoihop_insert', 'phoihop_select', 'phoihop_update']);
  });

  test.each([
    ['a policy dropped', 'drop policy phoihop_select on house.report'],
    ['row security disabled', 'alter table house.report disable row level security'],
    ['a right granted', 'grant truncate on house.report to phoihop_serving'],
    ['a column’s right granted', 'grant references (note) on house.report to phoihop_serving'],
    [
      'the table made anew',
      'drop table house.report; create table house.report (id int, unit int, text text)',
    ],
  ])('after %s by hand mends it', async (_, sql) => {
    await apply();
    await temporary.sql(sql);
    expect(await apply()).toEqual({ changed: ['house.report'] });
    const [state] =
      await temporary.sql(`select relrowsecurity as on, has_table_privilege('phoihop_serving', oid, 'truncate') as truncate,
      has_any_column_privilege('phoihop_serving', oid, 'references') as refer, (select count(*) from pg_policy where polrelid = c.oid) as policies
      from pg_class c where oid = 'house.report'::regclass`);
    expect(state).toEqual({ on: true, truncate: false, refer: false, policies: 4 });
    expect(await apply()).toEqual({ changed: [] });
  });

  test('a new function can be called, by the serving role only', async () => {
    await apply();
    await temporary.sql(`create function house.triple(n int) returns int language sql as 'select 3 * n'`);
    expect(await apply()).toEqual({ changed: [] });
    expect(await as(1, 'select house.triple(2) as n')).toEqual([{ n: 6 }]);
    const [row] = await temporary.sql(
      `select exists (select from pg_proc, aclexplode(proacl) a where proname = 'triple' and a.grantee = 0) as public`,
    );
    expect(row).toEqual({ public: false });
  });
});

test('a schema of which nothing is declared any more is closed; its data stay', async () => {
  await temporary.sql(
    'create schema other; create table other.thing (id int); insert into other.thing values (1)',
  );
  const thing: TableSecurity = { ...kind, schema: 'other', table: 'thing' };
  await apply([...all, thing]);
  expect(await as(1, 'select id from other.thing')).toEqual([{ id: 1 }]);
  await apply(all);
  await expect(as(1, 'select id from other.thing')).rejects.toMatchObject(refused);
  expect(await temporary.sql('select id from other.thing')).toEqual([{ id: 1 }]);
  expect(
    await temporary.sql(`select has_schema_privilege('phoihop_serving', 'other', 'usage') as enters`),
  ).toEqual([{ enters: false }]);
  expect(await apply(all)).toEqual({ changed: [] });
  await apply([...all, thing]);
  expect(await as(1, 'select id from other.thing')).toEqual([{ id: 1 }]);
});

describe('refuses, and changes nothing,', () => {
  afterEach(async () => {
    expect(await temporary.sql('select 1 from pg_policy')).toEqual([]);
  });

  test('a table without row rules, naming all of them', async () => {
    await expect(apply([report])).rejects.toMatchObject({
      code: 'TABLE_WITHOUT_ROW_RULE',
      message: expect.stringContaining('house.kind, house.secret'),
    });
  });

  test('row rules without a table', async () => {
    await expect(apply([...all, { ...kind, table: 'kinds' }])).rejects.toMatchObject({
      code: 'ROW_RULE_WITHOUT_TABLE',
      message: expect.stringContaining('house.kinds'),
    });
  });

  test('a rule that PostgreSQL does not understand, showing it', async () => {
    await expect(apply([{ ...report, select: { using: 'units = 1' } }, kind, secret])).rejects.toMatchObject({
      code: 'ROW_RULE_INVALID',
      message: expect.stringMatching(
        /"units" does not exist[\s\S]*create policy phoihop_select on "house"."report"/,
      ),
    });
  });

  test.each([
    ['an empty rule', { ...report, select: { using: ' ' } }, 'is empty'],
    [
      'columns of a select',
      { ...report, select: { ...own, columns: ['note'] } } as TableSecurity,
      'only an update may',
    ],
    ['no columns', { ...report, update: { ...own, columns: [] } }, 'at least one'],
  ])('%s', async (_, wrong, message) => {
    await expect(apply([wrong, kind, secret])).rejects.toMatchObject({
      code: 'ROW_RULE_INVALID',
      message: expect.stringContaining(message),
    });
  });

  test('two declarations of one table', async () => {
    await expect(apply([...all, kind])).rejects.toMatchObject({ code: 'ROW_RULE_INVALID' });
  });

  test('a view that reads with its owner’s rights', async () => {
    await temporary.sql('create view house.digest as select * from house.report');
    const digest = { ...kind, table: 'digest' };
    await expect(apply([...all, digest])).rejects.toMatchObject({
      code: 'ROW_RULE_INVALID',
      message: expect.stringContaining('security_invoker'),
    });
  });
});

test('a predicate may end in a comment', async () => {
  await apply([{ ...report, select: { using: 'unit = 1 -- for now' } }, kind, secret]);
  expect(await as(2, 'select count(*) as n from house.report')).toEqual([{ n: 2 }]);
});

test('a view that reads with the rights of who asks is bound by the rules of its tables', async () => {
  await temporary.sql(
    'create view house.digest with (security_invoker = true) as select text from house.report',
  );
  await apply();
  await expect(as(1, 'select * from house.digest')).rejects.toMatchObject(refused); // nothing is declared, nothing granted
  await apply([...all, { ...kind, table: 'digest' }]);
  expect(await as(2, 'select * from house.digest')).toEqual([{ text: 'of 2' }]);
});

test('a partition needs no rules of its own, and cannot be read past its parent', async () => {
  await temporary.sql(`create table house.value (unit int, year int) partition by list (year);
    create table house.value_2021 partition of house.value for values in (2021);
    grant select on house.value_2021 to public; insert into house.value values (1, 2021), (2, 2021)`);
  await apply([...all, { ...report, table: 'value' }]);
  expect(await as(1, 'select unit from house.value')).toEqual([{ unit: 1 }]);
  await expect(as(1, 'select unit from house.value_2021')).rejects.toMatchObject(refused);
});

test('several at once agree', async () => {
  const reports = await Promise.all([1, 2, 3, 4].map(() => apply()));
  expect(reports.map(({ changed }) => changed.length).sort()).toEqual([0, 0, 0, 3]);
  expect(await as(2, 'select text from house.report')).toEqual([{ text: 'of 2' }]);
});

test('a table in use is waited for, then tried again', async () => {
  const { promise: finish, resolve: release } = Promise.withResolvers<void>();
  const reader = withConnection(readTarget(ownerUrl), 'phoihop test', async (client) => {
    await client.query('begin; select * from house.report');
    await finish;
  });
  await sleep(100);
  setTimeout(release, 5300);
  expect((await apply()).changed).toContain('house.report');
  await reader;
});

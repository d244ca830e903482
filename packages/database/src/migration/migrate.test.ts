import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { advisoryLock } from '../connection/advisory-lock.js';
import { readTarget, withConnection } from '../connection/target.js';
import { createTemporaryDatabase, type TemporaryDatabase } from '../connection/temporary-database.js';
import { migrate, planMigrations } from './migrate.js';
import type { Migration, MigrationProgress, MigrationSource } from './migration.js';

let temporary: TemporaryDatabase;
let ownerUrl: string;

beforeEach(async () => {
  temporary = await createTemporaryDatabase();
  ({ ownerUrl } = temporary);
});

afterEach(() => temporary.drop());

const step = (name: string, up: string, down = ''): Migration => ({ name, up, down });

const core: MigrationSource = {
  owner: 'core',
  requires: [],
  migrations: [
    step(
      '0001_schema',
      'create schema core; create table core.unit (id int primary key)',
      'drop schema core cascade',
    ),
    step('0002_names', 'alter table core.unit add name text', 'alter table core.unit drop name'),
  ],
};

const plugin: MigrationSource = {
  owner: 'social-insurance',
  requires: ['core'],
  migrations: [
    step(
      '0001_schema',
      'create schema social_insurance; create table social_insurance.coverage (unit int references core.unit)',
    ),
  ],
};

const ledger = async () =>
  (
    await temporary.sql<{ key: string }>(
      `select owner || '/' || name as key from phoihop.migration order by applied_at`,
    )
  ).map(({ key }) => key);

test('applies what is missing, in the order required, and then nothing', async () => {
  const first = await migrate({ ownerUrl, sources: [plugin, core] });
  expect(first).toEqual([
    { owner: 'core', applied: ['0001_schema', '0002_names'] },
    { owner: 'social-insurance', applied: ['0001_schema'] },
  ]);
  expect(await migrate({ ownerUrl, sources: [plugin, core] })).toEqual([
    { owner: 'core', applied: [] },
    { owner: 'social-insurance', applied: [] },
  ]);
  expect(await ledger()).toEqual(['core/0001_schema', 'core/0002_names', 'social-insurance/0001_schema']);
});

test('remembers checksum, down SQL, time and duration', async () => {
  await migrate({ ownerUrl, sources: [core] });
  const [row] = await temporary.sql<Record<string, unknown>>(
    `select * from phoihop.migration where name = '0001_schema'`,
  );
  expect(row).toMatchObject({
    down: 'drop schema core cascade',
    checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(row!.applied_at).toBeInstanceOf(Date);
  expect(row!.duration_ms).toBeGreaterThanOrEqual(0);
});

test('the extensions the house needs are there before the first migration', async () => {
  const needs = step(
    '0001_tree',
    'create schema core; create table core.path (path ltree, name text default unaccent($$ấ$$))',
  );
  const [report] = await migrate({
    ownerUrl,
    sources: [{ owner: 'core', requires: [], migrations: [needs] }],
  });
  expect(report!.applied).toEqual(['0001_tree']);
  const installed = await temporary.sql(
    `select extname from pg_extension join pg_namespace n on n.oid = extnamespace where nspname = 'public' order by 1`,
  );
  expect(installed.map(({ extname }) => extname)).toEqual([
    'btree_gist',
    'ltree',
    'pg_trgm',
    'pgcrypto',
    'unaccent',
  ]);
});

test('four at once: each migration is applied once and all four succeed', async () => {
  const slow: MigrationSource = {
    ...core,
    migrations: core.migrations.map(({ name, up, down }) => step(name, `select pg_sleep(0.2); ${up}`, down)),
  };
  const progress: MigrationProgress[] = [];
  const runs = await Promise.all(
    [1, 2, 3, 4].map(() =>
      migrate({ ownerUrl, sources: [slow, plugin], onProgress: (one) => progress.push(one) }),
    ),
  );
  const all = runs.flatMap((reports) =>
    reports.flatMap(({ owner, applied }) => applied.map((name) => `${owner}/${name}`)),
  );
  expect(all.sort()).toEqual(['core/0001_schema', 'core/0002_names', 'social-insurance/0001_schema']);
  expect(runs.flat().every(({ failed }) => !failed)).toBe(true);
  expect(progress.filter(({ state }) => state === 'waiting').length).toBe(3);
});

test('a failing migration is undone, stops its source and those that require it, and no other', async () => {
  const bad: MigrationSource = {
    owner: 'bad',
    requires: ['core'],
    migrations: [
      step('0001_good', 'create schema bad'),
      step('0002_wrong', 'create table bad.half (id int);\n\nselect no_such_column from bad.half'),
      step('0003_never', 'create table bad.never (id int)'),
    ],
  };
  const needsBad: MigrationSource = {
    owner: 'needs-bad',
    requires: ['bad'],
    migrations: [step('0001_x', 'create schema needs_bad')],
  };
  const needsThat: MigrationSource = {
    owner: 'needs-that',
    requires: ['needs-bad'],
    migrations: [step('0001_x', 'select 1')],
  };
  const reports = await migrate({ ownerUrl, sources: [core, bad, needsBad, needsThat, plugin] });
  expect(reports).toEqual([
    { owner: 'core', applied: ['0001_schema', '0002_names'] },
    {
      owner: 'bad',
      applied: ['0001_good'],
      failed: {
        name: '0002_wrong',
        error: expect.objectContaining({ code: 'MIGRATION_FAILED', sqlState: '42703' }),
      },
    },
    {
      owner: 'needs-bad',
      applied: [],
      skippedBecause: 'It requires "bad", whose migration 0002_wrong failed.',
    },
    {
      owner: 'needs-that',
      applied: [],
      skippedBecause: expect.stringContaining('It requires "needs-bad", which was skipped.'),
    },
    { owner: 'social-insurance', applied: ['0001_schema'] },
  ]);
  expect(reports[1]!.failed!.error.message).toMatch(
    /"bad\/0002_wrong" was rolled back: .*no_such_column.*line 3/s,
  );
  expect(
    await temporary.sql(`select to_regclass('bad.half') as half, to_regnamespace('needs_bad') as other`),
  ).toEqual([{ half: null, other: null }]);
  expect(await ledger()).not.toContain('bad/0002_wrong');

  const mended = {
    ...bad,
    migrations: [
      bad.migrations[0]!,
      step('0002_wrong', 'create table bad.half (id int)'),
      bad.migrations[2]!,
    ],
  };
  const again = await migrate({ ownerUrl, sources: [core, mended, needsBad, needsThat, plugin] });
  expect(again.map(({ applied }) => applied.length)).toEqual([0, 2, 1, 1, 0]);
});

test('a migration that ends its own transaction is reported and not remembered', async () => {
  const source: MigrationSource = {
    owner: 'core',
    requires: [],
    migrations: [step('0001_x', 'create schema core; commit; create table core.x (id int)')],
  };
  const [report] = await migrate({ ownerUrl, sources: [source] });
  expect(report!.failed!.error.message).toContain('take out its commit');
  expect(await ledger()).toEqual([]);
});

test('a migration that commits half of itself and then fails is not remembered', async () => {
  const source: MigrationSource = {
    owner: 'core',
    requires: [],
    migrations: [step('0001_x', 'create schema core; commit; select 1/0')],
  };
  const [report] = await migrate({ ownerUrl, sources: [source] });
  expect(report!.failed!.name).toBe('0001_x');
  expect(await ledger()).toEqual([]);
});

test('a run that has lost its lock stops', async () => {
  const unlock = `select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'phoihop migration lock' and datname = current_database()`;
  const migrations = [
    step('0001_x', `${unlock}; select pg_sleep(0.2)`),
    step('0002_y', 'create schema core'),
  ];
  await expect(
    migrate({ ownerUrl, sources: [{ owner: 'core', requires: [], migrations }] }),
  ).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(await ledger()).toEqual(['core/0001_x']);
});

test('what a migration sets for its connection does not reach the next', async () => {
  const migrations = [
    step('0001_a', `create schema core; set search_path = core; set phoihop.left_behind = 'x'`),
    step(
      '0002_b',
      `create table here as select nullif(current_setting('phoihop.left_behind', true), '') as found`,
    ),
  ];
  await migrate({ ownerUrl, sources: [{ owner: 'core', requires: [], migrations }] });
  expect(await temporary.sql('select found from public.here')).toEqual([{ found: null }]);
});

test('a table in use is waited for in short turns, between which others get through', async () => {
  await migrate({ ownerUrl, sources: [core] });
  const { promise: finish, resolve: release } = Promise.withResolvers<void>();
  let released = false;
  const holder = withConnection(readTarget(ownerUrl), 'phoihop test', async (client) => {
    await client.query('begin; select * from core.unit');
    await finish;
    released = true;
  });
  await sleep(100);
  const next = {
    ...core,
    migrations: [...core.migrations, step('0003_more', 'alter table core.unit add more int')],
  };
  const run = migrate({ ownerUrl, sources: [next] });
  await sleep(1000);
  await temporary.sql('select * from core.unit'); // queues behind the migration, until its turn ends
  expect(released).toBe(false);
  release();
  expect(await run).toEqual([{ owner: 'core', applied: ['0003_more'] }]);
  await holder;
});

describe('refuses, and migrates nothing,', () => {
  const next: MigrationSource = {
    owner: 'other',
    requires: [],
    migrations: [step('0001_x', 'create schema other')],
  };

  beforeEach(() => migrate({ ownerUrl, sources: [core] }));

  const refusal = async (migrations: Migration[]) => {
    const sources = [next, { ...core, migrations }];
    const error = await migrate({ ownerUrl, sources }).then(
      () => undefined,
      (caught: unknown) => caught,
    );
    expect(await temporary.sql(`select to_regnamespace('other') as other`)).toEqual([{ other: null }]);
    const planned = await planMigrations({ ownerUrl, sources });
    expect(planned.refusals.map(({ code }) => code)).toContain((error as { code?: string })?.code);
    return error;
  };

  test('when an applied migration has another text', async () => {
    const changed = [step('0001_schema', 'create schema core -- changed'), core.migrations[1]!];
    expect(await refusal(changed)).toMatchObject({
      code: 'MIGRATION_CHANGED',
      message: expect.stringContaining('"core/0001_schema"'),
    });
  });

  test('when the database is ahead of the code', async () => {
    expect(await refusal([core.migrations[0]!])).toMatchObject({
      code: 'DATABASE_AHEAD',
      message: expect.stringContaining('"core/0002_names"'),
    });
  });

  test('when a migration was put in before an applied one', async () => {
    const changed = [core.migrations[0]!, step('0002_late', 'select 1'), step('0003_names', '')];
    await temporary.sql(`update phoihop.migration set name = '0003_names' where name = '0002_names'`);
    const gap = [changed[0]!, changed[1]!, { ...core.migrations[1]!, name: '0003_names' }];
    expect(await refusal(gap)).toMatchObject({
      code: 'MIGRATION_GAP',
      message: expect.stringContaining('"core/0002_late"'),
    });
  });
});

test('other line ends are not another text', async () => {
  const unix = step('0001_x', 'create schema core;\nselect 1');
  await migrate({ ownerUrl, sources: [{ owner: 'core', requires: [], migrations: [unix] }] });
  const windows = { ...unix, up: unix.up.replace('\n', '\r\n') };
  expect(
    await migrate({ ownerUrl, sources: [{ owner: 'core', requires: [], migrations: [windows] }] }),
  ).toEqual([{ owner: 'core', applied: [] }]);
});

test('an owner whose package is gone is absent, not an error', async () => {
  await migrate({ ownerUrl, sources: [core, plugin] });
  expect(await migrate({ ownerUrl, sources: [core] })).toEqual([
    { owner: 'core', applied: [] },
    { owner: 'social-insurance', applied: [], absent: true },
  ]);
});

describe('a plan', () => {
  test('of a new database has everything, and leaves no trace', async () => {
    expect(await planMigrations({ ownerUrl, sources: [plugin, core] })).toEqual({
      pending: [
        { owner: 'core', name: '0001_schema' },
        { owner: 'core', name: '0002_names' },
        { owner: 'social-insurance', name: '0001_schema' },
      ],
      refusals: [],
      absent: [],
    });
    expect(await temporary.sql(`select to_regnamespace('phoihop') as phoihop`)).toEqual([{ phoihop: null }]);
  });

  test('has what is missing, and the absent', async () => {
    await migrate({ ownerUrl, sources: [core, plugin] });
    const more = { ...core, migrations: [...core.migrations, step('0003_more', 'select 1')] };
    expect(await planMigrations({ ownerUrl, sources: [more] })).toEqual({
      pending: [{ owner: 'core', name: '0003_more' }],
      refusals: [],
      absent: ['social-insurance'],
    });
  });
});

test('who waits too long for another process is told which one it is', async () => {
  await withConnection(readTarget(ownerUrl), 'phoihop slow one', async (client) => {
    await client.query('select pg_advisory_lock($1)', [advisoryLock.migrations]);
    await expect(migrate({ ownerUrl, sources: [core], lockTimeoutMs: 100 })).rejects.toMatchObject({
      code: 'MIGRATION_LOCKED',
      message: expect.stringContaining('"phoihop slow one"'),
    });
  });
});

test('an owner who may not install extensions gets the SQL for one who may', async () => {
  const role = `test_poor_${randomBytes(6).toString('hex')}`;
  await temporary.sql(`create role ${role} login password 'poor'`);
  try {
    const url = Object.assign(new URL(ownerUrl), { username: role, password: 'poor' }).href;
    await expect(migrate({ ownerUrl: url, sources: [core] })).rejects.toMatchObject({
      code: 'EXTENSION_MISSING',
      message: expect.stringContaining('create extension if not exists ltree schema public;'),
    });
  } finally {
    await temporary.sql(`drop role ${role}`);
  }
});

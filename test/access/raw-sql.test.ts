/** A plugin that forgets every rule, and asks the database as it likes: it sees what its caller may see. */
import { allow, definePlugin, type RequestContext, type Session } from '@phoihop/platform';
import { rowSecurityOf } from '@phoihop/platform/engine';
import { Ctx, Query, Resolver } from 'type-graphql';
import { DataValue } from '../../packages/core/src/values/data-value.js';
import { hidesRows, nameOf } from './row-world.js';
import { createWorld, NOBODY, personas, type World } from './world.js';

/** What the plugin's code does, given by each test. */
let code: (session: Session) => Promise<unknown> = async () => null;

@Resolver()
class CarelessResolver {
  @Query(() => String, { nullable: true, description: 'Whatever the database answers, as JSON.' })
  async carelessAnswer(@Ctx() { session }: RequestContext): Promise<string> {
    return JSON.stringify(await code(session));
  }
}

const careless = definePlugin({
  id: 'careless',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Bất cẩn', en: 'Careless' },
  graphql: { prefix: 'careless', resolvers: [CarelessResolver] },
  access: { fields: { 'Query.carelessAnswer': allow.public('Nobody thought about it.') } },
  translations: { vi: { 'Query.carelessAnswer': 'Cơ sở dữ liệu trả lời gì cũng được.' } },
});

let world: World;
beforeAll(async () => {
  world = await createWorld({ extra: [careless] });
}, 600_000);
afterAll(() => world?.close());

/** What the plugin answers to somebody. */
async function answer<T>(as: string, work: (session: Session) => Promise<T>): Promise<T> {
  code = work;
  const { data, errors } = await world.ask('{ carelessAnswer }', as);
  expect(errors).toBeUndefined();
  return JSON.parse(data.carelessAnswer) as T;
}

const hiding = (): string[] =>
  rowSecurityOf(world.bed.engine.composition.plugins).filter(hidesRows).map(nameOf);

test('the rows of every table are those of whoever asks', async () => {
  const count = hiding()
    .map((table) => `select '${table}' as name, count(*)::int as n from ${table}`)
    .join(' union all ');
  const all = await world.sql(count);
  const seen = new Set<string>();
  for (const name of personas) {
    const caller = await world.as(name);
    const found = await answer(name, (session) => session.query(count));
    // What these rows are is held by rows.test.ts.
    expect([name, found]).toEqual([name, await world.within(caller, (session) => session.query(count))]);
    expect([name, found]).not.toEqual([name, all]);
    seen.add(JSON.stringify(found));
  }
  expect(hiding().length).toBeGreaterThan(15);
  expect(seen.size).toBeGreaterThan(15);
});

test('by whatever way the session has: SQL, the query builder, the unit of work', async () => {
  const ways: Record<string, (session: Session) => Promise<number>> = {
    sql: async (session) => (await session.query('select id from core.data_value')).length,
    kysely: async ({ kysely }) => (await kysely.selectFrom('core.data_value').select('id').execute()).length,
    execute: async ({ em }) => (await em.execute('select id from core.data_value')).length,
    count: ({ em }) => em.count(DataValue),
    find: async ({ em }) => (await em.findAll(DataValue, { fields: ['id'] })).length,
    subquery: async (session) =>
      (await session.query<{ n: number }>('select (select count(*)::int from core.data_value) as n'))[0]!.n,
  };
  const rows = await world.value<number>('select count(*)::int from core.data_value');
  for (const name of ['standing', 'farmers', 'clerk.bau-ham', 'foreign.clerk', NOBODY]) {
    const visible = await world.within(await world.as(name), ways['sql']!);
    expect([name, visible < rows]).toEqual([name, true]);
    for (const [way, work] of Object.entries(ways))
      expect([name, way, await answer(name, work)]).toEqual([name, way, visible]);
  }
});

test('a member organization’s user: figures of its programs, and its own, and no other', async () => {
  const programs = (
    await world.sql<{ program: string }>(
      `select program from core.program_participant join core.organization on organization.id = organization_id where key = 'farmers-union'`,
    )
  ).map(({ program }) => program);
  const seen = await answer('farmers', (session) =>
    session.query<{ program: string; key: string | null }>(
      `select distinct program, key from core.data_value left join core.organization on organization.id = organization_id`,
    ),
  );
  expect(seen.filter(({ program, key }) => !programs.includes(program) && key !== 'farmers-union')).toEqual(
    [],
  );
  expect(new Set(seen.map(({ program }) => program)).size).toBeGreaterThan(3);
  const [others] = await world.sql<{ n: number }>(
    'select count(*)::int as n from core.data_value where program <> all ($1)',
    [programs],
  );
  expect(others!.n).toBeGreaterThan(100);
});

describe('there is no way out of the role', () => {
  const owner = new URL(process.env['PHOIHOP_TEST_OWNER_URL']!).username;

  test.each([
    `set role "${owner}"`,
    `set session authorization "${owner}"`,
    'set row_security = off',
    'alter table core.data_value disable row level security',
    'alter table core.data_value no force row level security',
    'drop policy phoihop_select on core.data_value',
    'create policy mine on core.data_value using (true)',
    `grant "${owner}" to current_user`,
    'alter role current_user bypassrls',
    'reset role',
    'reset session authorization',
    'discard all',
    'rollback',
    'commit; begin',
  ])('%s', async (escape) => {
    const see = (session: Session) => session.query<{ id: number }>('select id from core.data_value');
    const visible = (await answer('clerk.tay-hoa', see)).length;
    code = async (session) => {
      await session.query(escape);
      return see(session);
    };
    const { data, errors } = await world.ask('{ carelessAnswer }', 'clerk.tay-hoa');
    // Refused, or of no use: without its settings a session sees less.
    const found = data?.carelessAnswer ? (JSON.parse(data.carelessAnswer) as unknown[]).length : 0;
    expect([errors !== undefined, found <= visible]).toEqual([data?.carelessAnswer == null, true]);
    // And whoever asks next on these connections sees what is theirs.
    expect((await answer('clerk.tay-hoa', see)).length).toBe(visible);
    expect((await answer(NOBODY, see)).length).toBe(0);
  });
});

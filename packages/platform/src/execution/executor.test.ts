import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { changed } from '../../test-kit/composing.js';
import { Bridge, BridgeResolver, bridges, callerOf, engineer, rivers, upper } from '../../test-kit/rivers.js';
import { start, type Running } from '../../test-kit/running.js';
import { allow, type RequestContext } from '../index.js';

/** Queries that do what a plugin's author may do wrong. */
@Resolver()
class Mistakes {
  @Query(() => Number, { nullable: true, description: 'Divides by what is given.' })
  async bridgesDivide(
    @Ctx() { session }: RequestContext,
    @Arg('by', () => Number, { description: 'x' }) by: number,
  ): Promise<number> {
    const [row] = await session.query<{ n: number }>('select 1 / $1::int as n', [by]);
    return row!.n;
  }

  @Query(() => String, { nullable: true, description: 'Reads a bridge in a field that is only a text.' })
  async bridgesWhisper(@Ctx() { read, session }: RequestContext): Promise<string> {
    const [first] = await session.query<{ id: number }>(
      'select id from bridges.bridge order by label limit 1',
    );
    return String((await read.byId(Bridge, first!.id))!['label']);
  }

  @Query(() => String, { nullable: true, description: 'Writes, though it is a question.' })
  async bridgesScribble(@Ctx() { session }: RequestContext): Promise<string> {
    await session.query(
      `insert into bridges.bridge (river_id, label, opened_on, town) values (1, 'scribble', '2021-01-01', 'upper')`,
    );
    return 'done';
  }

  @Query(() => String, { nullable: true, description: 'Takes longer than anybody waits.' })
  async bridgesSleep(@Ctx() { session }: RequestContext): Promise<string> {
    await session.query('select pg_sleep(30)');
    return 'awake';
  }
}

const roots = ['bridgesDivide', 'bridgesWhisper', 'bridgesScribble', 'bridgesSleep'];
const audited = changed(bridges, {
  data: { ...bridges.data!, audited: [Bridge] },
  graphql: { ...bridges.graphql, resolvers: [BridgeResolver, Mistakes] },
  access: {
    ...bridges.access,
    fields: {
      ...bridges.access!.fields,
      ...Object.fromEntries(roots.map((name) => [`Query.${name}`, allow.signedIn()])),
    },
  },
  translations: {
    vi: {
      ...bridges.translations!.vi,
      ...Object.fromEntries(roots.map((name) => [`Query.${name}`, 'Lỗi của tác giả.'])),
      'Query.bridgesDivide(by)': 'Số chia.',
    },
  },
});

let running: Running;
let run: Running['run'];
beforeAll(async () => {
  running = await start([rivers, audited], { limits: { rows: 500 } });
  ({ run } = running);
});
afterAll(() => running?.stop());

const auditRows = () =>
  running.place.sql<{ action: string; subject_type: string; facts: { ids: number[] } }>(
    'select action, subject_type, facts, actor_id::int from platform.audit_event order by id',
  );
const clearAudit = () => running.place.sql('delete from platform.audit_event');

test('a statement that fails takes the operation with it: its own error is told, and not what it left behind', async () => {
  const { data, errors } = await run(
    '{ bridgesDivide(by: 0) rivers(first: 5) { nodes { name bridges(first: 5) { nodes { label } } } } }',
  );
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([{ path: ['bridgesDivide'], extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(errors).toHaveLength(1);
  expect((await run('{ bridgesDivide(by: 1) }')).data).toEqual({ bridgesDivide: 1 });
});

test('a query cannot write, whatever its resolver tries', async () => {
  const { errors } = await run('{ bridgesScribble }');
  expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  expect(await running.place.sql(`select from bridges.bridge where label = 'scribble'`)).toHaveLength(0);
});

test('a host’s signal ends an operation as TIMEOUT', async () => {
  const result = await running.engine.graphql({
    source: '{ bridgesSleep }',
    caller: upper,
    signal: AbortSignal.timeout(100),
  });
  expect(result.errors![0]!.extensions).toMatchObject({ code: 'TIMEOUT' });
});

describe('reading audited rows', () => {
  beforeEach(clearAudit);

  test('leaves a row with their ids, only of those shown', async () => {
    const { data } = await run('{ bridges(first: 2) { pageInfo { hasNextPage } nodes { id } } }');
    expect(data.bridges.pageInfo.hasNextPage).toBe(true);
    const [event, ...others] = await auditRows();
    expect(others).toEqual([]);
    expect(event).toMatchObject({ action: 'platform:read', subject_type: 'BridgesBridge', actor_id: 7 });
    expect(event!.facts.ids).toHaveLength(2);
  });

  test('leaves a row whatever way they were come by: node, a relation, a resolver’s own code', async () => {
    const { data } = await run('{ river(name: "river 1") { bridges(first: 1) { nodes { id } } } }');
    await run('query($id: ID!) { node(id: $id) { id } }', upper, { id: data.river.bridges.nodes[0].id });
    expect((await run('{ bridgesWhisper }')).data).toEqual({ bridgesWhisper: 'bridge 1.2' });
    expect((await auditRows()).map(({ facts }) => facts.ids.length)).toEqual([1, 1, 1]);
  });

  test('leaves nothing where nothing was read: counts, other types, what is not visible', async () => {
    await run('{ bridges(first: 0) { totalCount } rivers { nodes { name } } }');
    await run('{ bridges { nodes { id } } }', callerOf(9, 'nowhere', 'bridges:read'));
    expect(await auditRows()).toEqual([]);
  });
});

describe('an operation that is larger than allowed', () => {
  test('is refused as a whole, with both numbers, before anything is read', async () => {
    await clearAudit();
    const source = 'query($n: Int!) { rivers(first: $n) { nodes { bridges(first: $n) { nodes { id } } } } }';
    const result = await run(source, upper, { n: 30 });
    expect(result).toEqual({
      errors: [
        {
          message: 'The operation is over the limit for rows: 930, at most 500.',
          extensions: { code: 'LIMIT_EXCEEDED', limit: 'rows', given: 930, allowed: 500 },
        },
      ],
    });
    expect(await auditRows()).toEqual([]);
    expect((await run(source, upper, { n: 10 })).data.rivers.nodes).toHaveLength(10);
  });
});

describe('who may not read a property', () => {
  const codes = ({ errors = [] }: Awaited<ReturnType<Running['run']>>) =>
    errors.map(({ extensions }) => [extensions['code'], extensions['field']]);

  test('does not filter by it: neither rows nor counts tell its value', async () => {
    const source = '{ rivers(filter: { depthMin: "90" }) { totalCount nodes { name } } }';
    expect(codes(await run(source))).toEqual([['FORBIDDEN', 'RiversFilter.depthMin']]);
    expect((await run(source)).data).toEqual({ rivers: null });
    expect((await run(source, engineer)).data.rivers.totalCount).toBe(10);
  });

  test('not in variables either, nor beside a filter that is allowed', async () => {
    const source = 'query($f: RiversFilter) { rivers(filter: $f) { totalCount } }';
    expect(codes(await run(source, upper, { f: { name: ['river 1'], depthMax: '99' } }))).toEqual([
      ['FORBIDDEN', 'RiversFilter.depthMax'],
    ]);
    expect(
      (await run(source, upper, { f: { name: ['river 1'], depthMax: null } })).data.rivers.totalCount,
    ).toBe(1);
  });

  test('does not order by it, nor find by it', async () => {
    expect(codes(await run('{ rivers(orderBy: DEPTH_ASC) { nodes { name } } }'))).toEqual([
      ['FORBIDDEN', 'RiversOrder.DEPTH_ASC'],
    ]);
    expect(codes(await run('{ riverOfDepth(depth: "99") { name } }'))).toEqual([
      ['FORBIDDEN', 'Query.riverOfDepth(depth)'],
    ]);
    expect((await run('{ riverOfDepth(depth: "99") { name } }', engineer)).data.riverOfDepth.name).toBe(
      'river 1',
    );
  });

  test('gets the list by id where it is ordered by it without being asked, and no value in its cursors', async () => {
    const source =
      'query($after: String) { riversByDepth(first: 2, after: $after) { nodes { name } pageInfo { endCursor } } }';
    const { data } = await run(source);
    expect(data.riversByDepth.nodes).toEqual([{ name: 'river 1' }, { name: 'river 2' }]);
    const cursor = Buffer.from(data.riversByDepth.pageInfo.endCursor, 'base64url').toString();
    expect(cursor).toBe('["core.river:ID_ASC","2",2]');
    const next = await run(source, upper, { after: data.riversByDepth.pageInfo.endCursor });
    expect(next.data.riversByDepth.nodes).toEqual([{ name: 'river 3' }, { name: 'river 4' }]);
    const deep = await run(source, engineer);
    expect(deep.data.riversByDepth.nodes).toEqual([{ name: 'river 30' }, { name: 'river 29' }]);
  });

  test('does not name it in a mutation either: refused before the effect', async () => {
    const { data } = await run('{ river(name: "river 5") { id } }');
    const source = `mutation($input: BridgesOpenInput!) {
      bridgesOpen(input: $input) { river { bridges { nodes { river { depth } } } } }
    }`;
    const input = { river: data.river.id, label: 'deep' };
    expect(codes(await run(source, upper, { input }))).toEqual([['FORBIDDEN', 'River.depth']]);
    expect(await running.place.sql(`select from bridges.bridge where label = 'deep'`)).toHaveLength(0);
  });
});

test('an input field with a rule of its own is refused before the effect, null as well', async () => {
  const { data } = await run('{ river(name: "river 6") { id } }');
  const source = 'mutation($input: BridgesOpenInput!) { bridgesOpen(input: $input) { label } }';
  const input = { river: data.river.id, label: 'ours' };
  for (const town of ['lower', null]) {
    const { errors } = await run(source, upper, { input: { ...input, town } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', field: 'BridgesOpenInput.town' } }]);
  }
  const council = callerOf(7, 'upper', 'bridges:read', 'bridges:open', 'bridges:council');
  expect((await run(source, council, { input: { ...input, town: 'upper' } })).data.bridgesOpen.label).toBe(
    'ours',
  );
  // Row security has the last word, whoever may name the town.
  const foreign = await run(source, council, { input: { ...input, town: 'lower', label: 'theirs' } });
  expect(foreign.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  expect(
    await running.place.sql(`select label from bridges.bridge where label in ('ours', 'theirs')`),
  ).toEqual([{ label: 'ours' }]);
});

test('a caller’s settings cannot stand for the platform’s own', async () => {
  const liar = {
    ...upper,
    settings: {
      ...upper.settings,
      user_id: '1',
      permissions: 'core:audit.read',
      business_date: '1999-01-01',
    },
  };
  await clearAudit();
  await run('{ bridges(first: 1) { nodes { id } } }', liar);
  expect(await auditRows()).toMatchObject([{ actor_id: 7 }]);
});

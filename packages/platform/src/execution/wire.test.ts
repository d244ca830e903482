import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InterfaceType,
  ObjectType,
  Query,
  Resolver,
  createUnionType,
} from 'type-graphql';
import { changed } from '../../test-kit/composing.js';
import {
  Bridge,
  bridges,
  BridgeResolver,
  callerOf,
  engineer,
  reader,
  River,
  rivers,
  upper,
} from '../../test-kit/rivers.js';
import { start, type Running } from '../../test-kit/running.js';
import { allow, extend, many, Node, type RequestContext } from '../index.js';

@InterfaceType('BridgesSight', { description: 'Something one goes to see.' })
abstract class Sight {
  @Field(() => String, { description: 'Where one stands best.' })
  viewpoint!: string;
}

@ObjectType('BridgesTower', { implements: Sight, description: 'High, and without water.' })
class Tower extends Sight {
  @Field(() => String, { description: 'How high, in stairs; guides may know.' })
  stairs!: string;
}

const Anything = createUnionType({
  name: 'BridgesAnything',
  description: 'Whatever stands in the town.',
  types: () => [Tower, River, Bridge] as const,
  resolveType: (value) => ('stairs' in value ? Tower : undefined),
});

@Resolver()
class Sights {
  @Query(() => [Anything], { nullable: true, description: 'All of them, mixed.' })
  async bridgesAnything(@Ctx() { read, session }: RequestContext): Promise<unknown[]> {
    const [bridge] = await session.query<{ id: number }>(
      'select id from bridges.bridge order by label limit 1',
    );
    return [
      Object.assign(new Tower(), { viewpoint: 'below', stairs: '99' }),
      await read.byId(River, 1),
      await read.byId(Bridge, bridge!.id),
    ];
  }

  @Query(() => Sight, { nullable: true, description: 'The highest.' })
  bridgesSight(): Tower {
    return Object.assign(new Tower(), { viewpoint: 'below', stairs: '99' });
  }

  @Query(() => [Node], { nullable: true, description: 'Rivers and bridges by their row ids.' })
  async bridgesNodes(
    @Ctx() { read }: RequestContext,
    @Arg('rivers', () => [Number], { description: 'x' }) riverIds: number[],
    @Arg('bridges', () => [Number], { description: 'x' }) bridgeIds: number[],
  ): Promise<unknown[]> {
    return Promise.all([
      ...riverIds.map((id) => read.byId(River, id)),
      ...bridgeIds.map((id) => read.byId(Bridge, id)),
    ]);
  }

  @Query(() => [Bridge], { nullable: true, description: 'Bridges by whatever names them.' })
  async bridgesGiven(@Ctx() { session }: RequestContext): Promise<unknown[]> {
    const rows = await session.query<{ id: number; label: string }>(
      'select id, label from bridges.bridge order by label limit 2',
    );
    return [rows[0]!.id, { id: rows[1]!.id, label: 'made up' }, null, { id: 'x' }, 999_999];
  }

  @Query(() => Bridge, { nullable: true, description: 'One that nobody of this town sees.' })
  bridgesHidden(@Arg('id', () => ID, { description: 'x' }) id: string): number {
    return Number(id);
  }
}

@Resolver(() => River)
class Views {
  @FieldResolver(() => Bridge, { nullable: true, description: 'The one it is known for, whoever asks.' })
  bridgesFamous(
    @Arg('label', () => String, { nullable: true, description: 'x' }) label?: string,
  ): number | null {
    return label === undefined ? null : Number(label);
  }
}

@Resolver(() => Bridge)
class More {
  @FieldResolver(() => River, { description: 'Where its water comes from: a river that may not be there.' })
  from(): number {
    return 999_999;
  }
}

/** Bridges over the river of the same number, for a page that could be taken for the river's own. */
const sameNumber = many(Bridge, 'river', {
  description: 'Over the river of the same number.',
  order: ['openedOn'],
});

const own = {
  'Query.bridgesAnything': allow.signedIn(),
  'Query.bridgesSight': allow.signedIn(),
  'Query.bridgesNodes': allow.signedIn(),
  'Query.bridgesGiven': allow.signedIn(),
  'Query.bridgesHidden': allow.signedIn(),
  'River.bridgesFamous': allow.signedIn(),
  'BridgesTower.viewpoint': allow.signedIn(),
  'BridgesTower.stairs': allow.permission('bridges:council'),
};
const words = [
  'BridgesSight',
  'BridgesSight.viewpoint',
  'BridgesTower',
  'BridgesAnything',
  'BridgesBridge.from',
  'BridgesBridge.bridgesOfSameNumber',
  'Query.bridgesNodes(rivers)',
  'Query.bridgesNodes(bridges)',
  'Query.bridgesHidden(id)',
  'River.bridgesFamous(label)',
];
const sights = changed(bridges, {
  graphql: {
    ...bridges.graphql,
    resolvers: [BridgeResolver, Sights, Views, More],
    extend: [...bridges.graphql!.extend!, extend(Bridge, { bridgesOfSameNumber: sameNumber })],
  },
  access: { ...bridges.access, fields: { ...bridges.access!.fields, ...own } },
  translations: {
    vi: {
      ...bridges.translations!.vi,
      ...Object.fromEntries([...Object.keys(own), ...words].map((key) => [key, 'Chữ tiếng Việt.'])),
    },
  },
});

let running: Running;
let run: Running['run'];
let ids: { upper: number[]; lower: number[] };
beforeAll(async () => {
  running = await start([rivers, sights]);
  ({ run } = running);
  const of = async (town: string) =>
    (
      await running.place.sql<{ id: string }>(
        'select id from bridges.bridge where town = $1 order by label',
        [town],
      )
    ).map(({ id }) => Number(id));
  ids = { upper: await of('upper'), lower: await of('lower') };
});
afterAll(() => running?.stop());

const codes = ({ errors = [] }: Awaited<ReturnType<Running['run']>>) =>
  errors.map(({ extensions }) => extensions['code']);

describe('abstract types', () => {
  test('know their rows by themselves, and other values by the author’s word', async () => {
    const { data, errors } = await run(
      '{ bridgesAnything { __typename ... on River { name } ... on BridgesBridge { label } ... on BridgesTower { viewpoint } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.bridgesAnything).toEqual([
      { __typename: 'BridgesTower', viewpoint: 'below' },
      { __typename: 'River', name: 'river 1' },
      { __typename: 'BridgesBridge', label: 'bridge 1.2' },
    ]);
    expect((await run('{ bridgesSight { __typename viewpoint } }')).data.bridgesSight).toEqual({
      __typename: 'BridgesTower',
      viewpoint: 'below',
    });
  });

  test('do not loosen the concrete type’s rule', async () => {
    const result = await run('{ bridgesAnything { ... on BridgesTower { stairs } } }');
    expect(codes(result)).toEqual(['FORBIDDEN']);
    expect(result.data).toBeUndefined();
    const nobody = callerOf(5, 'upper');
    expect(codes(await run('{ bridgesAnything { ... on BridgesBridge { label } } }', nobody))).toEqual([
      'FORBIDDEN',
    ]);
    const nodes = `{ bridgesNodes(rivers: [1], bridges: [${ids.upper[0]}]) { id } }`;
    expect((await run(nodes)).data.bridgesNodes).toHaveLength(2);
    // Rivers are everybody's, so asking is allowed; the bridge among them is still not given.
    const mixed = await run(nodes, nobody);
    expect(mixed.data).toEqual({ bridgesNodes: null });
    expect(codes(mixed)).toEqual(['FORBIDDEN']);
  });

  test('below them one name may be two fields: each is read for its own type, with its own arguments', async () => {
    const id = ids.lower.find((one) => one <= 30)!;
    const source = `{ bridgesNodes(rivers: [${id}], bridges: [${id}]) {
      ... on River { x: bridges(first: 1) { nodes { label } } }
      ... on BridgesBridge { x: bridgesOfSameNumber(first: 3, orderBy: OPENED_ON_DESC) { nodes { label } } }
    } }`;
    const { data, errors } = await run(source, reader);
    expect(errors).toBeUndefined();
    const labels = data.bridgesNodes.map(({ x }: { x: { nodes: { label: string }[] } }) =>
      x.nodes.map(({ label }) => label),
    );
    expect(labels).toEqual([[`bridge ${id}.1`], [`bridge ${id}.7`, `bridge ${id}.5`, `bridge ${id}.3`]]);
  });
});

describe('an entity that a resolver gives', () => {
  test('as an id or as any object with one is read again, under the caller’s rights; what is no id is not there', async () => {
    const { data, errors } = await run('{ bridgesGiven { label } }');
    expect(errors).toBeUndefined();
    expect(data.bridgesGiven).toEqual([{ label: 'bridge 1.2' }, { label: 'bridge 1.4' }]);
  });

  test('that the caller may not see is not there', async () => {
    const source = (id: number) => `{ bridgesHidden(id: ${id}) { label } }`;
    expect(await run(source(ids.lower[0]!))).toEqual({ data: { bridgesHidden: null } });
    expect((await run(source(ids.lower[0]!), reader)).data.bridgesHidden).not.toBeNull();
    expect(await run(source(999_999))).toEqual({ data: { bridgesHidden: null } });
  });

  test('where there has to be one, is not found rather than an internal error', async () => {
    const result = await run('{ bridges(first: 1) { nodes { from { name } } } }');
    expect(result.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND', field: 'BridgesBridge.from' } }]);
  });
});

describe('arguments of fields that are no roots', () => {
  test('are cleaned like those of roots', async () => {
    const label = 'bridge 1.2'.replace('i', 'i\u200B');
    const page = await run(
      'query($l: [String!]) { river(name: "river 1") { bridges(filter: { label: $l }) { nodes { label } } } }',
      upper,
      { l: [label] },
    );
    expect(page.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'filter.label[0]' } }]);
    const deep = await run('{ river(name: "river 1") { bridgesFamous(label: "a\\u0000") { label } } }');
    expect(deep.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', field: 'label' } }]);
  });

  test('are checked like those of roots', async () => {
    const nested = (order: string) =>
      `{ bridges(first: 1) { nodes { river { bridges(orderBy: ${order}) { nodes { label } } } } } }`;
    expect((await run(nested('OPENED_ON_DESC'))).errors).toBeUndefined();
  });
});

describe('node', () => {
  const node = 'query($id: ID!) { node(id: $id) { __typename } }';
  const idOf = async (source: string): Promise<string> => {
    const { data } = await run(source, engineer);
    return (data.river ?? data.bridges.nodes[0]).id;
  };

  test('gives any entity back by its id', async () => {
    const river = await idOf('{ river(name: "river 3") { id } }');
    expect(
      (await run('query($id: ID!) { node(id: $id) { id ... on River { name } } }', upper, { id: river })).data
        .node,
    ).toEqual({ id: river, name: 'river 3' });
  });

  test('does not tell who may not read a type which of its rows there are', async () => {
    const id = await idOf('{ bridges(first: 1) { nodes { id } } }');
    expect((await run(node, upper, { id })).data.node).toEqual({ __typename: 'BridgesBridge' });
    expect(await run(node, callerOf(5, 'upper'), { id })).toEqual({ data: { node: null } });
  });

  test.each([
    'garbled',
    '',
    'River:1',
    Buffer.from('River:999999').toString('base64url'),
    Buffer.from('PageInfo:1').toString('base64url'),
    Buffer.from('BridgesTower:1').toString('base64url'),
  ])('answers %j like any row that is not there', async (id) => {
    expect(await run(node, upper, { id })).toEqual({ data: { node: null } });
  });
});

import 'reflect-metadata';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { BigIntType } from '@mikro-orm/core';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { Database } from '@phoihop/database';
import {
  allow,
  anonymous,
  definePlugin,
  extend,
  list,
  many,
  Node,
  one,
  ProblemError,
  rowRule,
} from '../index.js';
import type { Caller, RequestContext, Row } from '../index.js';
import { Engine } from '../engine.js';
import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';

@ObjectType({ implements: Node, description: 'A river, as in a school book.' })
@Entity({ schema: 'core', tableName: 'river' })
class River {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Property({ type: 'text' })
  secretDepth!: string;
}

@ObjectType('BridgesBridge', { implements: Node, description: 'Something one walks over a river on.' })
@Entity({ schema: 'bridges', tableName: 'bridge' })
class Bridge {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @ManyToOne(() => River, { fieldName: 'river_id' })
  @Field(() => River, { description: 'What it leads over.' })
  river!: unknown;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is written on it.' })
  label!: string;

  @Property({ type: 'date' })
  @Field(() => String, { description: 'Day it was opened to walkers.' })
  openedOn!: string;

  @Property({ type: 'text' })
  town!: string;
}

@InputType({ description: 'What a new bridge is.' })
class BridgesOpenInput {
  @Field(() => ID, { description: 'River it leads over.' })
  river!: string;

  @Field(() => String, { description: 'What is written on it.' })
  label!: string;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string;
}

@Resolver(() => Bridge)
class BridgeResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The label, shouted.' })
  loud(@Root() bridge: Row): string {
    return String(bridge['label']).toUpperCase();
  }

  @Mutation(() => Bridge, { nullable: true, description: 'Opens a bridge in the caller’s town.' })
  async bridgesOpen(
    @Arg('input', () => BridgesOpenInput, { description: 'What it is.' }) input: BridgesOpenInput,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    const river = context.read.localId(River, input.river, 'input.river');
    const bridge = context.session.em.create(Bridge, {
      river,
      label: input.label,
      openedOn: '2021-05-01',
      town: 'upper',
    });
    await context.session.em.persist(bridge).flush();
    await context.audit('bridges:open', { type: 'Bridge', id: bridge.id });
    if (input.label === 'broken')
      throw new ProblemError('BRIDGE_BROKEN', { field: 'input.label', given: input.label });
    return bridge;
  }

  @Query(() => Number, { nullable: true, description: 'How many there are for raw SQL.' })
  async bridgesRawCount(@Ctx() context: RequestContext): Promise<number> {
    const [row] = await context.session.query<{ n: number }>('select count(*)::int as n from bridges.bridge');
    return row!.n;
  }

  @Query(() => String, { nullable: true, description: 'Fails inside, with a secret.' })
  bridgesFail(): string {
    throw new Error('password=hunter2 at table bridges.bridge');
  }
}

const open = allow.public('Rivers are on every map.');
const river = definePlugin({
  id: 'core',
  version: '1.0.0',
  title: { vi: 'Sông', en: 'Rivers' },
  data: {
    entities: [River],
    migrations: [
      {
        name: '0001_river',
        up: 'create table core.river (id bigint generated always as identity primary key, name text not null, secret_depth text not null)',
        down: 'drop table core.river',
      },
    ],
    rows: { River: rowRule({ select: 'always', explanation: 'All.' }) },
    load: async ({ database }) =>
      database.asSystem('rivers', async (session) => {
        await session.query(
          `insert into core.river (name, secret_depth) select 'river ' || n, 'deep' from generate_series(1, 30) n where not exists (select from core.river)`,
        );
      }),
  },
  graphql: {
    reads: {
      river: one(River, { by: 'name', description: 'The one people call so.' }),
      rivers: list(River, { description: 'All there are.', order: ['name'], filter: ['name'] }),
    },
  },
  access: { fields: { River: open, 'Query.river': open, 'Query.rivers': open } },
  translations: {
    vi: {
      River: 'Một con sông.',
      'River.name': 'Tên thường gọi.',
      'Query.river': 'Con sông có tên này.',
      'Query.rivers': 'Mọi con sông.',
    },
  },
});

const read = allow.permission('bridges:read');
const bridges = definePlugin({
  id: 'bridges',
  version: '1.0.0',
  title: { vi: 'Cầu', en: 'Bridges' },
  data: {
    entities: [Bridge],
    migrations: [
      {
        name: '0001_bridge',
        up: 'create table bridges.bridge (id bigint generated always as identity primary key, river_id bigint not null references core.river, label text not null, opened_on date not null, town text not null)',
        down: 'drop table bridges.bridge',
      },
    ],
    rows: {
      Bridge: rowRule({
        explanation: 'Bridges of the caller’s town.',
        select: { using: `town = (select current_setting('phoihop.town', true))` },
        insert: { using: `town = (select current_setting('phoihop.town', true))` },
      }),
    },
    load: async ({ database }) =>
      database.asSystem('bridges', async (session) => {
        await session.query(`insert into bridges.bridge (river_id, label, opened_on, town)
          select r.id, 'bridge ' || r.id || '.' || n, date '2021-01-01' + n, case when n % 2 = 0 then 'upper' else 'lower' end
          from core.river r, generate_series(1, 8) n where not exists (select from bridges.bridge)`);
      }),
  },
  graphql: {
    resolvers: [BridgeResolver],
    reads: {
      bridges: list(Bridge, {
        description: 'All there are.',
        filter: ['river', 'openedOn'],
        order: ['openedOn'],
      }),
    },
    extend: [
      extend(River, {
        bridges: many(Bridge, 'river', { description: 'What leads over it.', order: ['openedOn'] }),
      }),
    ],
  },
  access: {
    permissions: {
      'bridges:read': { vi: 'xem cầu', en: 'see bridges' },
      'bridges:open': { vi: 'mở cầu', en: 'open bridges' },
    },
    fields: {
      BridgesBridge: read,
      'Query.bridges': read,
      'River.bridges': read,
      'Query.bridgesRawCount': read,
      'Query.bridgesFail': read,
      'Mutation.bridgesOpen': allow.permission('bridges:open'),
    },
  },
  problems: { BRIDGE_BROKEN: { vi: 'Cầu hỏng: {given}.', en: 'The bridge is broken: {given}.' } },
  translations: {
    vi: {
      BridgesBridge: 'Một cây cầu.',
      'BridgesBridge.river': 'Cầu bắc qua sông nào.',
      'BridgesBridge.label': 'Chữ trên cầu.',
      'BridgesBridge.openedOn': 'Ngày thông cầu.',
      'BridgesBridge.loud': 'Chữ in hoa.',
      'Query.bridges': 'Mọi cây cầu.',
      'River.bridges': 'Những cầu bắc qua sông.',
      'Query.bridgesRawCount': 'Số cầu theo SQL.',
      'Query.bridgesFail': 'Luôn lỗi.',
      'Mutation.bridgesOpen': 'Mở một cây cầu.',
      BridgesOpenInput: 'Cầu mới.',
      'BridgesOpenInput.river': 'Sông nào.',
      'BridgesOpenInput.label': 'Chữ trên cầu.',
    },
  },
});

const upper: Caller = {
  userId: 7,
  roles: [],
  permissions: new Set(['bridges:read', 'bridges:open']),
  settings: { town: 'upper' },
};
const reader: Caller = {
  userId: 8,
  roles: [],
  permissions: new Set(['bridges:read']),
  settings: { town: 'lower' },
};

let place: TemporaryDatabase;
let engine: Engine;
let statements = 0;

beforeAll(async () => {
  place = await createTemporaryDatabase();
  engine = await Engine.start({
    plugins: [bridges, river],
    database: { ...place },
    clock: { businessDate: '2021-10-15', now: () => new Date() },
  });
  count(engine.database);
});
afterAll(async () => {
  await engine?.stop();
  await place?.drop();
});

/** Counts the statements of sessions from here on. */
function count(database: Database): void {
  const transaction = database.transaction.bind(database);
  (database as { transaction: Database['transaction'] }).transaction = (options, work) =>
    transaction(options, async (session) => {
      const result = await work(session);
      statements = session.statements;
      return result;
    });
}

const run = async (source: string, caller: Caller = upper, variables: Record<string, unknown> = {}) => {
  const result = await engine.graphql({ source, caller, variables, locale: 'en' });
  return JSON.parse(JSON.stringify(result)) as {
    data?: any;
    errors?: { message: string; path?: unknown; extensions: Record<string, any> }[];
  };
};

test('a page of a list with to-one and to-many relations, three deep, in one statement a level', async () => {
  const source = (first: number) =>
    `{ rivers(first: ${first}, orderBy: NAME_DESC) { totalCount pageInfo { hasNextPage } nodes { id name bridges(first: 2) { totalCount nodes { label loud river { name bridges(first: 1) { nodes { openedOn } } } } } } } }`;
  const small = await run(source(1));
  const few = statements;
  const large = await run(source(20));
  expect(large.errors).toBeUndefined();
  expect(statements).toBe(few);
  expect(small.data.rivers.totalCount).toBe(30);
  expect(large.data.rivers.nodes).toHaveLength(20);
  const first = large.data.rivers.nodes[0];
  expect(first.name).toBe('river 9');
  expect(first.bridges).toMatchObject({
    totalCount: 4,
    nodes: [{ label: 'bridge 9.2', loud: 'BRIDGE 9.2', river: { name: 'river 9' } }, {}],
  });
});

test('cursors go through a list once, without gap or repetition', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const page: any = await run(
      `query($after: String) { bridges(first: 50, after: $after, orderBy: OPENED_ON_DESC) { nodes { label } pageInfo { hasNextPage endCursor } } }`,
      upper,
      { after },
    );
    seen.push(...page.data.bridges.nodes.map((node: { label: string }) => node.label));
    after = page.data.bridges.pageInfo.hasNextPage ? page.data.bridges.pageInfo.endCursor : null;
  } while (after);
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
});

test('rows of another town are not there: lists, counts, relations, raw SQL, node', async () => {
  const source = `{ bridges(first: 0) { totalCount } bridgesRawCount river(name: "river 1") { bridges { nodes { id label } } } }`;
  const [mine, theirs] = [await run(source, upper), await run(source, reader)];
  expect(mine.data.bridgesRawCount).toBe(120);
  expect(theirs.data.bridgesRawCount).toBe(120);
  const labels = (result: any) => result.data.river.bridges.nodes.map((node: any) => node.label);
  expect(labels(mine).filter((label: string) => labels(theirs).includes(label))).toEqual([]);
  const { id } = mine.data.river.bridges.nodes[0];
  expect(
    (await run(`query($id: ID!) { node(id: $id) { id ... on BridgesBridge { label } } }`, upper, { id })).data
      .node.label,
  ).toBe('bridge 1.2');
  expect((await run(`query($id: ID!) { node(id: $id) { id } }`, reader, { id })).data).toEqual({
    node: null,
  });
  expect((await run(`{ node(id: "garbled") { id } }`)).data).toEqual({ node: null });
});

test('a refused nullable field is null with FORBIDDEN at its path, its neighbors answer', async () => {
  const result = await run(`{ rivers(first: 1) { nodes { name bridges { nodes { label } } } } }`, anonymous);
  expect(result.data.rivers.nodes[0]).toEqual({ name: 'river 1', bridges: null });
  expect(result.errors).toMatchObject([
    {
      path: ['rivers', 'nodes', 0, 'bridges'],
      extensions: { code: 'UNAUTHENTICATED', field: 'River.bridges' },
    },
  ]);
});

test('a refused mutation runs nothing, in whatever company', async () => {
  const { data } = await run(`{ river(name: "river 2") { id } }`);
  const result = await run(
    `mutation($river: ID!) { bridgesOpen(input: { river: $river, label: "x" }) { label } }`,
    reader,
    { river: data.river.id },
  );
  expect(result.data).toBeUndefined();
  expect(result.errors![0]!.extensions.code).toBe('FORBIDDEN');
  expect(await place.sql(`select from bridges.bridge where label = 'x'`)).toHaveLength(0);
});

test('a failing root field is undone and does not poison its neighbor; what is written is audited', async () => {
  const { data } = await run(`{ river(name: "river 2") { id } }`);
  const result = await run(
    `mutation($river: ID!) { a: bridgesOpen(input: { river: $river, label: "broken" }) { label } b: bridgesOpen(input: { river: $river, label: "whole" }) { label river { name } } }`,
    upper,
    { river: data.river.id },
  );
  expect(result.errors).toMatchObject([
    { message: 'The bridge is broken: broken.', path: ['a'], extensions: { code: 'BRIDGE_BROKEN' } },
  ]);
  expect(result.data).toEqual({ a: null, b: { label: 'whole', river: { name: 'river 2' } } });
  expect(await place.sql(`select label from bridges.bridge where label in ('broken', 'whole')`)).toEqual([
    { label: 'whole' },
  ]);
  expect(await place.sql(`select action from platform.audit_event where actor_id = 7`)).toEqual([
    { action: 'bridges:open' },
  ]);
});

test('one idempotency key, one effect, the same answer; another body is refused', async () => {
  const { data } = await run(`{ river(name: "river 3") { id } }`);
  const source = `mutation($input: BridgesOpenInput!) { bridgesOpen(input: $input) { id label } }`;
  const input = {
    river: data.river.id,
    label: 'once',
    idempotencyKey: '3f0d5a52-6c3f-4d29-9b52-0f5a4a0c8d11',
  };
  const first = await run(source, upper, { input });
  const second = await run(source, upper, { input });
  expect(second.data).toEqual(first.data);
  expect(await place.sql(`select from bridges.bridge where label = 'once'`)).toHaveLength(1);
  expect(
    (await run(source, upper, { input: { ...input, label: 'twice' } })).errors![0]!.extensions.code,
  ).toBe('IDEMPOTENCY_MISMATCH');
});

test('bad input names the field, what was given and what is allowed; inner errors stay inside', async () => {
  expect((await run(`{ rivers(first: 201) { nodes { id } } }`)).errors![0]!.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'first',
    given: 201,
  });
  expect((await run(`{ rivers(after: "zzz") { nodes { id } } }`)).errors![0]!.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'after',
  });
  expect(
    (await run(`{ bridges(filter: { river: "zzz" }) { nodes { id } } }`)).errors![0]!.extensions,
  ).toMatchObject({ code: 'BAD_USER_INPUT', field: 'filter.river' });
  expect((await run(`{ river(name: "a\\u0000b") { id } }`)).errors![0]!.extensions).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'name',
  });
  const masked = JSON.stringify(await run(`{ bridgesFail }`));
  expect(masked).toContain('INTERNAL_SERVER_ERROR');
  expect(masked).not.toContain('hunter2');
});

test('introspection describes the schema in Vietnamese and in English', async () => {
  const source = `{ __type(name: "River") { description } }`;
  const describe = async (locale: 'vi' | 'en') => (await engine.graphql({ source, locale })).data;
  expect(JSON.stringify(await describe('vi'))).toContain('Một con sông.');
  expect(JSON.stringify(await describe('en'))).toContain('school book');
});

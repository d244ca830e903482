import 'reflect-metadata';
import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { callerOf, rivers } from '../../test-kit/rivers.js';
import { start, type Running } from '../../test-kit/running.js';
import {
  allow,
  definePlugin,
  list,
  Node,
  rowRule,
  type ListOptions,
  type PluginManifest,
  type RequestContext,
  type Row,
} from '../index.js';
import { compose } from '../composition/compose.js';
import { CompositionError } from '../composition/problems.js';

/** A toll that everybody knows of, and whose keeper only the people of its town do. */
@ObjectType('TollsToll', { implements: Node, description: 'What one pays on a bridge.' })
@Entity({ schema: 'tolls', tableName: 'toll' })
class Toll {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Where it is paid.' })
  town!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who takes it, by name.' })
  keeper!: string | null;
}

@Resolver(() => Toll)
class TollResolver {
  @FieldResolver(() => String, { nullable: true, description: 'What the keeper calls out.' })
  call(@Root() toll: Row): string {
    return `${String(toll['keeper'])}!`;
  }

  @Query(() => Toll, { nullable: true, description: 'The toll asked for most often.' })
  async tollsBusiest(@Ctx() context: RequestContext): Promise<Row | null> {
    const [row] = await context.session.query<{ id: number }>(
      'select id from tolls.toll order by id limit 1',
    );
    return context.read.byId(Toll, row!.id);
  }
}

const read = allow.permission('tolls:read');
const ofOwnTown = {
  explanation: 'it is of the caller’s town',
  sql: (row: string) => `${row}.town = nullif(current_setting('phoihop.town', true), '')`,
};

const tolls = (
  change: { fields?: NonNullable<PluginManifest['access']>['fields']; list?: Partial<ListOptions> } = {},
) =>
  definePlugin({
    id: 'tolls',
    version: '1.0.0',
    core: '^1.0.0',
    title: { vi: 'Phí', en: 'Tolls' },
    data: {
      entities: [Toll],
      migrations: [
        {
          name: '0001_toll',
          up: `create table tolls.toll (id bigint generated always as identity primary key, town text, keeper text);
            insert into tolls.toll (town, keeper) values ('upper', 'An'), ('lower', 'Bình'), (null, 'Chi')`,
          down: 'drop table tolls.toll',
        },
      ],
      rows: { Toll: rowRule({ select: 'always', explanation: 'All.' }) },
    },
    graphql: {
      prefix: 'tolls',
      resolvers: [TollResolver],
      reads: { tolls: list(Toll, { description: 'All there are.', ...change.list }) },
    },
    access: {
      permissions: { 'tolls:read': { vi: 'xem', en: 'see' } },
      fields: {
        TollsToll: read,
        'TollsToll.keeper': allow.where(read, ofOwnTown),
        'TollsToll.call': allow.where(read, ofOwnTown),
        'Query.tolls': read,
        'Query.tollsBusiest': read,
        ...change.fields,
      },
    },
    translations: {
      vi: {
        TollsToll: 'Phí qua cầu.',
        'TollsToll.town': 'Nơi thu.',
        'TollsToll.keeper': 'Người thu.',
        'TollsToll.call': 'Tiếng rao.',
        'Query.tolls': 'Mọi khoản phí.',
        'Query.tollsBusiest': 'Khoản phí đông nhất.',
      },
    },
  });

let running: Running;

beforeAll(async () => {
  running = await start([rivers, tolls()]);
});

afterAll(() => running?.stop());

const upper = callerOf(1, 'upper', 'tolls:read');
const stranger = callerOf(2, 'elsewhere', 'tolls:read');

async function both(source: string, caller = upper) {
  const request = { source, caller, locale: 'en' as const };
  const compiled = await running.engine.graphql(request);
  const { statements } = running;
  const resolved = await running.engine.graphql({ ...request, reading: 'resolvers' });
  expect(JSON.stringify(compiled)).toBe(JSON.stringify(resolved));
  return { ...(JSON.parse(JSON.stringify(compiled)) as { data: any; errors?: any[] }), statements };
}

test('a field is shown on the objects where its condition holds, and refused at its place on the others', async () => {
  const { data, errors, statements } = await both('{ tolls { nodes { id keeper call } } }');
  expect(data.tolls.nodes.map(({ keeper, call }: any) => [keeper, call])).toEqual([
    ['An', 'An!'],
    [null, null],
    [null, null],
  ]);
  expect(errors!.map(({ path, extensions }) => [path.join('.'), extensions.code, extensions.field])).toEqual([
    ['tolls.nodes.1.keeper', 'FORBIDDEN', 'TollsToll.keeper'],
    ['tolls.nodes.1.call', 'FORBIDDEN', 'TollsToll.call'],
    ['tolls.nodes.2.keeper', 'FORBIDDEN', 'TollsToll.keeper'],
    ['tolls.nodes.2.call', 'FORBIDDEN', 'TollsToll.call'],
  ]);
  expect(statements).toBe(1);
});

test('also where an author’s code has named the object', async () => {
  expect((await both('{ tollsBusiest { keeper } }')).data.tollsBusiest.keeper).toBe('An');
  const { data, errors } = await both('{ tollsBusiest { keeper } }', stranger);
  expect(data.tollsBusiest.keeper).toBeNull();
  expect(errors).toHaveLength(1);
});

test('who does not pass the rule itself is refused before the condition is asked', async () => {
  const { data } = await both('{ tolls { nodes { keeper } } }', callerOf(3, 'upper'));
  expect(data).toEqual({ tolls: null });
});

test('without the condition in the session nobody is shown anything', async () => {
  const { data } = await both('{ tolls { nodes { keeper } } }', { ...upper, settings: {} });
  expect(data.tolls.nodes).toEqual([{ keeper: null }, { keeper: null }, { keeper: null }]);
});

/** The problems of composing a changed plugin. */
function problemsOf(changed: ReturnType<typeof tolls>): string[] {
  try {
    compose([rivers, changed]);
    return [];
  } catch (error) {
    return (error as CompositionError).problems.map(({ code, message }) => `${code}: ${message}`);
  }
}

test('a condition that could not be kept is refused when plugins are composed', () => {
  const where = allow.where(read, ofOwnTown);
  expect(problemsOf(tolls({ fields: { 'TollsToll.town': where } }))).toEqual([
    expect.stringMatching(/^VALUE_RULE_MISPLACED: .*TollsToll\.town .*cannot be null/),
  ]);
  expect(problemsOf(tolls({ fields: { 'Query.tolls': where } }))).toEqual([
    expect.stringMatching(/^VALUE_RULE_MISPLACED: .*no single field of an entity/),
  ]);
  expect(problemsOf(tolls({ list: { filter: ['keeper'] } }))).toEqual([
    expect.stringMatching(/^VALUE_RULE_MISPLACED: .*found out by TollsFilter\.keeper/),
  ]);
  expect(problemsOf(tolls({ list: { order: ['keeper'] } }))[0]).toMatch(/found out by TollsOrder/);
  expect(problemsOf(tolls({ fields: { 'TollsToll.keeper': allow.anyOf(where, read) } }))).toEqual([
    expect.stringMatching(/^FIELD_WITHOUT_RULE: .*inside of a choice/),
  ]);
  expect(problemsOf(tolls())).toEqual([]);
});

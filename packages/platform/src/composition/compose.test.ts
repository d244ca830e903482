import 'reflect-metadata';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { BigIntType } from '@mikro-orm/core';
import { printSchema } from 'graphql';
import { Field, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import { allow, definePlugin, extend, list, many, Node, one, readOnlyRows } from '../index.js';
import { compose } from './compose.js';
import { CompositionError } from './problems.js';
import type { Plugin } from '../contract/plugin.js';

@ObjectType({ implements: Node, description: 'A river, as in a school book.' })
@Entity({ schema: 'core', tableName: 'river' })
class River {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What people call it.' })
  name!: string;
}

@ObjectType('BridgesBridge', { implements: Node, description: 'Something one walks over a river on.' })
@Entity({ schema: 'bridges', tableName: 'bridge' })
class Bridge {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @ManyToOne(() => River, { fieldName: 'river_id' })
  @Field(() => River, { description: 'What it leads over.' })
  river!: unknown;

  @Property({ type: 'date' })
  @Field(() => String, { description: 'Day it was opened to walkers.' })
  openedOn!: string;
}

const river = definePlugin({
  id: 'core',
  version: '1.2.0',
  title: { vi: 'Sông', en: 'Rivers' },
  data: { entities: [River], migrations: [], rows: { River: readOnlyRows('Everybody may see rivers.') } },
  graphql: { reads: { river: one(River, { by: 'name', description: 'The river people call so.' }) } },
  access: {
    fields: {
      River: allow.public('Rivers are on every map.'),
      'Query.river': allow.public('Rivers are on every map.'),
    },
  },
  translations: {
    vi: { River: 'Một con sông.', 'River.name': 'Tên thường gọi.', 'Query.river': 'Con sông có tên này.' },
  },
});

const bridges = definePlugin({
  id: 'bridges',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Cầu', en: 'Bridges' },
  data: { entities: [Bridge], migrations: [], rows: { Bridge: readOnlyRows('Everybody may see bridges.') } },
  graphql: {
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
    permissions: { 'bridges:read': { vi: 'xem cầu', en: 'see bridges' } },
    fields: {
      BridgesBridge: allow.permission('bridges:read'),
      'Query.bridges': allow.permission('bridges:read'),
      'River.bridges': allow.permission('bridges:read'),
    },
  },
  translations: {
    vi: {
      BridgesBridge: 'Một cây cầu.',
      'BridgesBridge.river': 'Cầu bắc qua sông nào.',
      'BridgesBridge.openedOn': 'Ngày thông cầu.',
      'Query.bridges': 'Mọi cây cầu.',
      'River.bridges': 'Những cầu bắc qua sông.',
    },
  },
});

/** The problems of a composition that must fail. */
function problemsOf(...plugins: Plugin[]): { code: string; owners: readonly string[]; message: string }[] {
  try {
    compose(plugins);
  } catch (error) {
    if (error instanceof CompositionError)
      return error.problems.map(({ code, owners, message }) => ({ code, owners, message }));
    throw error;
  }
  throw new Error('The composition should have failed.');
}

test('declared reads and relations become Relay connections with filters and orders', () => {
  const { schema } = compose([bridges, river]);
  const sdl = printSchema(schema);
  expect(sdl).toContain('river(\n');
  const root = schema.getQueryType()!.getFields();
  expect(root['bridges']!.args.map(({ name }) => name)).toEqual(['first', 'after', 'orderBy', 'filter']);
  expect(sdl).toMatch(/input BridgesFilter \{[^}]*river: ID/);
  expect(sdl).toMatch(/openedOnFrom/);
  expect(sdl).toMatch(/enum BridgesOfRiverOrder/);
});

test('an uninstalled plugin leaves nothing in the schema', () => {
  const sdl = printSchema(compose([river]).schema);
  expect(sdl).not.toContain('Bridge');
});

test('two plugins claiming one field, table, permission and root field: one report, both owners', () => {
  const copy = { ...bridges, id: 'viaducts', definedAt: 'elsewhere.ts:1' } as Plugin;
  const problems = problemsOf(river, bridges, copy);
  const taken = problems.filter(({ owners }) => owners.join() === 'bridges,viaducts').map(({ code }) => code);
  expect(new Set(taken)).toEqual(
    new Set(['ROOT_FIELD_TAKEN', 'FIELD_TAKEN', 'PERMISSION_TAKEN', 'TRANSLATION_TAKEN']),
  );
});

test('two classes claiming one type name and one table are both reported', () => {
  @ObjectType('BridgesBridge', { implements: Node, description: 'Another thing of the same name.' })
  @Entity({ schema: 'bridges', tableName: 'bridge' })
  class OtherBridge {
    @PrimaryKey({ type: new BigIntType('number') })
    id!: number;
  }
  const other = definePlugin({
    id: 'other',
    version: '1.0.0',
    title: { vi: 'Khác', en: 'Other' },
    data: { entities: [OtherBridge], migrations: [], rows: { OtherBridge: readOnlyRows('All.') } },
  });
  const codes = problemsOf(river, bridges, other).map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['TYPE_TAKEN', 'TABLE_TAKEN', 'ENTITY_WRONG_SCHEMA']));
});

test('a field without a rule, a root field that cannot be null and a missing description fail together', () => {
  @Resolver(() => River)
  class Lengths {
    @FieldResolver(() => Number, { description: 'length' })
    length(): number {
      return 1;
    }

    @Query(() => String)
    lengthsUnit(): string {
      return 'm';
    }
  }
  const lengths = definePlugin({
    id: 'lengths',
    version: '1.0.0',
    title: { vi: 'Dài', en: 'Lengths' },
    graphql: { resolvers: [Lengths] },
  });
  const problems = problemsOf(river, lengths);
  expect(problems.map(({ code, message }) => `${code} ${/\w+\.\w+/.exec(message)?.[0]}`)).toEqual(
    expect.arrayContaining([
      'FIELD_WITHOUT_RULE River.length',
      'FIELD_WITHOUT_RULE Query.lengthsUnit',
      'FIELD_NOT_NULLABLE Query.lengthsUnit',
      'FIELD_NOT_NULLABLE River.length',
      'DESCRIPTION_MISSING River.length',
      'DESCRIPTION_MISSING Query.lengthsUnit',
      'TRANSLATION_MISSING River.length',
    ]),
  );
  // Composing without it afterwards leaves no trace of its field (type-graphql's storage is global).
  expect(printSchema(compose([river]).schema)).not.toContain('length');
});

test('a rule for another plugin’s field is refused, so that none can loosen another’s', () => {
  const thief = definePlugin({
    id: 'thief',
    version: '1.0.0',
    title: { vi: 'Trộm', en: 'Thief' },
    access: { fields: { 'BridgesBridge.openedOn': allow.public('I would like that.') } },
  });
  expect(problemsOf(river, bridges, thief)).toEqual([
    {
      code: 'RULE_WITHOUT_FIELD',
      owners: ['thief'],
      message: expect.stringContaining('BridgesBridge.openedOn') as unknown as string,
    },
  ]);
});

test('cycles, missing requirements and wrong core versions are drawn', () => {
  const plugin = (id: string, rest: object): Plugin =>
    definePlugin({ id, version: '1.0.0', title: { vi: id, en: id }, ...rest });
  expect(
    problemsOf(river, plugin('a', { requires: { b: '*' } }), plugin('b', { requires: { a: '*' } }))[0]!
      .message,
  ).toContain('a → b → a');
  const codes = problemsOf(river, plugin('c', { requires: { bridge: '1' }, core: '^9' }), bridges).map(
    ({ code }) => code,
  );
  expect(codes).toEqual(['PLUGIN_CORE_VERSION', 'PLUGIN_REQUIRES_MISSING']);
});

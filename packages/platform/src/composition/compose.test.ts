import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { isObjectType, printSchema, validateSchema } from 'graphql';
import { Field, FieldResolver, InterfaceType, ObjectType, Query, Resolver } from 'type-graphql';
import { changed, codesOf, problemsOf } from '../../test-kit/composing.js';
import { Bridge, bridges, River, rivers } from '../../test-kit/rivers.js';
import { allow, definePlugin, Node, readOnlyRows, type ClassType, type Plugin } from '../index.js';
import { compose, coordinatesOf } from './compose.js';

const sdlOf = (...plugins: Plugin[]): string => printSchema(compose(plugins).schema);

/** A plugin that adds fields to River through a resolver class. */
const surveyors = (resolver: ClassType, ...fields: string[]): Plugin =>
  definePlugin({
    id: 'surveyors',
    version: '1.0.0',
    title: { vi: 'Đo đạc', en: 'Surveyors' },
    graphql: { resolvers: [resolver] },
    access: { fields: Object.fromEntries(fields.map((field) => [field, allow.public('On every map.')])) },
    translations: {
      vi: Object.fromEntries(fields.map((field) => [field, 'Chiều dài, tính bằng ki-lô-mét.'])),
    },
  });

test('declared reads and relations become Relay connections with filters and orders', () => {
  const { schema } = compose([bridges, rivers]);
  expect(validateSchema(schema)).toEqual([]);
  const query = schema.getQueryType()!.getFields();
  expect(query['bridges']!.args.map(({ name }) => name)).toEqual(['first', 'after', 'orderBy', 'filter']);
  expect(String(query['bridges']!.type)).toBe('BridgesBridgeConnection');
  expect(query['river']!.args.map(({ name, type }) => `${name}: ${type}`)).toEqual(['name: String!']);
  const sdl = printSchema(schema);
  expect(sdl).toMatch(
    /input BridgesFilter \{[^}]*river: ID\n[^}]*openedOnFrom: Date\n[^}]*openedOnTo: Date\n/,
  );
  expect(sdl).toMatch(/input BridgesOfRiverFilter \{[^}]*label: \[String!\]/);
  expect(sdl).toMatch(/enum BridgesOfRiverOrder \{[^}]*OPENED_ON_ASC[^}]*OPENED_ON_DESC/);
});

test('an uninstalled plugin leaves nothing in the schema, whether or not it was composed before', () => {
  const alone = sdlOf(rivers);
  expect(alone).not.toMatch(/[Bb]ridge/);
  sdlOf(rivers, bridges);
  expect(sdlOf(rivers)).toBe(alone);
});

test('composing the same plugins again gives the same schema, and does not touch the first one', () => {
  const first = compose([rivers, bridges]);
  const before = printSchema(first.schema);
  const again = compose([rivers, bridges]);
  expect(printSchema(again.schema)).toBe(before);
  expect(printSchema(first.schema)).toBe(before);
  expect(again.schema.getType('River')).not.toBe(first.schema.getType('River'));
});

test('of two plugins that never meet, each has its own field of one name, in whatever order they are composed', () => {
  @Resolver(() => River)
  class Kilometers {
    @FieldResolver(() => Number, { nullable: true, description: 'In kilometers, by the map.' })
    surveyorsLength(): number {
      return 1;
    }
  }
  @Resolver(() => River)
  class Words {
    @FieldResolver(() => String, { nullable: true, description: 'In words, by heart.' })
    surveyorsLength(): string {
      return 'long';
    }
  }
  const typeOf = (resolver: ClassType): string => {
    const type = compose([rivers, surveyors(resolver, 'River.surveyorsLength')]).schema.getType('River');
    return isObjectType(type) ? String(type.getFields()['surveyorsLength']!.type) : '';
  };
  expect([Kilometers, Words, Kilometers].map(typeOf)).toEqual(['Float', 'String', 'Float']);
});

test('a resolver that is loaded but not installed adds neither code nor arguments to a field', () => {
  @Resolver(() => River)
  class Stray {
    @FieldResolver(() => String, { description: 'What I call it.' })
    name(): string {
      return 'mine';
    }
  }
  expect(Stray).toBeDefined();
  const { resolved, readModel } = compose([rivers]);
  expect([...resolved]).toEqual(['Query.node']);
  expect(readModel.computed.size).toBe(0);
});

test('two plugins may call their classes the same: an entity is known by its table', () => {
  @ObjectType('HarborsBridge', { implements: Node, description: 'A landing stage.' })
  @Entity({ schema: 'harbors', tableName: 'bridge' })
  class HarborBridge {
    @PrimaryKey({ type: new BigIntType('number') })
    id!: number;

    @Property({ type: 'text' })
    @Field(() => String, { description: 'Which ship lands there.' })
    ship!: string;
  }
  Object.defineProperty(HarborBridge, 'name', { value: 'Bridge' });
  const harbors = definePlugin({
    id: 'harbors',
    version: '1.0.0',
    title: { vi: 'Cảng', en: 'Harbors' },
    data: { entities: [HarborBridge], migrations: [], rows: { Bridge: readOnlyRows('All.') } },
    access: { fields: { HarborsBridge: allow.public('Ships are seen.') } },
    translations: { vi: { HarborsBridge: 'Cầu cảng.', 'HarborsBridge.ship': 'Tàu nào cập bến.' } },
  });
  expect(HarborBridge.name).toBe(Bridge.name);
  const { readModel } = compose([rivers, bridges, harbors]);
  expect(readModel.plans.get('harbors.bridge')!.columns.has('ship')).toBe(true);
  expect(readModel.plans.get('bridges.bridge')!.columns.has('label')).toBe(true);
});

test('a type that only an interface leads to is in the schema when its plugin lists it', () => {
  @InterfaceType('SurveyorsMark', { description: 'Something surveyors leave behind.' })
  abstract class Mark {
    @Field(() => String, { description: 'How it looks.' })
    color!: string;
  }
  @ObjectType('SurveyorsStone', { implements: Mark, description: 'A mark of stone.' })
  class Stone extends Mark {}
  @Resolver()
  class Marks {
    @Query(() => Mark, { nullable: true, description: 'The last one left.' })
    surveyorsMark(): null {
      return null;
    }
  }
  const plugin = surveyors(Marks, 'Query.surveyorsMark', 'SurveyorsStone');
  const marks = changed(plugin, {
    graphql: { ...plugin.graphql, types: [Stone] },
    translations: {
      vi: {
        ...plugin.translations!.vi,
        SurveyorsMark: 'Một dấu mốc.',
        'SurveyorsMark.color': 'Màu của mốc.',
        'SurveyorsStone.color': 'Màu của mốc đá.',
      },
    },
  });
  expect(coordinatesOf(compose([rivers, marks]).schema)).toContain('SurveyorsStone.color');
});

test('a plugin can be data about a program, and nothing else', () => {
  const nothing = definePlugin({ id: 'wishes', version: '1.0.0', title: { vi: 'Ước', en: 'Wishes' } });
  expect(sdlOf(rivers, nothing)).toBe(sdlOf(rivers));
});

test('an entity without a row rule fails', () => {
  expect(codesOf(changed(rivers, { data: { ...rivers.data!, rows: {} } }))).toEqual([
    'ENTITY_WITHOUT_ROW_RULE core',
  ]);
});

test('what is wrong with one step is told together, and as a text that says where and how to mend it', () => {
  @Resolver(() => River)
  class Lengths {
    @FieldResolver(() => Number, { description: 'surveyors length' })
    surveyorsLength(): number {
      return 1;
    }

    @Query(() => String)
    surveyorsUnit(): string {
      return 'm';
    }
  }
  const plugin = changed(surveyors(Lengths), { access: {}, translations: { vi: {} } });
  const problems = problemsOf(rivers, plugin);
  expect(problems.map(({ code, message }) => `${code} ${/\w+\.\w+/.exec(message)?.[0]}`).sort()).toEqual([
    'DESCRIPTION_MISSING Query.surveyorsUnit',
    'DESCRIPTION_MISSING River.surveyorsLength',
    'FIELD_NOT_NULLABLE Query.surveyorsUnit',
    'FIELD_NOT_NULLABLE River.surveyorsLength',
    'FIELD_WITHOUT_RULE Query.surveyorsUnit',
    'FIELD_WITHOUT_RULE River.surveyorsLength',
    'TRANSLATION_MISSING Query.surveyorsUnit',
    'TRANSLATION_MISSING River.surveyorsLength',
  ]);
  expect(() => compose([rivers, plugin])).toThrow(
    /^The plugins do not fit together: 8 problems\.\n\n1\. \w+: .*\n   where: .*compose\.test\.ts:\d+\n   mend:  /,
  );
});

test('names are checked with the conflicts, before anything is built', () => {
  const codes = codesOf(rivers, changed(bridges, { graphql: { ...bridges.graphql, prefix: 'spans' } }));
  expect(new Set(codes)).toEqual(new Set(['ROOT_FIELD_PREFIX bridges', 'TYPE_PREFIX bridges']));
});

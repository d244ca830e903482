import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import { changed } from '../../test-kit/composing.js';
import { Bridge, bridges, River, rivers } from '../../test-kit/rivers.js';
import { connectionOf, definePlugin, extend, list, many, Node, readOnlyRows, type Plugin } from '../index.js';
import { findConflicts } from './conflicts.js';

const plugin = (id: string, rest: Partial<Plugin>): Plugin =>
  definePlugin({ id, version: '1.0.0', title: { vi: id, en: id }, ...rest });
const conflicts = (...plugins: Plugin[]) =>
  findConflicts(plugins).map(
    ({ code, owners, message }) =>
      `${code} ${/(?:root field|type|field|table|permission|code|key) (\S+)/.exec(message)![1]} ${owners.join('+')}`,
  );

test('plugins that share nothing, or share a class, are in no conflict', () => {
  expect(conflicts(rivers, bridges)).toEqual([]);
});

test('a conflict names both owners and both places, and how to mend it', () => {
  const [problem] = findConflicts([
    rivers,
    plugin('other', { access: { permissions: rivers.access!.permissions } }),
  ]);
  expect(problem).toMatchObject({
    code: 'PERMISSION_TAKEN',
    owners: ['core', 'other'],
    places: [rivers.definedAt, expect.stringContaining('conflicts.test.ts')],
    mend: expect.stringMatching(/./),
  });
});

test('a root field, declared or of a resolver, has one owner', () => {
  @Resolver()
  class Again {
    @Query(() => String, { nullable: true, description: 'Again.' })
    rivers(): null {
      return null;
    }
  }
  expect(conflicts(rivers, plugin('other', { graphql: { resolvers: [Again] } }))).toEqual([
    'ROOT_FIELD_TAKEN Query.rivers core+other',
  ]);
  const reads = { rivers: rivers.graphql!.reads!['rivers']! };
  expect(conflicts(rivers, plugin('other', { graphql: { reads } }))).toEqual([
    'ROOT_FIELD_TAKEN Query.rivers core+other',
  ]);
});

test('a type name and a table have one class', () => {
  @ObjectType('River', { implements: Node, description: 'Another thing of the same name.' })
  @Entity({ schema: 'core', tableName: 'river' })
  class Stream {
    @PrimaryKey({ type: new BigIntType('number') })
    id!: number;
  }
  const other = plugin('other', {
    data: { entities: [Stream], migrations: [], rows: { Stream: readOnlyRows('') } },
  });
  expect(conflicts(rivers, other)).toEqual([
    'TYPE_TAKEN River core+other',
    'TABLE_TAKEN core.river core+other',
  ]);
});

test('what one plugin claims twice is told by its classes, not by the plugin twice', () => {
  @ObjectType('BridgesBridge', { implements: Node, description: 'One that was copied, with its name.' })
  @Entity({ schema: 'bridges', tableName: 'bridge' })
  class Footbridge {
    @PrimaryKey({ type: new BigIntType('number') })
    id!: number;
  }
  @Resolver()
  class Again {
    @Query(() => String, { nullable: true, description: 'Again.' })
    bridges(): null {
      return null;
    }
  }
  const data = { ...bridges.data!, entities: [Bridge, Footbridge] };
  const graphql = { ...bridges.graphql, resolvers: [...bridges.graphql!.resolvers!, Again] };
  const problems = findConflicts([rivers, changed(bridges, { data, graphql })]);
  expect(problems.map(({ message }) => message)).toEqual([
    'The root field Query.bridges is claimed twice by bridges: by the class Again and by graphql.reads.bridges.',
    'The GraphQL type BridgesBridge is claimed twice by bridges: by the class Bridge and by the class Footbridge.',
    'The table bridges.bridge is claimed twice by bridges: by the class Bridge and by the class Footbridge.',
  ]);
  expect(problems[0]).toMatchObject({ owners: ['bridges'], places: [bridges.definedAt] });
});

test('a field of another plugin’s type has one owner: of its class, a resolver, a relation', () => {
  @Resolver(() => River)
  class Renamer {
    @FieldResolver(() => String, { nullable: true, description: 'What I call it.' })
    name(): null {
      return null;
    }
  }
  const other = plugin('other', { graphql: { resolvers: [Renamer] } });
  expect(conflicts(rivers, other)).toEqual(['FIELD_TAKEN River.name core+other']);
  const related = plugin('related', {
    graphql: { extend: [extend(River, { bridges: many(Bridge, 'river', { description: '' }) })] },
  });
  expect(conflicts(rivers, bridges, related)).toEqual(['FIELD_TAKEN River.bridges bridges+related']);
});

test('a field of a type that only a resolver leads to is its plugin’s as well', () => {
  @ObjectType('Weather', { description: 'How it is today.' })
  class Weather {
    @Field(() => String, { description: 'What falls from the sky.' })
    rain!: string;
  }
  @Resolver()
  class Forecast {
    @Query(() => Weather, { nullable: true, description: 'Today’s.' })
    weather(): null {
      return null;
    }
  }
  @Resolver(() => Weather)
  class Meddler {
    @FieldResolver(() => String, { description: 'What I say falls.' })
    rain(): string {
      return 'gold';
    }
  }
  const core = changed(rivers, { graphql: { ...rivers.graphql, resolvers: [Forecast] } });
  expect(conflicts(core, plugin('meddler', { graphql: { resolvers: [Meddler] } }))).toEqual([
    'FIELD_TAKEN Weather.rain core+meddler',
  ]);
});

test('a page is its entity’s: no other type has its name, no other plugin adds code to it', () => {
  @ObjectType('RiverEdge', { description: 'Where a river ends.' })
  class Bank {
    @Field(() => String, { description: 'What grows there.' })
    reeds!: string;
  }
  expect(conflicts(rivers, plugin('other', { graphql: { types: [Bank] } }))).toEqual([
    'TYPE_TAKEN RiverEdge core+other',
  ]);
  @Resolver(() => connectionOf(River))
  class Counter {
    @FieldResolver(() => Number, { nullable: true, description: 'How many I say there are.' })
    totalCount(): number {
      return 7;
    }
  }
  expect(conflicts(rivers, plugin('counter', { graphql: { resolvers: [Counter] } }))).toEqual([
    'FIELD_TAKEN RiverConnection.totalCount core+counter',
  ]);
});

test('a plugin may resolve what its own class declares', () => {
  @Resolver(() => River)
  class Names {
    @FieldResolver(() => String, { description: 'What people call it, by code.' })
    name(): string {
      return '';
    }
  }
  expect(conflicts(changed(rivers, { graphql: { ...rivers.graphql, resolvers: [Names] } }))).toEqual([]);
});

test('filters and orders that the platform will make are names like others', () => {
  @ObjectType('BridgesFilter', { description: 'What keeps leaves out.' })
  class Sieve {
    @Field(() => String, { description: 'How fine.' })
    mesh!: string;
  }
  const other = plugin('other', { graphql: { types: [Sieve] } });
  expect(conflicts(rivers, bridges, other)).toEqual(['TYPE_TAKEN BridgesFilter bridges+other']);
  // `bridgesOfRiver` at the root and `bridges` of River would both have a `BridgesOfRiverFilter`.
  const named = plugin('bridges-of', {
    graphql: { reads: { bridgesOfRiver: list(Bridge, { description: '', filter: ['label'] }) } },
  });
  expect(conflicts(rivers, bridges, named)).toEqual(['TYPE_TAKEN BridgesOfRiverFilter bridges+bridges-of']);
});

test('permissions, error codes and translations have one owner; the platform’s codes are its own', () => {
  const other = plugin('other', {
    access: { permissions: { 'bridges:read': { vi: '', en: '' } } },
    problems: {
      BRIDGE_BROKEN: { vi: '', en: '' },
      FORBIDDEN: { vi: '', en: '' },
      toString: { vi: '', en: '' },
    },
    translations: { vi: { 'Query.rivers': 'Sông.' } },
  });
  expect(conflicts(rivers, bridges, other).sort()).toEqual([
    'PERMISSION_TAKEN bridges:read bridges+other',
    'PROBLEM_CODE_TAKEN BRIDGE_BROKEN bridges+other',
    'PROBLEM_CODE_TAKEN FORBIDDEN platform+other',
    'TRANSLATION_TAKEN Query.rivers core+other',
  ]);
});

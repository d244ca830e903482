import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, InputType, ObjectType, Query, Resolver, Arg } from 'type-graphql';
import { changed } from '../../test-kit/composing.js';
import { bridges, River, rivers } from '../../test-kit/rivers.js';
import { allow, definePlugin, one, readOnlyRows, type Plugin } from '../index.js';
import { checkNames } from './naming.js';

const codes = (...plugins: Plugin[]) => checkNames(plugins).map(({ code, message }) => [code, message]);
const plugin = (rest: Partial<Plugin>): Plugin =>
  definePlugin({ id: 'tree-care', version: '1.0.0', title: { vi: 'Cây', en: 'Trees' }, ...rest });

test('names that carry their plugin’s prefix are right', () => {
  expect(codes(rivers, bridges)).toEqual([]);
});

test('a table lies in its plugin’s schema, and an entity names one', () => {
  @Entity({ schema: 'core', tableName: 'tree' })
  class Tree {
    @PrimaryKey({ type: new BigIntType('number') })
    id!: number;
  }
  class Bush {
    readonly leaves = 3;
  }
  const trees = plugin({
    data: { entities: [Tree, Bush], migrations: [], rows: { Tree: readOnlyRows('All.') } },
  });
  expect(codes(trees)).toEqual([
    ['ENTITY_WRONG_SCHEMA', expect.stringContaining('core.tree')],
    ['ENTITY_WITHOUT_TABLE', expect.stringContaining('Bush')],
  ]);
});

test.each([
  'core:audit.read',
  'tree-care',
  'tree-care:',
  'tree-care:read,core:audit.read',
  'tree-care:read all',
  'tree-carer:read',
])('%j is no permission of tree-care', (permission) => {
  const trees = plugin({ access: { permissions: { [permission]: { vi: 'x', en: 'x' } } } });
  expect(codes(trees)).toEqual([['PERMISSION_PREFIX', expect.stringContaining(permission)]]);
});

test('a permission may have parts', () => {
  const names = ['tree-care:read', 'tree-care:audit.read', 'tree-care:appoint.commune-clerk'];
  const permissions = Object.fromEntries(names.map((name) => [name, { vi: 'x', en: 'x' }]));
  expect(codes(plugin({ access: { permissions } }))).toEqual([]);
});

test('root fields carry the prefix, which is the id’s or the one that is set, but never none', () => {
  const reads = { trees: one(River, { by: 'name', description: '' }) };
  expect(codes(rivers, plugin({ graphql: { reads } }))).toEqual([
    ['ROOT_FIELD_PREFIX', expect.stringContaining('does not begin with treeCare')],
  ]);
  expect(codes(rivers, plugin({ graphql: { reads, prefix: 'trees' } }))).toEqual([]);
  expect(codes(rivers, plugin({ graphql: { reads, prefix: '' } }))[0]![0]).toBe('ROOT_FIELD_PREFIX');
});

test('types carry it too, inputs and what fields lead to; another plugin’s are not looked at', () => {
  @ObjectType('Leaf', { description: 'Of a tree.' })
  class Leaf {
    @Field(() => River, { description: 'Where it fell.' })
    river!: River;
  }
  @InputType('PlantInput', { description: 'What is planted.' })
  class PlantInput {
    @Field(() => String, { description: 'What kind.' })
    kind!: string;
  }
  @Resolver()
  class Trees {
    @Query(() => Leaf, { nullable: true, description: 'The newest.' })
    treeCareLeaf(@Arg('input', () => PlantInput, { description: 'x' }) _input: PlantInput): null {
      return null;
    }
  }
  const trees = plugin({ graphql: { resolvers: [Trees] }, access: { fields: { Leaf: allow.signedIn() } } });
  expect(codes(rivers, trees)).toEqual([
    ['TYPE_PREFIX', expect.stringContaining('Leaf')],
    ['TYPE_PREFIX', expect.stringContaining('PlantInput')],
  ]);
});

test('core has no prefix', () => {
  expect(codes(changed(bridges, { id: 'core' })).map(([code]) => code)).toEqual([
    'ENTITY_WRONG_SCHEMA',
    'PERMISSION_PREFIX',
    'PERMISSION_PREFIX',
    'PERMISSION_PREFIX',
  ]);
});

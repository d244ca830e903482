import { BigIntType } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { changed, problemsOf } from '../../test-kit/composing.js';
import { Bridge, bridges, rivers } from '../../test-kit/rivers.js';
import { extend, list, many, Node, one, readOnlyRows, temporal } from '../index.js';

@ObjectType('BridgesArch', { implements: Node, description: 'What a bridge stands on.' })
@Entity({ schema: 'bridges', tableName: 'arch' })
class Arch {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @ManyToOne(() => Bridge, { fieldName: 'bridge_id' })
  @Field(() => Bridge, { description: 'What it carries.' })
  bridge!: unknown;
}

@ObjectType('BridgesStone', { implements: Node, description: 'One of the stones of an arch.' })
@Entity({ schema: 'bridges', tableName: 'stone' })
class Stone {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @ManyToOne(() => Arch, { fieldName: 'arch_id' })
  arch!: unknown;
}

const withData = (data: object) => ({ ...bridges.data!, ...data });
const withStones = withData({
  entities: [Bridge, Stone],
  rows: { ...bridges.data!.rows, Stone: readOnlyRows('Everybody may count them.') },
});

test('an entity left out of the list is told of with every place that uses it, and what to add', () => {
  const reads = {
    bridgesArches: list(Arch, { description: 'All there are.' }),
    bridgesArch: one(Arch, { by: 'id', description: 'One of them.' }),
  };
  const relations = { arches: many(Arch, 'bridge', { description: 'What it stands on.' }) };
  const [problem, ...others] = problemsOf(
    rivers,
    // Through the reference of Stone, MikroORM knows Arch although nobody lists it.
    changed(bridges, {
      data: withStones,
      graphql: { ...bridges.graphql, reads, extend: [extend(Bridge, relations)] },
    }),
  );
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    code: 'RELATION_UNKNOWN',
    message:
      'graphql.reads.bridgesArches, graphql.reads.bridgesArch, graphql.extend Bridge.arches, Stone.arch of bridges names Arch, which is no entity of an installed plugin.',
    owners: ['bridges'],
    places: [bridges.definedAt],
    mend: 'Add Arch to data.entities of bridges, and its row rule to data.rows.',
  });
});

test('a reference alone is told of: no row rule covers what it leads to', () => {
  expect(problemsOf(rivers, changed(bridges, { data: withStones })).map(({ message }) => message)).toEqual([
    'Stone.arch of bridges names Arch, which is no entity of an installed plugin.',
  ]);
});

test('so is what only a resolver answers with', () => {
  @Resolver()
  class Arches {
    @Query(() => Arch, { nullable: true, description: 'The widest of them.' })
    bridgesWidestArch(): null {
      return null;
    }
  }
  const graphql = { ...bridges.graphql, resolvers: [...bridges.graphql!.resolvers!, Arches] };
  expect(problemsOf(rivers, changed(bridges, { graphql })).map(({ message }) => message)).toEqual([
    'the GraphQL type BridgesArch of bridges names Arch, which is no entity of an installed plugin.',
  ]);
});

test('so are versions', () => {
  const data = withData({ temporal: [temporal(Bridge, { versions: Arch, owner: 'bridge', fields: [] })] });
  expect(problemsOf(rivers, changed(bridges, { data })).map(({ message }) => message)).toEqual([
    'data.temporal of Bridge of bridges names Arch, which is no entity of an installed plugin.',
  ]);
});

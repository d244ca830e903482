import { inspect } from 'node:util';
import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { allow, definePlugin, rowRule, type RequestContext } from '@phoihop/platform';
import { jest } from '@jest/globals';
import { Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { createTestBed, type TestBed } from './test-bed.js';

@Entity({ schema: 'core', tableName: 'tree' })
class Tree {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @Property({ type: 'integer' })
  height!: number;
}

@Resolver()
class Trees {
  @Query(() => Int, { nullable: true, description: 'Height of the highest, in meters.' })
  highest(): number {
    throw new Error('the ladder is too short');
  }

  @Mutation(() => Int, { nullable: true, description: 'Plants a tree that is below the ground.' })
  async plant(@Ctx() { session }: RequestContext): Promise<number> {
    await session.query('insert into core.tree (id, height) values (1, -3)');
    return 1;
  }
}

const anybody = allow.public('Trees are seen from afar.');
const core = definePlugin({
  id: 'core',
  version: '1.0.0',
  title: { vi: 'Cây', en: 'Trees' },
  data: {
    entities: [Tree],
    migrations: [
      {
        name: '0001_tree',
        up: 'create table core.tree (id bigint primary key, height integer not null check (height > 0))',
        down: 'drop table core.tree',
      },
    ],
    rows: { Tree: rowRule({ select: 'always', insert: 'always', explanation: 'All.' }) },
  },
  graphql: { resolvers: [Trees] },
  access: { fields: { 'Query.highest': anybody, 'Mutation.plant': anybody } },
  translations: { vi: { 'Query.highest': 'Cây cao nhất.', 'Mutation.plant': 'Trồng một cây.' } },
});
const garden = definePlugin({
  id: 'garden',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Vườn', en: 'Garden' },
  hooks: {
    ready: () => {
      throw new Error('the gate is locked');
    },
  },
});

let bed: TestBed;
let printed: string;
beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation((...values: unknown[]) => {
    printed += values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' ');
  });
  printed = '';
  bed = await createTestBed({ plugins: [core, garden] });
});
afterAll(() => bed?.close());

test('a plugin that does not start is told of, once, with the reason', () => {
  expect(printed).toBe(
    'The plugin garden could not start and is left out: its hooks.ready failed: the gate is locked',
  );
});

test.each([
  ['what a resolver throws', '{ highest }', 'the ladder is too short'],
  ['a violated check', 'mutation { plant }', 'violates check constraint "tree_height_check"'],
])(
  '%s is a number to the client; its author reads message and place under it',
  async (_, source, message) => {
    printed = '';
    const { errors } = await bed.graphql(source);
    expect(errors![0]!.extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      errorId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(JSON.stringify(errors)).not.toContain(message);
    expect(printed).toContain(errors![0]!.extensions['errorId']);
    expect(printed).toContain(message);
    expect(printed).toMatch(/at .*tell-author\.test/);
  },
);

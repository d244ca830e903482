import { BigIntType } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { start, type Running } from '../../test-kit/running.js';
import {
  allow,
  DateScalar,
  definePlugin,
  extend,
  list,
  many,
  Node,
  one,
  readOnlyRows,
  temporal,
  type RequestContext,
} from '../index.js';

/** Villages whose name and district change with time, and censuses that carry a date of their own. */

@ObjectType({ implements: Node, description: 'Where people live.' })
@Entity({ schema: 'core', tableName: 'village' })
class Village {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'By which it is found.' })
  code!: string;
}

@ObjectType({ description: 'A village for a while.' })
@Entity({ schema: 'core', tableName: 'village_version' })
class VillageVersion {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @ManyToOne(() => Village, { fieldName: 'village_id' })
  village!: unknown;

  @Property({ type: 'text' })
  @Field(() => String, { nullable: true, description: 'What it was called then.' })
  name!: string;

  @ManyToOne(() => Village, { fieldName: 'parent_id', nullable: true })
  @Field(() => Village, { nullable: true, description: 'To which it belonged then.' })
  parent!: unknown;

  @Property({ type: 'date' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  validTo!: string | null;

  @Property({ type: 'datetime', columnType: 'timestamptz', nullable: true })
  supersededAt!: Date | null;
}

@ObjectType({ implements: Node, description: 'A count of people on a day.' })
@Entity({ schema: 'core', tableName: 'census' })
class Census {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @ManyToOne(() => Village, { fieldName: 'village_id' })
  @Field(() => Village, { description: 'Where it was.' })
  village!: unknown;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'When it was.' })
  heldOn!: string;
}

@Resolver()
class Lookups {
  @Query(() => Village, { nullable: true, description: 'One by its row id, as of a day.' })
  async villageAt(
    @Arg('row', () => Number, { description: 'x' }) row: number,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'x' }) _asOf?: string,
  ): Promise<unknown> {
    return row;
  }

  @Query(() => Village, { nullable: true, description: 'The same, read whole by the author.' })
  async villageWhole(
    @Ctx() { read }: RequestContext,
    @Arg('row', () => Number, { description: 'x' }) row: number,
    @Arg('on', () => DateScalar, { nullable: true, description: 'x' }) on?: string,
  ): Promise<unknown> {
    return read.byId(Village, row, on);
  }
}

const open = allow.public('Only a test.');
const coordinates = [
  'Query.village',
  'Query.villages',
  'Query.censuses',
  'Query.villageAt',
  'Query.villageWhole',
];
const words = [
  'Village',
  'Village.code',
  'Village.name',
  'Village.parent',
  'Village.parts',
  'Village.censuses',
  'Census',
  'Census.village',
  'Census.heldOn',
  'VillageVersion',
  'VillageVersion.name',
  'VillageVersion.parent',
  'Query.villageAt(row)',
  'Query.villageAt(asOf)',
  'Query.villageWhole(row)',
  'Query.villageWhole(on)',
];
const villages = definePlugin({
  id: 'core',
  version: '1.0.0',
  title: { vi: 'Làng', en: 'Villages' },
  data: {
    entities: [Village, VillageVersion, Census],
    temporal: [temporal(Village, { versions: VillageVersion, owner: 'village', fields: ['name', 'parent'] })],
    asOf: { Census: 'heldOn' },
    migrations: [
      {
        name: '0001_village',
        up: `
          create table core.village (id bigint primary key, code text not null);
          create table core.village_version (id bigint generated always as identity primary key, village_id bigint not null,
            name text not null, parent_id bigint, valid_from date not null, valid_to date, superseded_at timestamptz);
          create table core.census (id bigint primary key, village_id bigint not null, held_on date not null);
          insert into core.village values (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D');
          -- 1 and 2 are districts; 3 moves from the first to the second in 2020; 4 is born in 2021; a slip was corrected.
          insert into core.village_version (village_id, name, parent_id, valid_from, valid_to, superseded_at) values
            (1, 'First', null, '2000-01-01', null, null), (2, 'Second', null, '2000-01-01', null, null),
            (3, 'Old', 1, '2000-01-01', '2020-01-01', null), (3, 'New', 2, '2020-01-01', null, null),
            (3, 'Slip', 1, '2020-01-01', null, now()), (4, 'Young', 2, '2021-06-01', null, null);
          insert into core.census values (1, 3, '2019-04-01'), (2, 3, '2021-04-01');`,
        down: '',
      },
    ],
    rows: {
      Village: readOnlyRows('All.'),
      VillageVersion: readOnlyRows('All.'),
      Census: readOnlyRows('All.'),
    },
  },
  graphql: {
    resolvers: [Lookups],
    reads: {
      village: one(Village, { by: 'code', description: 'The one of this code.' }),
      villages: list(Village, {
        description: 'All there are on a day.',
        order: ['name'],
        filter: ['parent'],
      }),
      censuses: list(Census, { description: 'All there were.', order: ['heldOn'] }),
    },
    extend: [
      extend(Village, {
        parts: many(Village, 'parent', { description: 'What belongs to it on a day.', order: ['name'] }),
        censuses: many(Census, 'village', { description: 'Held in it.', order: ['heldOn'] }),
      }),
    ],
  },
  access: {
    fields: {
      Village: open,
      VillageVersion: open,
      Census: open,
      ...Object.fromEntries(coordinates.map((name) => [name, open])),
    },
  },
  translations: { vi: Object.fromEntries([...coordinates, ...words].map((key) => [key, 'Chữ tiếng Việt.'])) },
});

let running: Running;
let run: Running['run'];
beforeAll(async () => {
  running = await start([villages]);
  ({ run } = running);
});
afterAll(() => running?.stop());

test('without a date, everything is as of the business date', async () => {
  const { data, errors } = await run(
    '{ village(code: "C") { name parent { name parts { nodes { name } } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.village).toEqual({
    name: 'New',
    parent: { name: 'Second', parts: { nodes: [{ name: 'New' }, { name: 'Young' }] } },
  });
});

test('a root’s date holds for everything below it: objects, relations, counts, objects of relations', async () => {
  const { data } = await run(`{
    village(code: "C", asOf: "2010-01-01") { name parent { name parts { totalCount nodes { name parent { name } } } } }
    now: village(code: "C") { name parent { parts { totalCount } } }
  }`);
  expect(data.village).toEqual({
    name: 'Old',
    parent: { name: 'First', parts: { totalCount: 1, nodes: [{ name: 'Old', parent: { name: 'First' } }] } },
  });
  expect(data.now).toEqual({ name: 'New', parent: { parts: { totalCount: 2 } } });
});

test('a list has what was there on its date, ordered and filtered as it was then', async () => {
  const names = async (args: string) => {
    const { data, errors } = await run(`{ villages(${args}) { totalCount nodes { name } } }`);
    expect(errors).toBeUndefined();
    expect(data.villages.totalCount).toBe(data.villages.nodes.length);
    return data.villages.nodes.map(({ name }: { name: string }) => name);
  };
  expect(await names('asOf: "2010-01-01"')).toEqual(['First', 'Old', 'Second']);
  expect(await names('asOf: "2021-10-15"')).toEqual(['First', 'New', 'Second', 'Young']);
  expect(await names('asOf: "1999-12-31"')).toEqual([]);
  const second = Buffer.from('Village:2').toString('base64url');
  expect(await names(`filter: { parent: "${second}" }`)).toEqual(['New', 'Young']);
  expect(await names(`filter: { parent: "${second}" }, asOf: "2019-12-31"`)).toEqual([]);
});

test('a row that carries its own date is the date of what hangs below it, in one statement for all', async () => {
  const source =
    '{ censuses { nodes { heldOn village { name parent { name parts { nodes { name } } } } } } }';
  const { data } = await run(source);
  const few = running.statements;
  expect(data.censuses.nodes).toEqual([
    {
      heldOn: '2019-04-01',
      village: { name: 'Old', parent: { name: 'First', parts: { nodes: [{ name: 'Old' }] } } },
    },
    {
      heldOn: '2021-04-01',
      village: { name: 'New', parent: { name: 'Second', parts: { nodes: [{ name: 'New' }] } } },
    },
  ]);
  await run(
    '{ censuses(first: 1) { nodes { heldOn village { name parent { name parts { nodes { name } } } } } } }',
  );
  expect(running.statements).toBe(few);
});

test('what a list below a dated root holds keeps its own date', async () => {
  const { data } = await run(
    '{ village(code: "C", asOf: "2021-10-15") { censuses { nodes { heldOn village { name } } } } }',
  );
  expect(
    data.village.censuses.nodes.map(({ village }: { village: { name: string } }) => village.name),
  ).toEqual(['Old', 'New']);
});

test('who is referred to but was not there yet is shown as at first; who was found by a property is not found', async () => {
  const { data } = await run(
    '{ villageAt(row: 4, asOf: "2010-01-01") { name } village(code: "D", asOf: "2010-01-01") { name } }',
  );
  expect(data).toEqual({ villageAt: { name: 'Young' }, village: null });
});

test('an id that a resolver returns is read as of its root’s date; a row it read itself, as of the date it chose', async () => {
  expect(
    (await run('{ villageAt(row: 3, asOf: "2010-01-01") { name parent { name } } }')).data.villageAt,
  ).toEqual({ name: 'Old', parent: { name: 'First' } });
  expect(
    (await run('{ villageWhole(row: 3, on: "2010-01-01") { name parent { name } } }')).data.villageWhole,
  ).toEqual({ name: 'Old', parent: { name: 'First' } });
  expect((await run('{ villageWhole(row: 3) { name } }')).data.villageWhole).toEqual({ name: 'New' });
});

test('two dates in one document do not get into each other’s way, whatever the aliases', async () => {
  const { data } = await run(`{
    __proto__: village(code: "C", asOf: "2010-01-01") { name parent { name } }
    then: village(code: "C") { name parent { name } }
  }`);
  expect(Object.values(data)).toEqual([
    { name: 'Old', parent: { name: 'First' } },
    { name: 'New', parent: { name: 'Second' } },
  ]);
});

test('a date that is none is refused before anything is read', async () => {
  expect((await run('{ villages(asOf: "2021-02-30") { totalCount } }')).errors![0]!.message).toContain(
    'Not a date',
  );
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';
import { allow, anonymous, definePlugin, Node, one, readOnlyRows, type Row } from '@phoihop/platform';
import { Engine } from '@phoihop/platform/engine';
import { Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';

/** A core with one type, as a stranger to the plugin below would have written it. */
@ObjectType({ implements: Node, description: 'A unit of administration.' })
@Entity({ schema: 'core', tableName: 'village' })
class Village {
  @PrimaryKey({ type: new BigIntType('number') })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What people call it.' })
  name!: string;
}

const known = allow.public('On every map.');
const core = definePlugin({
  id: 'core',
  version: '1.0.0',
  title: { vi: 'Lõi', en: 'Core' },
  data: {
    entities: [Village],
    migrations: [
      {
        name: '0001_village',
        up: `create table core.village (id bigint primary key, name text not null); insert into core.village values (1, 'Cổ Loa');`,
        down: 'drop table core.village',
      },
    ],
    rows: { Village: readOnlyRows('All.') },
  },
  graphql: { reads: { village: one(Village, { by: 'name', description: 'The one people call so.' }) } },
  access: { fields: { Village: known, 'Query.village': known } },
  translations: {
    vi: { Village: 'Một làng.', 'Village.name': 'Tên làng.', 'Query.village': 'Làng có tên này.' },
  },
});

// The plugin begins here.
@Resolver(() => Village)
class Hello {
  @FieldResolver(() => String, { nullable: true, description: 'How its people are greeted.' })
  helloWelcome(@Root() village: Row): string {
    return `Chào ${String(village['name'])}!`;
  }

  @Query(() => Number, { nullable: true, description: 'How many times greetings are repeated by custom.' })
  helloTimes(): number {
    return 3;
  }
}

const hello = definePlugin({
  id: 'hello',
  version: '1.0.0',
  core: '^1.0.0',
  title: { vi: 'Lời chào', en: 'Hello' },
  graphql: { resolvers: [Hello] },
  access: {
    permissions: { 'hello:count': { vi: 'đếm lời chào', en: 'count greetings' } },
    fields: { 'Village.helloWelcome': known, 'Query.helloTimes': allow.permission('hello:count') },
  },
  translations: { vi: { 'Village.helloWelcome': 'Lời chào dân.', 'Query.helloTimes': 'Chào mấy lần.' } },
});
// The plugin ends here.

/** The lines between the markers above, as an author would count them: all of them. */
function linesOfPlugin(): string[] {
  const text = readFileSync(fileURLToPath(import.meta.url), 'utf8');
  const [, plugin] = /\n\/\/ The plugin begins here\.\n([\s\S]*?)\n\/\/ The plugin ends here\.\n/.exec(text)!;
  return plugin!.split('\n');
}

test('the plugin is under 30 lines, none of them longer than the house’s', () => {
  const lines = linesOfPlugin();
  expect(lines[0]).toBe('@Resolver(() => Village)');
  expect(lines.length).toBeLessThan(30);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(110);
});

describe('running beside core', () => {
  let place: TemporaryDatabase;
  let engine: Engine;
  beforeAll(async () => {
    place = await createTemporaryDatabase();
    const clock = { businessDate: '2021-10-15', now: () => new Date() };
    engine = await Engine.start({ plugins: [hello, core], database: place, clock });
  });
  afterAll(async () => {
    await engine?.stop();
    await place?.drop();
  });
  const counter = { ...anonymous, userId: 1, permissions: new Set(['hello:count']) };

  test('its field stands on core’s type, its root query beside core’s', async () => {
    const source = '{ village(name: "Cổ Loa") { name helloWelcome } helloTimes }';
    expect(await engine.graphql({ source, caller: counter })).toEqual({
      data: { village: { name: 'Cổ Loa', helloWelcome: 'Chào Cổ Loa!' }, helloTimes: 3 },
    });
  });

  test('its access rule holds', async () => {
    const { data, errors } = await engine.graphql({
      source: '{ village(name: "Cổ Loa") { name } helloTimes }',
    });
    expect(data).toEqual({ village: { name: 'Cổ Loa' }, helloTimes: null });
    expect(errors!.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
  });

  test('its words are shown to who reads the documentation in Vietnamese', async () => {
    const source = '{ __type(name: "Village") { fields { name description } } }';
    const { data } = await engine.graphql({ source, locale: 'vi' });
    expect(JSON.stringify(data)).toContain('Lời chào dân.');
  });

  test('without it, core is as it was', async () => {
    const alone = await createTemporaryDatabase();
    const clock = { businessDate: '2021-10-15', now: () => new Date() };
    const bare = await Engine.start({ plugins: [core], database: alone, clock });
    const { errors } = await bare.graphql({ source: '{ village(name: "Cổ Loa") { helloWelcome } }' });
    expect(errors![0]!.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    await bare.stop();
    await alone.drop();
  });
});

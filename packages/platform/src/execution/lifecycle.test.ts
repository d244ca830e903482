import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';
import { z } from 'zod';
import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { changed } from '../../test-kit/composing.js';
import { bridges, rivers, upper } from '../../test-kit/rivers.js';
import { start, type Answer, type Running } from '../../test-kit/running.js';
import {
  allow,
  definePlugin,
  list,
  Node,
  rowRule,
  type ClassType,
  type Migration,
  type Plugin,
  type PluginManifest,
  type RequestContext,
} from '../index.js';
import { migrationSources, rowSecurityOf } from './plugin-tables.js';

/** An entity class of a plugin of its own. */
function entityOf(id: string): ClassType {
  @ObjectType(`${id[0]!.toUpperCase()}${id.slice(1)}Thing`, {
    implements: Node,
    description: `What ${id} is about.`,
  })
  @Entity({ schema: id, tableName: 'thing' })
  class Thing {
    @PrimaryKey({ type: new BigIntType('number') })
    id!: number;

    @Field(() => String, { nullable: true, description: 'What can be said of it.' })
    word(): string {
      return id;
    }
  }
  return Thing;
}

function resolverOf(id: string): ClassType {
  @Resolver()
  class Words {
    @Query(() => String, { nullable: true, name: `${id}Word`, description: 'One of its own.' })
    word(): string {
      return id;
    }
  }
  return Words;
}

const migration = (
  id: string,
  up = `create table ${id}.thing (id bigint generated always as identity primary key)`,
): Migration => ({
  name: '0001_thing',
  up: `${up}; insert into ${id}.thing default values;`,
  down: `drop table ${id}.thing`,
});

/** A plugin with a table, a list of it and a field that runs code. */
function pluginOf(id: string, rest: Partial<PluginManifest> = {}): Plugin {
  const Thing = entityOf(id);
  const type = `${id[0]!.toUpperCase()}${id.slice(1)}Thing`;
  const open = allow.public('Only a test.');
  return definePlugin({
    id,
    version: '1.0.0',
    core: '^1.0.0',
    title: { vi: id, en: id },
    data: {
      entities: [Thing],
      migrations: [migration(id)],
      rows: { Thing: rowRule({ select: 'always', explanation: 'All.' }) },
    },
    graphql: {
      resolvers: [resolverOf(id)],
      reads: { [`${id}Things`]: list(Thing, { description: 'All there are.' }) },
    },
    access: { fields: { [type]: open, [`Query.${id}Things`]: open, [`Query.${id}Word`]: open } },
    translations: {
      vi: {
        [type]: 'Một thứ.',
        [`${type}.word`]: 'Một lời.',
        [`Query.${id}Things`]: 'Mọi thứ.',
        [`Query.${id}Word`]: 'Một lời.',
      },
    },
    ...rest,
  });
}

let place: TemporaryDatabase;
let running: Running | undefined;
beforeEach(async () => {
  place = await createTemporaryDatabase();
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await place.drop();
});
const begin = async (...plugins: Plugin[]): Promise<Running> =>
  (running = await start([rivers, ...plugins], { place }));
const ask = (id: string, ...others: string[]) =>
  running!.run(
    `{ ${[id, ...others].map((one) => `${one}Word ${one}Things { totalCount }`).join(' ')} rivers(first: 1) { nodes { name } } }`,
  );

/** That a plugin's fields are null with the code, and everything else is answered. */
function expectSilent({ data, errors = [] }: Answer, code: string, ...ids: string[]): void {
  for (const id of ids) {
    expect(data[`${id}Word`]).toBeNull();
    expect(data[`${id}Things`]).toBeNull();
    expect(
      errors
        .filter(({ extensions }) => extensions['plugin'] === id)
        .map(({ extensions }) => extensions['code']),
    ).toEqual([code, code]);
  }
  expect(errors).toHaveLength(ids.length * 2);
  expect(data.rivers.nodes).toHaveLength(1);
}
const stateOf = (id: string) => running!.engine.statuses.get(id)!;

test('plugins that start are enabled, and say how long they took', async () => {
  await begin(pluginOf('good'));
  expect(stateOf('good')).toMatchObject({ state: 'ENABLED', startMilliseconds: expect.any(Number) });
  const answer = await ask('good');
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toMatchObject({ goodWord: 'good', goodThings: { totalCount: 1 } });
});

test('a migration that fails quarantines its plugin, and those that require it; the others serve', async () => {
  const broken = pluginOf('broken', {
    data: { ...pluginOf('broken').data!, migrations: [migration('broken', 'create tabel x')] },
  });
  const sitting = pluginOf('sitting', { requires: { broken: '*' } });
  const above = pluginOf('above', { requires: { sitting: '*' } });
  await begin(broken, sitting, above, pluginOf('good'));
  expectSilent(await ask('broken', 'sitting', 'above'), 'PLUGIN_UNAVAILABLE', 'broken', 'sitting', 'above');
  expect((await ask('good')).errors).toBeUndefined();
  expect(stateOf('broken')).toMatchObject({
    state: 'QUARANTINED',
    reason: expect.stringContaining('0001_thing failed'),
  });
  expect(stateOf('sitting')).toMatchObject({
    state: 'QUARANTINED',
    reason: expect.stringContaining('broken'),
  });
  expect(stateOf('above').state).toBe('QUARANTINED');
  expect(
    running!.logged
      .filter(({ message }) => message === 'plugin quarantined')
      .map(({ facts }) => facts!['plugin']),
  ).toEqual(['broken', 'sitting', 'above']);
});

test('what clients are told of a quarantine is not its reason', async () => {
  await begin(pluginOf('broken', { hooks: { ready: () => Promise.reject(new Error('password=hunter2')) } }));
  const answer = await ask('broken');
  expect(stateOf('broken').reason).toBe('its hooks.ready failed: password=hunter2');
  expect(JSON.stringify(answer)).not.toContain('hunter2');
});

test.each([
  [
    'ready() throws',
    {
      hooks: {
        ready: () => {
          throw new Error('no');
        },
      },
    },
  ],
  ['loading throws', { load: () => Promise.reject(new Error('no')) }],
  ['its options are wrong', { options: z.object({ key: z.string() }) }],
] as const)(
  'a plugin is quarantined when %s; those that require it are, and nobody else',
  async (_, { load, ...rest }: { load?: () => Promise<void> } & Partial<PluginManifest>) => {
    const plain = pluginOf('shaky');
    const shaky = changed(plain, { ...rest, data: { ...plain.data!, load } });
    await begin(
      shaky,
      pluginOf('sitting', { requires: { shaky: '*' } }),
      pluginOf('good', { optional: { shaky: '*' } }),
    );
    expectSilent(await ask('shaky', 'sitting'), 'PLUGIN_UNAVAILABLE', 'shaky', 'sitting');
    expect((await ask('good')).errors).toBeUndefined();
    expect(stateOf('sitting').reason).toBe('it requires shaky');
  },
);

test('right options reach the plugin as its schema reads them', async () => {
  let seen: unknown;
  const options = z.object({ size: z.number().default(3) });
  await begin(pluginOf('good', { options, hooks: { ready: ({ options: given }) => void (seen = given) } }));
  expect(seen).toEqual({ size: 3 });
});

test('row rules that PostgreSQL refuses quarantine their plugin, whose tables are closed', async () => {
  const plain = pluginOf('wrong');
  const rows = { Thing: rowRule({ select: { using: 'no_such_column = 1' }, explanation: 'A slip.' }) };
  await begin(changed(plain, { data: { ...plain.data!, rows } }), pluginOf('good'));
  expectSilent(await ask('wrong'), 'PLUGIN_UNAVAILABLE', 'wrong');
  expect(stateOf('wrong').reason).toContain(
    'data.rows.Thing: PostgreSQL does not understand a row rule of wrong.thing: column "no_such_column" does not exist. The table has: id.',
  );
  expect((await ask('good')).errors).toBeUndefined();
  const open = await place.sql(
    `select has_table_privilege('phoihop_serving', 'wrong.thing', 'select') as open`,
  );
  expect(open).toEqual([{ open: false }]);
});

test('so does a rule that lets a column change which is not there', async () => {
  const plain = pluginOf('wrong');
  const tables = { more: rowRule({ update: 'always', updateColumns: ['size'], explanation: 'A slip.' }) };
  const migrations = [
    migration('wrong', 'create table wrong.thing (id bigserial); create table wrong.more (id int, sise int)'),
  ];
  await begin(changed(plain, { data: { ...plain.data!, tables, migrations } }), pluginOf('good'));
  expect(stateOf('wrong').reason).toContain(
    'data.tables.more: PostgreSQL does not understand a row rule of wrong.more: column "size" of relation "more" does not exist. The table has: id, sise.',
  );
  expect((await ask('good')).errors).toBeUndefined();
});

test('what the database refuses of the data that a plugin loads is told as its load', async () => {
  const plain = pluginOf('wrong');
  const loading = (sql: string) =>
    changed(plain, {
      data: {
        ...plain.data!,
        load: async ({ database }) => void (await database.asSystem('load', (session) => session.query(sql))),
      },
    });
  await begin(loading(`select '2021-13-01'::date`));
  expect(stateOf('wrong').reason).toBe(
    'its data.load failed: date/time field value out of range: "2021-13-01"',
  );
  await running!.stop();
  await begin(loading('insert into wrong.thing overriding system value values (null)'));
  expect(stateOf('wrong').reason).toBe(
    'its data.load failed: null value in column "id" of relation "thing" violates not-null constraint',
  );
});

test('a table without a row rule quarantines its plugin', async () => {
  const plain = pluginOf('bare');
  const second: Migration = {
    name: '0002_more',
    up: 'create table bare.more (id int)',
    down: 'drop table bare.more',
  };
  await begin(
    changed(plain, { data: { ...plain.data!, migrations: [...plain.data!.migrations, second] } }),
    pluginOf('good'),
  );
  expect(stateOf('bare')).toMatchObject({
    state: 'QUARANTINED',
    reason: expect.stringContaining('bare.more'),
  });
  expect((await ask('good')).errors).toBeUndefined();
});

test('core that cannot start stops the start, and says why', async () => {
  const wrong = changed(rivers, {
    data: { ...rivers.data!, load: () => Promise.reject(new Error('no water')) },
  });
  await expect(start([wrong], { place })).rejects.toThrow('no water');
  const unmigrated = changed(rivers, {
    data: { ...rivers.data!, migrations: [{ name: '0001_river', up: 'create tabel', down: '' }] },
  });
  const other = await createTemporaryDatabase();
  await expect(start([unmigrated], { place: other })).rejects.toThrow(
    /core cannot start: migration 0001_river failed/,
  );
  await other.drop();
});

describe('a plugin that is switched off', () => {
  const switchOff = async (...ids: string[]) => {
    await (await start([rivers, ...ids.map((id) => pluginOf(id))], { place })).stop();
    for (const id of ids)
      await place.sql('insert into platform.plugin_state (plugin_id, enabled) values ($1, false)', [id]);
  };

  test('answers null with PLUGIN_DISABLED, also to node; its tables stay, and the others serve', async () => {
    await (await start([rivers, pluginOf('quiet'), pluginOf('good')], { place })).stop();
    await begin(pluginOf('quiet'), pluginOf('good'));
    const { data } = await running!.run('{ quietThings { nodes { id } } }');
    await running!.stop();
    await place.sql(`insert into platform.plugin_state (plugin_id, enabled) values ('quiet', false)`);
    await begin(pluginOf('quiet'), pluginOf('good'));
    expectSilent(await ask('quiet'), 'PLUGIN_DISABLED', 'quiet');
    expect((await ask('good')).errors).toBeUndefined();
    const node = await running!.run('query($id: ID!) { node(id: $id) { id } }', upper, {
      id: data.quietThings.nodes[0].id,
    });
    expect(node).toMatchObject({
      data: { node: null },
      errors: [{ extensions: { code: 'PLUGIN_DISABLED', plugin: 'quiet' } }],
    });
    expect(await place.sql('select from quiet.thing')).toHaveLength(1);
  });

  test('is migrated but not started, and so is what requires it', async () => {
    await switchOff('quiet');
    const started: string[] = [];
    const noting = (id: string, rest: Partial<PluginManifest> = {}): Plugin =>
      pluginOf(id, {
        ...rest,
        hooks: { ready: () => void started.push(id), stop: () => void started.push(`-${id}`) },
      });
    await begin(
      noting('quiet'),
      noting('sitting', { requires: { quiet: '*' } }),
      noting('good', { optional: { quiet: '*' } }),
    );
    expect(started).toEqual(['good']);
    expect(stateOf('sitting')).toMatchObject({
      state: 'DISABLED',
      reason: 'it requires quiet, which is switched off',
    });
    expectSilent(await ask('quiet', 'sitting'), 'PLUGIN_DISABLED', 'quiet', 'sitting');
    expect(await place.sql('select from sitting.thing')).toHaveLength(1);
    await running!.stop();
    running = undefined;
    expect(started).toEqual(['good', '-good']);
  });

  test('is not core, whatever the table says: nobody could switch it on again', async () => {
    await switchOff();
    await place.sql(`insert into platform.plugin_state (plugin_id, enabled) values ('core', false)`);
    await begin();
    expect(stateOf('core').state).toBe('ENABLED');
  });
});

test('resolvers are told how each plugin stands', async () => {
  let states: unknown;
  @Resolver()
  class Looking {
    @Query(() => String, { nullable: true, description: 'Looks around.' })
    lookingWord(@Ctx() context: RequestContext): null {
      states = context.pluginStates;
      return null;
    }
  }
  const plain = pluginOf('looking');
  const ready = (): never => {
    throw new Error('no');
  };
  await begin(
    changed(plain, { graphql: { ...plain.graphql, resolvers: [Looking] } }),
    pluginOf('shaky', { hooks: { ready } }),
  );
  await ask('looking');
  const expected = { core: 'ENABLED', looking: 'ENABLED', shaky: 'QUARANTINED' };
  expect(states).toEqual(new Map(Object.entries(expected)));
});

test('stopping goes backwards, and one that cannot stop does not keep the others from it', async () => {
  const stopped: string[] = [];
  const noting = (id: string, rest: Partial<PluginManifest> = {}) =>
    pluginOf(id, { ...rest, hooks: { stop: () => void stopped.push(id) } });
  await begin(
    noting('a'),
    noting('c', { requires: { b: '*' } }),
    pluginOf('b', { hooks: { stop: () => Promise.reject(new Error('stuck')) } }),
  );
  const { logged, engine } = running!;
  await engine.stop();
  running = undefined;
  expect(stopped).toEqual(['c', 'a']);
  expect(logged).toContainEqual({ message: 'plugin did not stop', facts: { plugin: 'b', reason: 'stuck' } });
  await expect(engine.database.ping()).rejects.toThrow();
});

test('two engines can run in one process, each with its own plugins', async () => {
  await begin(pluginOf('good'));
  const elsewhere = await createTemporaryDatabase();
  const other = await start([rivers, bridges], { place: elsewhere });
  expect((await other.run('{ bridges(first: 1) { totalCount } }')).data.bridges.totalCount).toBe(120);
  expect((await other.run('{ goodWord }')).errors![0]!.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  expect((await ask('good')).data.goodWord).toBe('good');
  await other.stop();
  await elsewhere.drop();
  expect((await ask('good')).data.goodWord).toBe('good');
});

test('migrations come with their plugin’s schema first, and after what they require', () => {
  const sources = migrationSources([
    rivers,
    pluginOf('a', { requires: { b: '*' } }),
    definePlugin({ id: 'wishes', version: '1.0.0', title: { vi: '', en: '' } }),
  ]);
  expect(
    sources.map(({ owner, requires, migrations }) => [owner, requires, migrations.map(({ name }) => name)]),
  ).toEqual([
    ['platform', [], ['0001_platform']],
    ['core', ['platform'], ['0000_schema', '0001_river']],
    ['a', ['platform', 'core', 'b'], ['0000_schema', '0001_thing']],
    ['wishes', ['platform', 'core'], []],
  ]);
});

test('every table’s rule is row security, with the columns that may change', () => {
  const plain = pluginOf('a');
  const rule = rowRule({ explanation: '', select: 'always', update: 'always', updateColumns: ['word'] });
  const secured = rowSecurityOf([
    changed(plain, {
      data: { ...plain.data!, rows: { Thing: rule }, tables: { extra: rowRule({ explanation: '' }) } },
    }),
  ]);
  expect(secured.slice(-2)).toEqual([
    {
      schema: 'a',
      table: 'thing',
      select: 'always',
      insert: 'never',
      update: { using: 'true', columns: ['word'] },
      delete: 'never',
    },
    { schema: 'a', table: 'extra', select: 'never', insert: 'never', update: 'never', delete: 'never' },
  ]);
  expect(secured.filter(({ schema }) => schema === 'platform').map(({ table }) => table)).toEqual([
    'audit_event',
    'idempotency_key',
    'plugin_state',
  ]);
});

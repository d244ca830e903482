import { migrate, revert } from '@phoihop/database';
import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';
import { anonymous, type Plugin } from '@phoihop/platform';
import { Engine, migrationSources } from '@phoihop/platform/engine';
import { nationTemplate } from '@phoihop/testing';
import { loadPlugins } from '../../apps/gateway/src/load-plugins.js';

let plugins: readonly Plugin[];
let place: TemporaryDatabase;
beforeAll(async () => {
  ({ plugins } = await loadPlugins());
});
afterEach(() => place?.drop());

/** Tables, functions, indexes, constraints, triggers and row rules of the plugins, as text. */
async function shape(): Promise<string[]> {
  const rows = await place.sql<{ what: string }>(`
    with house as (
      select oid, nspname from pg_namespace where nspname !~ '^(pg_|information_schema$|public$|phoihop$)'
    )
    select format('%s.%s %s %s %s', nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull) as what
      from pg_attribute a join pg_class c on c.oid = a.attrelid join house on house.oid = c.relnamespace
      where a.attnum > 0 and not a.attisdropped
    union all select 'function ' || md5(pg_get_functiondef(p.oid)) || ' ' || p.oid::regprocedure
      from pg_proc p join house on house.oid = p.pronamespace where p.prokind = 'f'
    union all select pg_get_indexdef(i.indexrelid) from pg_index i join pg_class c on c.oid = i.indrelid join house on house.oid = c.relnamespace
    union all select c.conrelid::regclass || ' ' || c.conname || ' ' || pg_get_constraintdef(c.oid) from pg_constraint c join house on house.oid = c.connamespace
    union all select pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid join house on house.oid = c.relnamespace where not t.tgisinternal
    union all select format('%s.%s %s %s %s', schemaname, tablename, policyname, qual, with_check) from pg_policies
    order by 1`);
  return rows.map(({ what }) => what);
}

/** Frozen as it is: it gives back functions that say the same in other words. */
const restates = '0011_reach_of_the_day';

test('each migration of core, undone, leaves what was there before it', async () => {
  place = await createTemporaryDatabase();
  const [platform, core] = migrationSources(plugins.filter(({ id }) => id === 'core'));
  const migrateTo = (count: number) =>
    migrate({
      ownerUrl: place.ownerUrl,
      sources: [platform!, { ...core!, migrations: core!.migrations.slice(0, count) }],
    });
  await migrateTo(0);
  const before = [await shape()];
  for (let count = 1; count <= core!.migrations.length; count += 1) {
    await migrateTo(count);
    before.push(await shape());
  }

  const wrong = new Map<string, string[]>();
  let known = new Set<string>();
  for (const [at, { name }] of [...core!.migrations.entries()].toReversed()) {
    expect((await revert({ ownerUrl: place.ownerUrl, owner: 'core' })).undone).toEqual([name]);
    const now = await shape();
    const differences = differencesOf(now, before[at]!);
    const own = differences.filter((difference) => !known.has(difference));
    if (own.length > 0) wrong.set(name, own);
    known = new Set(differences);
  }
  expect(wrong.get(restates)).toHaveLength(6);
  wrong.delete(restates);
  expect(wrong).toEqual(new Map());
}, 600_000);

const differencesOf = (now: readonly string[], then: readonly string[]): string[] => [
  ...now.filter((what) => !then.includes(what)).map((what) => `too much: ${what}`),
  ...then.filter((what) => !now.includes(what)).map((what) => `missing: ${what}`),
];

test('every migration of every plugin can be undone, newest first, and applied again', async () => {
  place = await createTemporaryDatabase(nationTemplate(plugins));
  const start = () =>
    Engine.start({ plugins, database: place, clock: { businessDate: '2021-10-15', now: () => new Date() } });
  const ask = async (engine: Engine) => {
    const document = engine.parse('{ administrativeUnit(code: "737") { fullName children { totalCount } } }');
    if (!('kind' in document)) throw new Error('The question is no GraphQL.');
    return engine.execute({ document, caller: anonymous });
  };
  const first = await start();
  const answer = await ask(first);
  expect(answer.errors).toBeUndefined();
  await first.stop();
  const before = await shape();

  const owners = migrationSources(plugins).map(({ owner }) => owner);
  for (const owner of owners.toReversed().filter((one) => one !== 'platform')) {
    const applied = await place.sql<{ name: string }>(
      'select name from phoihop.migration where owner = $1 order by name desc',
      [owner],
    );
    for (const { name } of applied)
      expect((await revert({ ownerUrl: place.ownerUrl, owner })).undone).toEqual([name]);
  }
  expect(await shape()).not.toEqual(before);

  const again = await start();
  expect(await ask(again)).toEqual(answer);
  await again.stop();
  expect(await shape()).toEqual(before);
}, 600_000);

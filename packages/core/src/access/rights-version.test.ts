import { startTestBed, type TestBed } from '../people/test-bed.js';
import { programsPart } from '../programs/programs-part.js';
import { tablesOfRights } from './rights-version-migration.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await startTestBed();
}, 600_000);
afterAll(() => bed?.stop());

const version = async (): Promise<number> => {
  const [row] = await bed.place.sql<{ version: string }>(
    'select sum(version)::text as version from core.rights_version',
  );
  return Number(row!.version);
};

test.each([
  ['an account is disabled', `update core.user_account set disabled_at = now() where username = 'clerk'`],
  [
    'an assignment ends',
    `update core.assignment set valid_to = '2022-01-01' where id = (select min(id) from core.assignment)`,
  ],
  ['an assignment goes', `delete from core.assignment where id = (select max(id) from core.assignment)`],
  [
    'a unit moves',
    `update core.unit_reach set valid_to = '2030-01-01' where unit_id = (select max(unit_id) from core.unit_reach)`,
  ],
])('it grows when %s', async (_, change) => {
  const before = await version();
  await bed.place.sql(change);
  expect(await version()).toBeGreaterThan(before);
});

test('it stays where nothing changes, and where a change is undone', async () => {
  const before = await version();
  await bed.place.sql(`update core.assignment set revoked_at = now() where id = -1`);
  await bed.place.sql(`begin; update core.assignment set revoked_at = now(); rollback`);
  expect(await version()).toBe(before);
});

test('every table that callers are made of is watched', async () => {
  const sources = await bed.place.sql<{ text: string }>(
    `select pg_get_functiondef(oid) as text from pg_proc
     where oid in ('core.caller_facts(bigint, integer, date)'::regprocedure, 'core.programs_of_organization(bigint, date)'::regprocedure)`,
  );
  const [tables] = await bed.place.sql<{ names: string[] }>(
    `select array_agg(relname::text) as names from pg_class where relnamespace = 'core'::regnamespace and relkind = 'r'`,
  );
  const text = sources.map((source) => source.text).join('\n');
  const programs = (programsPart.entities ?? []).length > 0 ? ['program_participant'] : [];
  const read = [...tables!.names, ...programs].filter((name) => new RegExp(`core\\.${name}\\b`).test(text));
  expect(read.sort()).toEqual([...tablesOfRights].sort());
  const watched = await bed.place.sql<{ name: string; triggers: number }>(
    `select tgrelid::regclass::text as name, count(*)::int as triggers from pg_trigger
     where tgfoid = 'core.rights_changed()'::regprocedure group by 1 order by 1`,
  );
  expect(watched).toEqual(
    tablesOfRights
      .filter((name) => tables!.names.includes(name))
      .map((name) => ({ name: `core.${name}`, triggers: 3 })),
  );
});

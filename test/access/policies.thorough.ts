import type { Session } from '@phoihop/platform';
import { become, differences, unbecome, type Asker, type Check } from './row-check.js';
import { tablePromises } from './row-oracle.js';
import { createRowWorld, hidesRows, nameOf, openTableDifferences, type RowWorld } from './row-world.js';

let ground: RowWorld;
beforeAll(async () => {
  ground = await createRowWorld();
}, 600_000);
afterAll(() => ground?.world.close());

describe('the database', () => {
  const schemas = `('core', 'covid_19', 'crime_prevention', 'emulation_awards', 'environment', 'new_rural_areas', 'platform', 'social_insurance')`;
  const sql = <R extends object>(text: string) => ground.world.sql<R>(text);

  test('has one schema for each plugin that has tables, and all are looked at here', async () => {
    const managed = await sql<{ name: string }>(
      `select nspname as name from pg_namespace where nspname !~ '^(pg_|information_schema|public|phoihop|probe)' order by 1`,
    );
    expect(managed.map(({ name }) => `'${name}'`).join(', ')).toBe(schemas.slice(1, -1));
    expect(new Set(ground.declared.map(({ schema }) => schema)).size).toBe(managed.length);
  });

  test('the role that serves owns nothing, bypasses nothing and is a member of nothing', async () => {
    const serving = new URL(process.env['PHOIHOP_TEST_SERVING_URL']!).username;
    const [role] = await ground.world.bed.engine.database.transaction({}, (session) =>
      session.query<Record<string, unknown>>(
        `select current_user as name, session_user as session, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
           from pg_roles where rolname = current_user`,
      ),
    );
    expect(role).toEqual({
      name: serving,
      session: serving,
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    });
    const owned = `(select oid from pg_roles where rolname = '${serving}')`;
    const [things] = await sql<Record<string, number>>(`select
      (select count(*)::int from pg_class where relowner = ${owned}) as relations,
      (select count(*)::int from pg_proc where proowner = ${owned}) as functions,
      (select count(*)::int from pg_namespace where nspowner = ${owned}) as schemas,
      (select count(*)::int from pg_type where typowner = ${owned}) as types,
      (select count(*)::int from pg_database where datdba = ${owned}) as databases,
      (select count(*)::int from pg_auth_members where member = ${owned}) as memberships`);
    expect(things).toEqual({
      relations: 0,
      functions: 0,
      schemas: 0,
      types: 0,
      databases: 0,
      memberships: 0,
    });
  });

  test('has row security on every table, and policies for the serving role alone', async () => {
    const tables = await sql<{ name: string; on: boolean; kind: string }>(
      `select relnamespace::regnamespace || '.' || relname as name, relrowsecurity as on, relkind as kind
         from pg_class where relnamespace::regnamespace::text in ${schemas} and relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
    );
    expect(tables.filter(({ on }) => !on)).toEqual([]);
    // A view would be read with its owner’s rights.
    expect(tables.filter(({ kind }) => kind !== 'r')).toEqual([]);
    expect(tables.map(({ name }) => name)).toEqual(ground.declared.map(nameOf).sort());
    const others = await sql(
      `select tablename, policyname from pg_policies where roles <> array['phoihop_serving']::name[] or permissive <> 'PERMISSIVE'`,
    );
    expect(others).toEqual([]);
  });

  test('grants the serving role what is declared and nobody else anything', async () => {
    const granted = await sql<{ name: string; grantee: string; privileges: string }>(
      `select table_schema || '.' || table_name as name, grantee, string_agg(privilege_type, ' ' order by privilege_type) as privileges
         from information_schema.table_privileges where table_schema in ${schemas}
          and grantee <> (select tableowner from pg_tables t where t.schemaname = table_schema and t.tablename = table_name)
        group by 1, 2 order by 1`,
    );
    const expected = ground.declared.flatMap((table) => {
      const { select, insert, update } = table;
      const privileges = [
        ...(insert === 'never' ? [] : ['INSERT']),
        ...(select === 'never' ? [] : ['SELECT']),
        ...(update === 'never' || (typeof update === 'object' && 'columns' in update) ? [] : ['UPDATE']),
      ];
      return privileges.length > 0
        ? [{ name: nameOf(table), grantee: 'phoihop_serving', privileges: privileges.join(' ') }]
        : [];
    });
    expect(granted).toEqual(expected.sort((a, b) => (a.name < b.name ? -1 : 1)));
  });

  test('runs these functions with its owner’s rights, each on a path nobody can put anything into', async () => {
    const definers = await sql<{ name: string; path: string | null }>(
      `select oid::regprocedure::text as name, (select setting from unnest(proconfig) as setting where setting like 'search_path=%') as path
         from pg_proc where prosecdef and pronamespace::regnamespace::text in ${schemas} order by 1`,
    );
    // Each reads or writes past row security: what it gives away was reviewed when it was added here.
    expect(definers.map(({ name }) => name)).toEqual([
      'core.add_set_period(text,text,text,text,text,date,date,bigint,text)',
      'core.aggregate_figures(jsonb)',
      'core.aggregate_totals(jsonb)',
      'core.aggregates_of_period(bigint,bigint[],bigint,integer,date,boolean,text,text)',
      'core.caller_facts(bigint,integer,date)',
      'core.callers_person_holds(text[],bigint,text)',
      'core.closed_entries(bigint[],bigint[])',
      'core.correct_set_period(bigint,text,text,date,date,text)',
      'core.derive_period_spans()',
      'core.derive_unit_reach()',
      'core.figures_of_spans(bigint,bigint[],date[],date[],date)',
      'core.figures_of_units(bigint,bigint[],bigint[])',
      'core.forget_totals()',
      'core.generate_obligations(date,date,date)',
      'core.is_callers_person(bigint[])',
      'core.is_last_report(bigint,bigint,boolean)',
      'core.keep_first_submission()',
      'core.keep_report_day()',
      'core.keep_totals_of_changed()',
      'core.keep_totals_of_gone()',
      'core.keep_totals_of_new()',
      'core.mark_tree_changed()',
      'core.note_waiver()',
      'core.own_figures(bigint,bigint,text,bigint[])',
      'core.put_derived_values(jsonb)',
      'core.rebuild_unit_reach()',
      'core.recount_indicators()',
      'core.recount_periods()',
      'core.report_day(bigint,bigint)',
      'core.rights_changed()',
      'core.set_password(bigint,text)',
      'core.set_report_deadline(bigint,bigint,text,integer,integer,text,integer,date,text,integer)',
      'core.target_allocated(bigint[])',
      'core.tell_obligation()',
      'core.totals_on_map(jsonb)',
      'core.tree_begins()',
      'core.withdraw_set_period(bigint)',
      'crime_prevention.persons_helped(bigint,date)',
      'crime_prevention.receive_tip(bigint,bigint,text,text,text,date)',
      'new_rural_areas.judged_and_counted(bigint,bigint)',
    ]);
    for (const { name, path } of definers) {
      expect([name, path]).toEqual([
        name,
        expect.stringMatching(/^search_path=pg_catalog, (public, )?pg_temp$/),
      ]);
    }
  });

  test('lets the serving role make nothing', async () => {
    for (const text of [
      'create table core.mine (id int)',
      'create schema mine',
      'create table public.mine (id int)',
      'create function core.mine() returns int language sql as $$ select 1 $$',
    ]) {
      await expect(
        ground.world.bed.engine.database.transaction({}, (session) => session.query(text)),
      ).rejects.toMatchObject({
        code: 'ROW_SECURITY',
      });
    }
  });
});

describe('take any one policy away, or open it, and the check of rows.test.ts finds it', () => {
  interface Mutation {
    readonly what: string;
    readonly table: string;
    readonly sql: string;
  }

  interface Noticed {
    readonly check: Check;
    readonly by: Asker;
  }

  /** Who is asked first: whoever is most likely to notice. */
  const order = ['standing', 'nobody', 'clerk.bau-ham', 'admin', 'auditor'];
  const rank = ({ who }: Asker): number =>
    order.includes(who.name) ? order.indexOf(who.name) : order.length;

  async function differencesFor(session: Session, table: string, { check, by }: Noticed): Promise<string[]> {
    const promise = tablePromises.find((one) => one.table === table);
    await become(session, by.caller, check.ground.rights.date);
    const found = promise
      ? await differences(session, check, promise, by)
      : await openTableDifferences(
          session,
          ground,
          ground.declared.filter((its) => nameOf(its) === table),
        );
    await unbecome(session);
    return found;
  }

  /** Who finds a difference in the database as it is in this transaction. */
  async function noticing(session: Session, table: string): Promise<Noticed | undefined> {
    for (const check of ground.checks) {
      for (const by of [...check.askers].sort((a, b) => rank(a) - rank(b))) {
        if ((await differencesFor(session, table, { check, by })).length > 0) return { check, by };
      }
    }
    return undefined;
  }

  /** Policies of all tables, each dropped and each opened, and row security of each table switched off. */
  async function mutations(session: Session): Promise<Mutation[]> {
    const policies = await session.query<{
      table: string;
      name: string;
      cmd: string;
      qual: string | null;
      check: string | null;
    }>(
      `select schemaname || '.' || tablename as table, policyname as name, cmd, qual, with_check as check from pg_policies order by 1, 2`,
    );
    const ofPolicies = policies.flatMap(({ table, name, cmd, qual, check }): Mutation[] => {
      const open = [qual && 'using (true)', check && 'with check (true)'].filter(Boolean).join(' ');
      const dropped = { what: `${cmd} dropped`, table, sql: `drop policy ${name} on ${table}` };
      if (qual === 'true' || check === 'true') return [dropped];
      return [dropped, { what: `${cmd} opened`, table, sql: `alter policy ${name} on ${table} ${open}` }];
    });
    const ofMoves = tablePromises.flatMap(({ table, move }): Mutation[] =>
      move
        ? [
            {
              what: 'UPDATE opened for new rows',
              table,
              sql: `alter policy phoihop_update on ${table} with check (true)`,
            },
          ]
        : [],
    );
    const ofTables = ground.declared.filter(hidesRows).map((its): Mutation => {
      const table = nameOf(its);
      return { what: 'row security off', table, sql: `alter table ${table} disable row level security` };
    });
    return [...ofPolicies, ...ofMoves, ...ofTables];
  }

  test('every one of them', async () => {
    const unnoticed: string[] = [];
    const tried: Mutation[] = [];
    const undone = new Error('undo');
    const work = ground.world.bed.engine.database.asSystem(
      'policies are altered and put back',
      async (session) => {
        for (const mutation of await mutations(session)) {
          const { what, table, sql } = mutation;
          tried.push(mutation);
          let noticed: Noticed | undefined;
          const altered = session.savepoint(async () => {
            await session.query(sql);
            noticed = await noticing(session, table);
            throw undone;
          });
          await altered.catch((error: unknown) => {
            if (error !== undone) throw error;
          });
          // What differs without the change, too, would prove nothing.
          const before = noticed ? await differencesFor(session, table, noticed) : [];
          if (!noticed || before.length > 0) unnoticed.push(`${table}: ${what} ${before}`);
        }
        throw undone;
      },
    );
    await expect(work).rejects.toBe(undone);
    expect(unnoticed).toEqual([]);
    expect(tried.filter(({ what }) => what.endsWith('opened')).length).toBeGreaterThan(45);
    expect(new Set(tried.map(({ table }) => table)).size).toBe(
      ground.declared.filter(({ select }) => select !== 'never').length,
    );
    console.log(`${tried.length} changes of policies, each found`);
  }, 900_000);
});

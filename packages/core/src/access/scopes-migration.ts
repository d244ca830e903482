import type { Migration } from '@phoihop/platform';

/**
 * SQL that row rules speak. The caller's scopes come with the transaction as the setting `phoihop.scopes`, JSON by
 * permission: `{"core:value.record": {"subtree": ["any.1.64.700", "PRG_27.1.64"], "exact": [...]}}`. A scope is a
 * path of unit ids from the root, its first label the program (`any` for all), so that one comparison decides unit
 * and program together and two assignments never mix. (Migration 0042 writes the same scopes in another form.)
 *
 * Two ways to ask, with the same answer. `may_see` and `may_change` answer about one row: for checks and for rows
 * about to be written. `units_seen` and `program_units_seen` give the whole set: a policy says
 * `unit_id in (select ... from core.units_seen(...))`, which PostgreSQL computes once a statement and keeps as a
 * hash table, where a call for each of 300,000 rows would take minutes.
 *
 * Every operator on paths is written with its schema: a function must not depend on the search path of who calls it.
 */
export const scopesMigration: Migration = {
  name: '0002_scopes',
  up: `
    create function core.scopes(permission text, kind text) returns public.ltree[]
      language sql stable parallel safe as $$
        select coalesce(array_agg(scope::public.ltree), '{}')
        from jsonb_array_elements_text(
          nullif(current_setting('phoihop.scopes', true), '')::jsonb -> permission -> kind
        ) as scope
      $$;
    create function core.program_label(program text) returns text
      language sql immutable parallel safe as $$ select replace(program, '-', '_') $$;
    -- The same as paths of units only, of the scopes that reach the program; null asks for rows of no program, which
    -- only scopes over all programs reach.
    create function core.scope_paths(permission text, kind text, program text) returns public.ltree[]
      language sql stable parallel safe as $$
        select coalesce(array_agg(public.subpath(scope, 1)), '{}')
        from unnest(core.scopes(permission, kind)) as scope
        where public.subpath(scope, 0, 1)::text in ('any', core.program_label(program))
      $$;
    -- Organizations the caller acts for.
    create function core.own_organizations() returns bigint[]
      language sql stable parallel safe as $$
        select coalesce(string_to_array(nullif(current_setting('phoihop.organizations', true), ''), ',')::bigint[], '{}')
      $$;
    -- Whether the caller holds the permission over the unit (its history included) and the program.
    create function core.may_see(permission text, unit bigint, program text) returns boolean
      language sql stable parallel safe as $$
        select exists (
          select from core.unit_reach reach
          where reach.unit_id = unit
            and (reach.path operator(public.<@) any ((select core.scope_paths(permission, 'subtree', program))::public.ltree[])
              or (reach.own
                and reach.path operator(public.=) any ((select core.scope_paths(permission, 'exact', program))::public.ltree[])))
        )
      $$;
    -- The same for writing: the unit itself must exist on the business date; lineage gives no right to change.
    create function core.may_change(permission text, unit bigint, program text) returns boolean
      language sql stable parallel safe as $$
        select exists (
          select from core.unit_reach reach
          where reach.unit_id = unit and reach.own
            and reach.valid_from <= platform.business_date()
            and (reach.valid_to is null or reach.valid_to > platform.business_date())
            and (reach.path operator(public.<@) any ((select core.scope_paths(permission, 'subtree', program))::public.ltree[])
              or reach.path operator(public.=) any ((select core.scope_paths(permission, 'exact', program))::public.ltree[]))
        )
      $$;
    -- All units for which may_see is true.
    create function core.units_seen(permission text, program text) returns setof bigint
      language sql stable parallel safe rows 200 as $$
        select reach.unit_id from core.unit_reach reach
        where reach.path operator(public.<@) any ((select core.scope_paths(permission, 'subtree', program))::public.ltree[])
          or (reach.own
            and reach.path operator(public.=) any ((select core.scope_paths(permission, 'exact', program))::public.ltree[]))
      $$;
    -- All units with the program (as program_label) for which some scope of one program makes may_see true.
    create function core.program_units_seen(permission text) returns table (unit_id bigint, program text)
      language sql stable parallel safe rows 500 as $$
        select reach.unit_id, public.subpath(scope, 0, 1)::text
        from unnest(core.scopes(permission, 'subtree')) as scope
        join core.unit_reach reach on reach.path operator(public.<@) public.subpath(scope, 1)
        where public.subpath(scope, 0, 1)::text <> 'any'
        union all
        select reach.unit_id, public.subpath(scope, 0, 1)::text
        from unnest(core.scopes(permission, 'exact')) as scope
        join core.unit_reach reach on reach.own and reach.path operator(public.=) public.subpath(scope, 1)
        where public.subpath(scope, 0, 1)::text <> 'any'
      $$;
  `,
  down: `
    drop function core.program_units_seen(text);
    drop function core.units_seen(text, text);
    drop function core.may_change(text, bigint, text);
    drop function core.may_see(text, bigint, text);
    drop function core.own_organizations();
    drop function core.scope_paths(text, text, text);
    drop function core.program_label(text);
    drop function core.scopes(text, text);
  `,
};

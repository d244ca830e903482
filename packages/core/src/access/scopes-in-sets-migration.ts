import type { Migration } from '@phoihop/platform';

/**
 * `core.may_change` (migration 0002) for many rows at once, with the same answer. Called for each row of an import it
 * took two thirds of the time: every call reads the caller's scopes anew.
 *
 * - `units_changed` and `program_units_changed` give the whole set, for row rules of tables that are written in bulk;
 * - `may_change_each` answers about the given pairs, for checks: a set of the nation would cost more than one figure.
 */
const onTheDay = `reach.own and reach.valid_from <= (select platform.business_date())
  and (reach.valid_to is null or reach.valid_to > (select platform.business_date()))`;

export const scopesInSetsMigration: Migration = {
  name: '0013_scopes_in_sets',
  up: /* sql */ `
    -- Units where the caller holds the permission for all programs.
    create function core.units_changed(permission text) returns setof bigint
      language sql stable parallel safe rows 200 as $$
        select reach.unit_id from core.unit_reach reach
        where ${onTheDay}
          and (reach.path operator(public.<@) any ((select core.scope_paths(permission, 'subtree', null))::public.ltree[])
            or reach.path operator(public.=) any ((select core.scope_paths(permission, 'exact', null))::public.ltree[]))
      $$;
    -- Units with the program (as program_label) of each scope of one program.
    create function core.program_units_changed(permission text) returns table (unit_id bigint, program text)
      language sql stable parallel safe rows 500 as $$
        select reach.unit_id, public.subpath(scope, 0, 1)::text
        from unnest(core.scopes(permission, 'subtree')) as scope
        join core.unit_reach reach on reach.path operator(public.<@) public.subpath(scope, 1)
        where public.subpath(scope, 0, 1)::text <> 'any' and ${onTheDay}
        union all
        select reach.unit_id, public.subpath(scope, 0, 1)::text
        from unnest(core.scopes(permission, 'exact')) as scope
        join core.unit_reach reach on reach.path operator(public.=) public.subpath(scope, 1)
        where public.subpath(scope, 0, 1)::text <> 'any' and ${onTheDay}
      $$;
    create function core.may_change_each(permission text, units bigint[], programs text[])
      returns table (unit_id bigint, program text, allowed boolean)
      language sql stable parallel safe as $$
        with pair as materialized (
          -- Rows of no program have a key too, so that pairs can be joined by hash.
          select distinct unit, program, coalesce(program, '') as key from unnest(units, programs) as given (unit, program)
        ),
        scope as materialized (
          select key, subtree, exact, dense_rank() over (order by subtree, exact) as same
          from (
            select key, core.scope_paths(permission, 'subtree', program) as subtree,
              core.scope_paths(permission, 'exact', program) as exact
            from (select distinct program, key from pair) asked
          ) paths
        ),
        -- Most callers hold the same for all programs: a unit is looked up once for those.
        answer as materialized (
          select asked.unit, asked.same, exists (
            select from core.unit_reach reach
            where reach.unit_id = asked.unit and ${onTheDay}
              and (reach.path operator(public.<@) any (asked.subtree) or reach.path operator(public.=) any (asked.exact))) as allowed
          from (
            select distinct on (pair.unit, scope.same) pair.unit, scope.same, scope.subtree, scope.exact
            from pair join scope using (key)
          ) asked
        )
        select pair.unit, pair.program, answer.allowed
        from pair
        join scope using (key)
        join answer on answer.unit = pair.unit and answer.same = scope.same
      $$;
  `,
  down: /* sql */ `
    drop function core.may_change_each(text, bigint[], text[]);
    drop function core.program_units_changed(text);
    drop function core.units_changed(text);
  `,
};

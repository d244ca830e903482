import type { Migration } from '@phoihop/platform';

/**
 * What is seen is decided by where a unit stands on the business date, or by where what became of it does. The
 * functions of migration 0002 took every place a unit ever stood in, so that the district a commune had left went on
 * reading what the commune entered afterwards. Now a unit takes its history along on the day it moves, and a successor
 * reads it from the day it takes over. Writing asked for the day all along.
 */
export const reachOfTheDayMigration: Migration = {
  name: '0011_reach_of_the_day',
  up: functions(
    'and reach.valid_from <= (select platform.business_date()) and (reach.valid_to is null or reach.valid_to > (select platform.business_date()))',
  ),
  down: functions(''),
};

/** The three ways to ask, each of `core.unit_reach` on the days that `onTheDay` leaves. */
function functions(onTheDay: string): string {
  return `
    create or replace function core.may_see(permission text, unit bigint, program text) returns boolean
      language sql stable parallel safe as $$
        select exists (
          select from core.unit_reach reach
          where reach.unit_id = unit ${onTheDay}
            and (reach.path operator(public.<@) any ((select core.scope_paths(permission, 'subtree', program))::public.ltree[])
              or (reach.own
                and reach.path operator(public.=) any ((select core.scope_paths(permission, 'exact', program))::public.ltree[])))
        )
      $$;
    create or replace function core.units_seen(permission text, program text) returns setof bigint
      language sql stable parallel safe rows 200 as $$
        select reach.unit_id from core.unit_reach reach
        where (reach.path operator(public.<@) any ((select core.scope_paths(permission, 'subtree', program))::public.ltree[])
            or (reach.own
              and reach.path operator(public.=) any ((select core.scope_paths(permission, 'exact', program))::public.ltree[])))
          ${onTheDay}
      $$;
    create or replace function core.program_units_seen(permission text) returns table (unit_id bigint, program text)
      language sql stable parallel safe rows 500 as $$
        select reach.unit_id, public.subpath(scope, 0, 1)::text
        from unnest(core.scopes(permission, 'subtree')) as scope
        join core.unit_reach reach on reach.path operator(public.<@) public.subpath(scope, 1)
        where public.subpath(scope, 0, 1)::text <> 'any' ${onTheDay}
        union all
        select reach.unit_id, public.subpath(scope, 0, 1)::text
        from unnest(core.scopes(permission, 'exact')) as scope
        join core.unit_reach reach on reach.own and reach.path operator(public.=) public.subpath(scope, 1)
        where public.subpath(scope, 0, 1)::text <> 'any' ${onTheDay}
      $$;
  `;
}

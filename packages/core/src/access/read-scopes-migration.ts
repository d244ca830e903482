import type { Migration } from '@phoihop/platform';
import { reachOfTheDayMigration } from './reach-of-the-day-migration.js';

/** A scope without its first label, which is the program. */
const path = (scope: string): string =>
  `substring(${scope} from position('.' in ${scope}) + 1)::public.ltree`;
const program = (scope: string): string => `split_part(${scope}, '.', 1)`;

/** The caller's scopes of a permission, read from the setting once. */
const held = /* sql */ `jsonb_each(nullif(current_setting('phoihop.scopes', true), '')::jsonb -> permission) as given (kind, scopes),
               jsonb_array_elements_text(given.scopes) as scope`;

const declared = /* sql */ `
      declare
        today constant date := platform.business_date();
        subtrees public.ltree[];
        exacts public.ltree[];
      begin`;

/** Reads the paths of the scopes that `condition` leaves; where there are none the answer is there already. */
const paths = (condition: string, nothing: string): string => /* sql */ `
        select array_agg(${path('scope')}) filter (where kind = 'subtree'),
               array_agg(${path('scope')}) filter (where kind = 'exact')
          into subtrees, exacts
          from ${held}
         where ${condition};
        if subtrees is null and exacts is null then
          return${nothing};
        end if;`;

const onTheDay = `reach.valid_from <= today and (reach.valid_to is null or reach.valid_to > today)`;
const reached = `(reach.path operator(public.<@) any (subtrees)
              or (reach.own and reach.path operator(public.=) any (exacts)))
            and ${onTheDay}`;

/**
 * The sets of migration 0011, with the same answers, computed in one call. Written in SQL they became part of every
 * statement: planned with it each time, and every call of `core.scope_paths` prepared anew, 0.9 ms for each table that
 * has a row rule. In PL/pgSQL a connection prepares them once.
 *
 * `units_within` names the units of all scopes of a permission, whatever the program. It is no row rule, but follows
 * from one (see `unit-rows.ts`), and it is an array, because an index can look that up.
 */
export const readScopesMigration: Migration = {
  name: '0017_read_scopes',
  up: /* sql */ `
    create or replace function core.units_seen(permission text, program text) returns setof bigint
      language plpgsql stable parallel safe rows 200
      -- Planned anew for each call, which is what PostgreSQL would choose, it takes twice as long.
      set plan_cache_mode = force_generic_plan as $$${declared}
        ${paths(`${program('scope')} in ('any', core.program_label(program))`, '')}
        return query
          select reach.unit_id from core.unit_reach reach
          where ${reached};
      end
      $$;
    create or replace function core.program_units_seen(permission text) returns table (unit_id bigint, program text)
      language plpgsql stable parallel safe rows 500
      set plan_cache_mode = force_generic_plan as $$
      declare
        today constant date := platform.business_date();
        held record;
      begin
        -- Most scopes differ in the program alone: their units are looked up once for all of those. Each kind has a query
        -- of its own, which an index answers; a choice between the two none does.
        for held in
          select given.kind, ${path('scope')} as path, array_agg(distinct ${program('scope')}) as labels from ${held}
           where ${program('scope')} <> 'any' group by 1, 2
        loop
          if held.kind = 'subtree' then
            return query
              select reach.unit_id, label from core.unit_reach reach, unnest(held.labels) as label
              where reach.path operator(public.<@) held.path and ${onTheDay};
          else
            return query
              select reach.unit_id, label from core.unit_reach reach, unnest(held.labels) as label
              where reach.own and reach.path operator(public.=) held.path and ${onTheDay};
          end if;
        end loop;
      end
      $$;
    create function core.units_within(permission text) returns bigint[]
      language plpgsql stable parallel safe
      set plan_cache_mode = force_generic_plan as $$${declared}
        ${paths('true', ` '{}'`)}
        return array(
          select distinct reach.unit_id from core.unit_reach reach
          where ${reached});
      end
      $$;
  `,
  down: /* sql */ `
    drop function core.units_within(text);
    ${reachOfTheDayMigration.up}
  `,
};

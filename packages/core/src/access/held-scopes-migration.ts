import type { Migration } from '@phoihop/platform';
import { between, cutAt } from '../sql/cut-at.js';
import { replacing } from '../sql/replacing.js';
import { readScopesMigration } from './read-scopes-migration.js';
import { scopesInSetsMigration } from './scopes-in-sets-migration.js';
import { scopesMigration } from './scopes-migration.js';
import { wholeCountryMigration } from './whole-country-migration.js';

const onTheDay = `reach.valid_from <= today and (reach.valid_to is null or reach.valid_to > today)`;

/** SQL: the paths of one kind among what is `held`, for rows of a program; of none where that is null. */
const paths = (kind: 'subtree' | 'exact', program: string): string =>
  `coalesce((held ->> '${kind}')::public.ltree[], '{}')
          || coalesce((held -> 'programs' -> core.program_label(${program}) ->> '${kind}')::public.ltree[], '{}')`;

const declared = (program: string): string => /* sql */ `
      declare
        today constant date := platform.business_date();
        held constant json := core.held(permission);
        subtrees constant public.ltree[] := ${paths('subtree', program)};
        exacts constant public.ltree[] := ${paths('exact', program)};
      begin`;

/** What is reached for reading, by lineage as well; for changing, only where the unit itself stands. */
const reached = {
  seen: `(reach.path operator(public.<@) any (subtrees) or (reach.own and reach.path operator(public.=) any (exacts)))`,
  changed: `reach.own and (reach.path operator(public.<@) any (subtrees) or reach.path operator(public.=) any (exacts))`,
} as const;

/** All units that scopes over every program reach, and such over one. */
const units = (name: string, how: keyof typeof reached, program: 'program' | 'null'): string => /* sql */ `
    create or replace function core.${name}(permission text${program === 'null' ? '' : ', program text'}) returns setof bigint
      language plpgsql stable parallel safe rows 200
      -- Planned anew for each call, which is what PostgreSQL would choose, it takes twice as long.
      set plan_cache_mode = force_generic_plan as $$${declared(program)}
        if subtrees = '{}' and exacts = '{}' then
          return;
        end if;
        return query
          select reach.unit_id from core.unit_reach reach
          where ${reached[how]} and ${onTheDay};
      end
      $$;`;

/** All units with the program (as program_label) of each scope of one program. */
const programUnits = (name: string, own: string): string => /* sql */ `
    create or replace function core.${name}(permission text) returns table (unit_id bigint, program text)
      language plpgsql stable parallel safe rows 500
      set plan_cache_mode = force_generic_plan as $$
      declare
        today constant date := platform.business_date();
        programs constant json := core.held(permission) -> 'programs';
        held record;
      begin
        if programs is null then
          return;
        end if;
        -- Most scopes differ in the program alone: their units are looked up once for all of those. Each kind has a query
        -- of its own, which an index answers; a choice between the two none does.
        for held in
          select given.kind, path, array_agg(distinct its.label) as labels
            from json_each(programs) as its (label, paths), json_each_text(its.paths) as given (kind, list),
              unnest(given.list::public.ltree[]) as path
           group by 1, 2
        loop
          if held.kind = 'subtree' then
            return query
              select reach.unit_id, label from core.unit_reach reach, unnest(held.labels) as label
              where ${own}reach.path operator(public.<@) held.path and ${onTheDay};
          else
            return query
              select reach.unit_id, label from core.unit_reach reach, unnest(held.labels) as label
              where reach.own and reach.path operator(public.=) held.path and ${onTheDay};
          end if;
        end loop;
      end
      $$;`;

/**
 * The functions of row rules, with the same answers, from settings that are cheap to look into. As one JSON text by
 * permission the scopes of an officer were 2.7 kB, read whole for each question: 75 µs, some twenty times a change.
 *
 * - `phoihop.held`: ` core:value.read=0 core:value.record=1 `, each permission with the place of its scopes in the list, from 0;
 * - `phoihop.scopes`: `[{"subtree": "{1.64}", "exact": "{}", "programs": {"PRG_27": {"subtree": "{1.64.700}", …}}}, …]`,
 *   the different scopes among them, written as arrays of paths: over all programs, and over single ones besides.
 *
 * What is said of the functions where they began (migrations 0002, 0011, 0013, 0017, 0039) holds for these.
 */
export const heldScopesMigration: Migration = {
  name: '0042_held_scopes',
  up: /* sql */ `
    -- What the caller holds a permission over; null where it is not held. Each expression of it is a simple one, which
    -- PL/pgSQL evaluates without a query.
    create function core.held(permission text) returns json
      language plpgsql stable parallel safe as $$
      begin
        return nullif(current_setting('phoihop.scopes', true), '')::json -> nullif(split_part(split_part(
          current_setting('phoihop.held', true), ' ' || permission || '=', 2), ' ', 1), '')::int;
      end
      $$;
    create or replace function core.scopes(permission text, kind text) returns public.ltree[]
      language plpgsql stable parallel safe as $$
      declare
        held constant json := core.held(permission);
      begin
        return (
          select coalesce(array_agg((given.label || '.' || path::text)::public.ltree), '{}')
          from (
            select 'any' as label, held ->> kind as list
            union all
            select its.label, its.paths ->> kind from json_each(held -> 'programs') as its (label, paths)
          ) given, unnest(given.list::public.ltree[]) as path);
      end
      $$;
    create or replace function core.scope_paths(permission text, kind text, program text) returns public.ltree[]
      language plpgsql stable parallel safe as $$
      declare
        held constant json := core.held(permission);
      begin
        return case kind when 'subtree' then ${paths('subtree', 'program')}
          else ${paths('exact', 'program')} end;
      end
      $$;
    create or replace function core.sees_whole_country(permission text, program text) returns boolean
      language plpgsql stable parallel safe as $$
      declare
        root public.ltree;
      begin
        foreach root in array core.scope_paths(permission, 'subtree', program) loop
          if public.nlevel(root) = 1 then
            return (select path operator(public.<@) root from core.unit_reach order by path limit 1)
              and (select path operator(public.<@) root from core.unit_reach order by path desc limit 1);
          end if;
        end loop;
        return false;
      end
      $$;
    create or replace function core.may_see(permission text, unit bigint, program text) returns boolean
      language plpgsql stable parallel safe as $$${declared('program')}
        return core.sees_whole_country(permission, program) or exists (
          select from core.unit_reach reach
          where reach.unit_id = unit and ${onTheDay} and ${reached.seen});
      end
      $$;
    create or replace function core.may_change(permission text, unit bigint, program text) returns boolean
      language plpgsql stable parallel safe as $$${declared('program')}
        return exists (
          select from core.unit_reach reach
          where reach.unit_id = unit and ${onTheDay} and ${reached.changed});
      end
      $$;
    ${units('units_seen', 'seen', 'program')}
    ${units('units_changed', 'changed', 'null')}
    ${programUnits('program_units_seen', '')}
    ${programUnits('program_units_changed', 'reach.own and ')}
    create or replace function core.units_within(permission text) returns bigint[]
      language plpgsql stable parallel safe
      set plan_cache_mode = force_generic_plan as $$
      declare
        today constant date := platform.business_date();
        held constant json := core.held(permission);
        subtrees public.ltree[] := coalesce((held ->> 'subtree')::public.ltree[], '{}');
        exacts public.ltree[] := coalesce((held ->> 'exact')::public.ltree[], '{}');
        program json;
      begin
        for program in select value from json_each(held -> 'programs') loop
          subtrees := subtrees || (program ->> 'subtree')::public.ltree[];
          exacts := exacts || (program ->> 'exact')::public.ltree[];
        end loop;
        if subtrees = '{}' and exacts = '{}' then
          return '{}';
        end if;
        return array(
          select distinct reach.unit_id from core.unit_reach reach
          where ${reached.seen} and ${onTheDay});
      end
      $$;
  `,
  down: /* sql */ `
    ${replacing(between(scopesMigration.up, 'create function core.scopes(', 'create function core.program_label('))}
    ${replacing(between(scopesMigration.up, 'create function core.scope_paths(', '-- Organizations the caller'))}
    ${replacing(between(scopesMigration.up, 'create function core.may_change(', '-- All units for which'))}
    ${replacing(between(scopesInSetsMigration.up, 'create function core.units_changed(', 'create function core.may_change_each('))}
    ${replacing(readScopesMigration.up)}
    ${replacing(cutAt(wholeCountryMigration.up, 'create function core.sees_whole_country(')[1])}
    drop function core.held(text);
  `,
};

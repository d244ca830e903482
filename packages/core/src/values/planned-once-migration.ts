import type { Migration } from '@phoihop/platform';
import { periodMigration } from '../periods/migration.js';
import { between } from '../sql/cut-at.js';
import { replacing } from '../sql/replacing.js';
import { figuresInSetsMigration } from './writes-migration.js';

const treeBegins = between(periodMigration.up, 'create function core.tree_begins(', '-- The lock that');
const periodsWithLocks = between(
  figuresInSetsMigration.up,
  'create function core.periods_with_locks(',
  'create function core.refuse_closed_periods(',
);

/**
 * Two functions that were planned anew with each change, half a millisecond a time. What reads a table with row
 * security is planned for the role that runs it: asked in turn by the caller's role and by functions with the owner's
 * rights, `core.tree_begins` was never planned for whoever asked next. It tells nothing that not everybody may know. Of
 * `core.periods_with_locks` PostgreSQL found a plan for just the periods it was asked about cheaper.
 */
export const plannedOnceMigration: Migration = {
  name: '0043_planned_once',
  up: /* sql */ `
create or replace function core.tree_begins() returns date
  language plpgsql stable parallel safe security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  return (select min(valid_from) from core.administrative_unit_version where parent_id is null and superseded_at is null);
end
$$;
create or replace function core.periods_with_locks(periods bigint[]) returns setof bigint
  language plpgsql stable parallel safe
  set plan_cache_mode = force_generic_plan
as $$
begin
  return query
    with recursive around (period, id) as (
      select distinct asked, asked from unnest(periods) as asked
      union all
      select around.period, p.parent_id from around join core.period p on p.id = around.id where p.parent_id is not null
    )
    select distinct around.period from around
    join core.period_lock l on l.period_id = around.id and l.unlocked_at is null;
end
$$;
`,
  down: replacing(treeBegins + periodsWithLocks),
};

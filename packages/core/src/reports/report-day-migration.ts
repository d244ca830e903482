import type { Migration } from '@phoihop/platform';
import { takingOverMigration } from '../agreements/taking-over-migration.js';
import { between } from '../sql/cut-at.js';
import { replacing } from '../sql/replacing.js';

const before = between(
  takingOverMigration.up,
  'create function core.report_day(',
  "-- With the owner's rights",
);

/**
 * `core.report_day` with the same answer, planned once. It is asked in turn by the caller's role, in a check, and by the
 * owner's, in a trigger; a plan over tables with row security holds for one role, so it was made anew each time, 1 ms
 * twice a report. It tells of periods and of units when they end, which everybody may know.
 */
export const reportDayMigration: Migration = {
  name: '0044_report_day',
  up: /* sql */ `
create or replace function core.report_day(unit bigint, period bigint) returns date
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan
as $$
begin
  return (
    select least(p.ends_on, (
      select max(coalesce(v.valid_to, 'infinity')) - 1 from core.administrative_unit_version v
       where v.unit_id = unit and v.superseded_at is null and v.valid_from <= greatest(p.ends_on, (select core.tree_begins()))
         and (v.valid_to is null or v.valid_to > p.starts_on)))
    from core.period p where p.id = period);
end
$$;
`,
  down: replacing(before),
};

import type { Migration } from '@phoihop/platform';
import { replacing } from '../sql/replacing.js';
import { derivedSql } from './derived-sql.js';
import { derivedInSetsSql } from './derived-in-sets-sql.js';
import { guardSql } from './migration.js';

/**
 * What is asked once for all figures of a statement is no longer asked for each: a row's own guard keeps what is the
 * row's own. Locks are asked for after the rows are written, and held from then on: whoever closed the period before
 * has committed by then and is seen, whoever closes it later waits for the figures.
 */
const guards = /* sql */ `
create or replace function core.guard_data_value() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  kept core.data_value;
begin
  if tg_op = 'UPDATE' then
    kept := new;
    kept.superseded_at := old.superseded_at;
    kept.superseded_by := old.superseded_by;
    -- Byte by byte: 1 and 1.0 are equal, and yet not what was entered.
    if old.superseded_at is not null or new.superseded_at is null or kept operator(pg_catalog.*<>) old then
      raise exception 'DATA_VALUE_IS_KEPT: figures are superseded once, and otherwise never changed';
    end if;
  else
    select p.ends_on, i.program into new.as_of, new.program
      from core.period p, core.indicator i where p.id = new.period_id and i.id = new.indicator_id;
  end if;
  return new;
end
$$;

-- Of these periods, those that some lock closes for somebody: itself or a larger one around it. Asked first, because it
-- is one look at a few periods, and whether a figure is closed is a walk up two trees.
create function core.periods_with_locks(periods bigint[]) returns setof bigint
  language sql stable parallel safe as $$
    with recursive around (period, id) as (
      select distinct asked, asked from unnest(periods) as asked
      union all
      select around.period, p.parent_id from around join core.period p on p.id = around.id where p.parent_id is not null
    )
    select distinct around.period from around
    join core.period_lock l on l.period_id = around.id and l.unlocked_at is null
  $$;

create function core.refuse_closed_periods() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  suspect bigint[];
begin
  perform core.hold_period_locks(false);
  suspect := array(select core.periods_with_locks(array(select distinct period_id from written)));
  if suspect <> '{}' and exists (
    select from (select distinct period_id, unit_id, program from written where period_id = any (suspect)) as figure
    where core.period_lock_on(figure.period_id, figure.unit_id, figure.program) is not null) then
    raise exception 'PERIOD_LOCKED';
  end if;
  return null;
end
$$;
create trigger data_value_open_when_entered after insert on core.data_value
  referencing new table as written for each statement execute function core.refuse_closed_periods();
create trigger data_value_open_when_superseded after update on core.data_value
  referencing new table as written for each statement execute function core.refuse_closed_periods();
`;

/**
 * The latest figures first, of whoever may see many: at the size of the nation a page of 50 read the whole table (4 GB)
 * and was stopped. In the order that lists ask for.
 */
const latest = /* sql */ `
create index data_value_latest on core.data_value (as_of desc, id) where superseded_at is null;
`;

/** Writing many figures costs a few statements and checks them as a set. */
export const figuresInSetsMigration: Migration = {
  name: '0014_figures_in_sets',
  up: guards + derivedInSetsSql + latest,
  down: /* sql */ `
drop index core.data_value_latest;
drop trigger data_value_open_when_entered on core.data_value;
drop trigger data_value_open_when_superseded on core.data_value;
drop function core.refuse_closed_periods();
drop function core.periods_with_locks(bigint[]);
${replacing(guardSql)}
${replacing(derivedSql)}`,
};

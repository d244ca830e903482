import type { Migration } from '@phoihop/platform';
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

create function core.refuse_closed_periods() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform core.hold_period_locks(false);
  if exists (select from core.period_lock where unlocked_at is null)
    and exists (
      select from (select distinct period_id, unit_id, program from written) as figure
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

const replacing = (sql: string): string => sql.replace('create function', 'create or replace function');

/** Writing many figures costs a few statements and checks them as a set. */
export const figuresInSetsMigration: Migration = {
  name: '0014_figures_in_sets',
  up: guards + derivedInSetsSql,
  down: /* sql */ `
drop trigger data_value_open_when_entered on core.data_value;
drop trigger data_value_open_when_superseded on core.data_value;
drop function core.refuse_closed_periods();
${replacing(guardSql)}
${replacing(derivedSql)}`,
};

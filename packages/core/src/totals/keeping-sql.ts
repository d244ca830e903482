import {
  keyColumns,
  measureColumns,
  measures,
  periodRows,
  saysSomething,
  totalKey,
  yearRows,
} from './contribution-sql.js';

const table = /* sql */ `
create table core.kept_total (
  id bigint generated always as identity,
  indicator_id bigint not null,
  unit_id bigint not null,
  period_id bigint not null,
  source text not null,
  disaggregation text not null,
  part text not null check (part in ('PROVISIONAL', 'ACCEPTED', 'YEAR', 'YEAR_ACCEPTED')),
  have int,
  provisional int,
  amounts int,
  shares int,
  value numeric,
  numerator numeric,
  denominator numeric,
  reached int,
  fresh boolean not null
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.05);
create index kept_total_key on core.kept_total (indicator_id, unit_id, source, disaggregation, period_id);
create index kept_total_period on core.kept_total (period_id, indicator_id);
create index kept_total_fresh on core.kept_total (id) where fresh;
comment on table core.kept_total is
  'Totals of what lies below a unit, as rows to be added up: a change of figures adds rows, folding makes one of many.';
`;

export const figureColumns =
  'id, indicator_id, unit_id, period_id, source, disaggregation, value, numerator, denominator, status, state';
export const columnsOf = (row: string): string => figureColumns.replaceAll(/[a-z_]+/g, `${row}.$&`);

/** Adds rows to the totals, those of one key made one; counts them in `appended_rows`. */
export const append = (rows: string): string => /* sql */ `
  with appended as (
    insert into core.kept_total (${keyColumns}, ${measureColumns}, fresh)
    select ${keyColumns}, ${measureColumns}, true
    from (
      select ${keyColumns}, ${measures.map((column) => `sum(${column}) as ${column}`).join(', ')}
      from (${rows}) contribution
      group by ${keyColumns}
    ) change
    where ${saysSomething('change')}
    returning id
  )
  select appended_rows + count(*), coalesce(max(id), last_row) from appended into appended_rows, last_row;`;

/**
 * Keeps the totals in the transaction that writes the figures, whoever writes them. A statement adds one row for each
 * total it changes and updates none, so writers never wait for one another, not even over the nation's total.
 *
 * Only latest figures and statuses depend on what else their unit has reported in the year. Writers of those take
 * turns unit by unit, by a lock on the unit's row in the order of ids.
 *
 * @param change The statement's figures with `sign`: 1 for what counts now, -1 for what counts no more.
 */
const keepFunction = (name: string, change: string): string => /* sql */ `
create function core.${name}() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  set jit = off
as $$
#variable_conflict use_column
declare
  appended_rows bigint := 0;
  last_row bigint := 0;
  series_units bigint[];
begin
  if not exists (${change}) then return null; end if;
  -- An older snapshot could miss a change of the tree, or what another has just written for the same unit.
  if current_setting('transaction_isolation') = 'repeatable read' then
    raise exception 'TOTALS_NEED_READ_COMMITTED: figures are written in read committed or serializable transactions';
  end if;
  perform pg_advisory_xact_lock_shared(hashtext('core.kept_total'));
  ${append(`with change as materialized (${change}) select * from (${periodRows('change')}) of_period`)}

  series_units := array(
    select distinct change.unit_id from (${change}) change
    join core.indicator_rules() rule on rule.indicator_id = change.indicator_id and (rule.shows_latest or rule.counts_statuses));
  if cardinality(series_units) > 0 then
    perform from core.administrative_unit where id = any (series_units) order by id for no key update;
    ${append(/* sql */ `
    with change as materialized (${change}),
    series as materialized (
      select distinct change.indicator_id, change.unit_id, change.source, change.disaggregation, period.year, rule.calendar
      from change
      join core.indicator_rules() rule on rule.indicator_id = change.indicator_id and (rule.shows_latest or rule.counts_statuses)
      join core.period on period.id = change.period_id and period.year is not null and period.calendar_key = rule.calendar
    ),
    now_there as materialized (
      select ${columnsOf('held')}
      from series
      cross join lateral (
        select ${figureColumns} from core.data_value d
        where d.indicator_id = series.indicator_id and d.unit_id = series.unit_id and d.source = series.source
          and d.disaggregation = series.disaggregation and d.superseded_at is null
        offset 0
      ) held
      join core.period on period.id = held.period_id and period.calendar_key = series.calendar and period.year = series.year
    ),
    -- What is there now, without what came, with what went.
    there_before as (
      select ${figureColumns} from (
        select 1 as there, now_there.* from now_there
        union all
        select -change.sign, ${columnsOf('change')} from change
      ) moved
      group by ${figureColumns}
      having sum(there) > 0
    ),
    figure as materialized (
      select 1 as sign, now_there.* from now_there
      union all
      select -1, there_before.* from there_before
    )
    select * from (${yearRows('figure')}) of_year`)}
  end if;

  -- Whoever adds every 512th row folds what has gathered: reading stays quick, and nobody else waits for it.
  if last_row / 512 > (last_row - appended_rows) / 512 then
    perform core.fold_totals((2 * appended_rows + 2048)::int);
  end if;
  return null;
end
$$;
`;

export const came = `select 1 as sign, ${figureColumns} from came where superseded_at is null`;
export const went = `select -1 as sign, ${figureColumns} from went where superseded_at is null`;

export const keepFirst =
  keepFunction('keep_totals_of_new', came) +
  keepFunction('keep_totals_of_changed', `${came} union all ${went}`) +
  keepFunction('keep_totals_of_gone', went) +
  /* sql */ `
create function core.forget_totals() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  delete from core.kept_total;
  return null;
end
$$;
`;

/**
 * The triggers on the table of figures. They are of statements, so they stand on the parent of a partitioned table, too:
 * whoever makes the table anew makes them anew. A write past the parent, into a partition by its own name, is not seen.
 */
export const keepingTriggers = /* sql */ `
create trigger totals_of_new after insert on core.data_value
  referencing new table as came for each statement execute function core.keep_totals_of_new();
create trigger totals_of_changed after update on core.data_value
  referencing old table as went new table as came for each statement execute function core.keep_totals_of_changed();
create trigger totals_of_gone after delete on core.data_value
  referencing old table as went for each statement execute function core.keep_totals_of_gone();
create trigger totals_of_none after truncate on core.data_value
  for each statement execute function core.forget_totals();
`;

const sameKey = (a: string, b: string): string =>
  totalKey.map((column) => `${a}.${column} = ${b}.${column}`).join(' and ');

/**
 * Makes one row of the many of a key. It takes only rows nobody else is folding and leaves the sums as they are, so it
 * may run at any time, beside writers and beside itself.
 */
const fold = /* sql */ `
create function core.fold_totals(at_most int) returns void
  language plpgsql
  set search_path = pg_catalog, pg_temp
  set jit = off
as $$
begin
  -- Elsewhere rows that were folded meanwhile would be a serialization failure.
  if current_setting('transaction_isolation') <> 'read committed' then return; end if;
  with taken as materialized (
    select ctid as place, ${keyColumns} from core.kept_total where fresh order by id limit at_most for update skip locked
  ),
  folded as materialized (select distinct ${keyColumns} from taken),
  base as materialized (
    select old.ctid as place from folded join core.kept_total old on ${sameKey('old', 'folded')} and not old.fresh
    for update of old skip locked
  ),
  gone as (
    delete from core.kept_total
    where ctid = any (array(select place from taken union all select place from base))
    returning *
  )
  insert into core.kept_total (${keyColumns}, ${measureColumns}, fresh)
  select ${keyColumns}, ${measureColumns}, false
  from (
    select ${keyColumns}, ${measures.map((column) => `sum(${column}) as ${column}`).join(', ')}
    from gone group by ${keyColumns}
  ) total
  where ${saysSomething('total')};
end
$$;
`;

/**
 * What the rows of one indicator and year must be, from its figures; and making them so. With the rights of whoever calls:
 * only the owner has any on the totals.
 */
export const countFirst = /* sql */ `
create function core.counted_totals(of_indicator bigint, of_year int)
  returns table (indicator_id bigint, unit_id bigint, period_id bigint, source text, disaggregation text, part text,
    have bigint, provisional bigint, amounts bigint, shares bigint, value numeric, numerator numeric, denominator numeric,
    reached bigint)
  language plpgsql stable
  set search_path = pg_catalog, pg_temp
  set jit = off
  set work_mem = '64MB'
as $$
#variable_conflict use_column
begin
return query
  with figure as materialized (
    select 1 as sign, ${columnsOf('d')} from core.period
    join core.data_value d on d.period_id = period.id and d.indicator_id = of_indicator and d.superseded_at is null
    where period.year = of_year
  )
  select ${keyColumns}, ${measures
    .map(
      (column) =>
        `sum(${column})::${['value', 'numerator', 'denominator'].includes(column) ? 'numeric' : 'bigint'}`,
    )
    .join(', ')}
  from (select * from (${periodRows('figure')}) of_period union all select * from (${yearRows('figure')}) of_year) contribution
  group by ${keyColumns};
end
$$;

create function core.rebuild_totals(of_indicator bigint, of_year int) returns void
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtext('core.kept_total'));
  delete from core.kept_total old using core.period
    where old.indicator_id = of_indicator and old.period_id = period.id and period.year = of_year;
  insert into core.kept_total (${keyColumns}, ${measureColumns}, fresh)
  select ${keyColumns}, ${measureColumns}, false from core.counted_totals(of_indicator, of_year) total
  where ${saysSomething('total')};
end
$$;

create function core.rebuild_totals(of_indicator bigint) returns void
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtext('core.kept_total'));
  delete from core.kept_total where indicator_id = of_indicator;
  perform core.rebuild_totals(of_indicator, held.year)
    from (select distinct year from core.period where year is not null) held
    where exists (select from core.period join core.data_value figure on figure.period_id = period.id
      and figure.indicator_id = of_indicator where period.year = held.year)
    order by held.year;
end
$$;
comment on function core.rebuild_totals(bigint) is 'Counts the totals of one indicator anew; writers of figures wait meanwhile.';
`;

/** What totals depend on besides figures and the tree: how an indicator counts, and which days a period has. */
const definitions = /* sql */ `
create function core.recount_indicators() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  changed bigint;
begin
  for changed in
    select fresh.id from came fresh join went earlier on earlier.id = fresh.id
    where (fresh.kind, fresh.over_time, fresh.calendar, fresh.collection_level, fresh.applies_to, fresh.statuses)
      is distinct from (earlier.kind, earlier.over_time, earlier.calendar, earlier.collection_level, earlier.applies_to, earlier.statuses)
      and exists (select from core.data_value figure where figure.indicator_id = fresh.id)
  loop
    perform core.rebuild_totals(changed);
  end loop;
  return null;
end
$$;
create trigger totals_follow after update on core.indicator
  referencing old table as went new table as came for each statement execute function core.recount_indicators();

create function core.recount_periods() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  changed bigint;
begin
  for changed in
    select distinct figure.indicator_id
    from came fresh join went earlier on earlier.id = fresh.id
    join core.period beside on beside.calendar_key in (fresh.calendar_key, earlier.calendar_key)
      and beside.year in (fresh.year, earlier.year)
    join core.data_value figure on figure.period_id = beside.id
    where (fresh.ends_on, fresh.year, fresh.calendar_key) is distinct from (earlier.ends_on, earlier.year, earlier.calendar_key)
  loop
    perform core.rebuild_totals(changed);
  end loop;
  return null;
end
$$;
create trigger totals_follow after update on core.period
  referencing old table as went new table as came for each statement execute function core.recount_periods();
`;

export const keepingSql = table + fold + countFirst + keepFirst + definitions + keepingTriggers;

export const keepingDown = /* sql */ `
drop trigger totals_follow on core.period;
drop trigger totals_follow on core.indicator;
drop function core.recount_periods();
drop function core.recount_indicators();
drop trigger totals_of_none on core.data_value;
drop trigger totals_of_gone on core.data_value;
drop trigger totals_of_changed on core.data_value;
drop trigger totals_of_new on core.data_value;
drop function core.forget_totals();
drop function core.keep_totals_of_gone();
drop function core.keep_totals_of_changed();
drop function core.keep_totals_of_new();
drop function core.rebuild_totals(bigint);
drop function core.rebuild_totals(bigint, int);
drop function core.counted_totals(bigint, int);
drop function core.fold_totals(int);
drop table core.kept_total;
`;

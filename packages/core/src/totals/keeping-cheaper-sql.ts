import { replacing } from '../sql/replacing.js';
import {
  keyColumns,
  measureColumns,
  measures,
  periodRows,
  saysSomething,
  yearRows,
} from './contribution-sql.js';
import { append, came, columnsOf, countFirst, figureColumns, keepFirst, went } from './keeping-sql.js';
import { holdsAllYear, inPlace, spanOfYear, steadyRows } from './steady-sql.js';

/** The series of latest figures and statuses that a change touches, as they are now and as they were: `figure`. */
const seriesOf = (change: string, units: string): string => /* sql */ `
    with change as materialized (select * from (${change}) given where ${units}),
    series as materialized (
      select distinct change.indicator_id, change.unit_id, change.source, change.disaggregation, period.year, i.calendar
      from change
      join core.indicator i on i.id = change.indicator_id and (i.kind in ('STOCK', 'STATUS_COUNT') or i.over_time = 'LATEST')
      -- By its id: the planner would otherwise read the calendar for each figure.
      cross join lateral (select calendar_key, year from core.period where id = change.period_id offset 0) period
      where period.year is not null and period.calendar_key = i.calendar
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
    )`;

/** Adds rows of which each has a key of its own. */
const appendEach = (rows: string): string => /* sql */ `
  with appended as (
    insert into core.kept_total (${keyColumns}, ${measureColumns}, fresh)
    select ${keyColumns}, ${measureColumns}, true from (${rows}) change where ${saysSomething('change')}
    returning id
  )
  select appended_rows + count(*), coalesce(max(id), last_row) from appended into appended_rows, last_row;`;

/**
 * Keeps the totals as before (keeping-sql.ts), and asks of a unit that stands all the year where it stands nothing about
 * the ways of others.
 */
const keepFunction = (name: string, change: string): string => /* sql */ `
create or replace function core.${name}() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  set jit = off
  -- Planning takes longer than keeping, and for other figures the plan is no other.
  set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  appended_rows bigint := 0;
  last_row bigint := 0;
  has_series boolean;
  series_units bigint[];
  moving_units bigint[];
begin
  -- Whether anything of it is a latest figure or a status; of nothing, nothing is known.
  has_series := (
    select bool_or(i.kind in ('STOCK', 'STATUS_COUNT') or i.over_time = 'LATEST')
    from (${change}) change join core.indicator i on i.id = change.indicator_id);
  if has_series is null then return null; end if;
  -- An older snapshot could miss a change of the tree, or what another has just written for the same unit.
  if current_setting('transaction_isolation') = 'repeatable read' then
    raise exception 'TOTALS_NEED_READ_COMMITTED: figures are written in read committed or serializable transactions';
  end if;
  perform pg_advisory_xact_lock_shared(hashtext('core.kept_total'));
  ${appendEach(`with change as materialized (${change}) select * from (${periodRows('change', inPlace)}) of_period`)}

  if has_series then
    select coalesce(array_agg(distinct change.unit_id), '{}'),
      coalesce(array_agg(distinct change.unit_id) filter (where standing.unit_id is null), '{}')
    from (
      select distinct change.unit_id, period.calendar_key, period.year
      from (${change}) change
      join core.indicator i on i.id = change.indicator_id and (i.kind in ('STOCK', 'STATUS_COUNT') or i.over_time = 'LATEST')
      cross join lateral (select calendar_key, year from core.period where id = change.period_id offset 0) period
      where period.year is not null and period.calendar_key = i.calendar
    ) change
    cross join lateral ${spanOfYear('change')}
    left join core.unit_standing standing on standing.unit_id = change.unit_id and ${holdsAllYear('standing', 'span')}
    into series_units, moving_units;
    perform from core.administrative_unit where id = any (series_units) order by id for no key update;
    if cardinality(series_units) > cardinality(moving_units) then
      ${appendEach(`${seriesOf(change, 'unit_id <> all (moving_units)')} select * from (${steadyRows('figure')}) of_year`)}
    end if;
    if cardinality(moving_units) > 0 then
      ${append(`${seriesOf(change, 'unit_id = any (moving_units)')} select * from (${yearRows('figure', inPlace)}) of_year`)}
    end if;
  end if;

  -- Whoever adds every 512th row folds what has gathered: reading stays quick, and nobody else waits for it.
  if last_row / 512 > (last_row - appended_rows) / 512 then
    perform core.fold_totals((2 * appended_rows + 2048)::int);
  end if;
  return null;
end
$$;
`;

const count = /* sql */ `
create or replace function core.counted_totals(of_indicator bigint, of_year int)
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
  ),
  of_series as (
    select * from figure
    where (select i.kind in ('STOCK', 'STATUS_COUNT') or i.over_time = 'LATEST' from core.indicator i where i.id = of_indicator)
  ),
  moving as materialized (
    select reporting.unit_id from (select distinct unit_id from of_series) reporting
    cross join (
      select min(period.ends_on) as first_day, max(period.ends_on) as last_day
      from core.indicator i join core.period on period.calendar_key = i.calendar and period.year = of_year where i.id = of_indicator
    ) span
    where not exists (
      select from core.unit_standing standing where standing.unit_id = reporting.unit_id and ${holdsAllYear('standing', 'span')})
  ),
  steady_figure as (select * from of_series where unit_id not in (select unit_id from moving)),
  moving_figure as (select * from of_series where unit_id in (select unit_id from moving))
  select ${keyColumns}, ${measures
    .map(
      (column) =>
        `sum(${column})::${['value', 'numerator', 'denominator'].includes(column) ? 'numeric' : 'bigint'}`,
    )
    .join(', ')}
  from (
    select * from (${periodRows('figure', inPlace)}) of_period
    union all
    select * from (${steadyRows('steady_figure')}) of_steady_year
    union all
    select * from (${yearRows('moving_figure', inPlace)}) of_year
  ) contribution
  group by ${keyColumns};
end
$$;
`;

/** Only deleting the rows of an indicator's year looked there, which the other index finds as well; all writers paid. */
const index = /* sql */ `drop index core.kept_total_period;`;

export const keepingCheaperSql =
  keepFunction('keep_totals_of_new', came) +
  keepFunction('keep_totals_of_changed', `${came} union all ${went}`) +
  keepFunction('keep_totals_of_gone', went) +
  count +
  index;

export const keepingCheaperDown =
  replacing(keepFirst) +
  replacing(countFirst) +
  'create index kept_total_period on core.kept_total (period_id, indicator_id);';

-- What the authors of the other servers would have in their database: units as they stand on the business date, the
-- tables they read under plain names, and the figures of a target. Nothing here asks who is calling.
create schema bench;

create function bench.business_date() returns date
  language sql immutable parallel safe as $$ select date '2021-10-15' $$;

create view bench.unit as
select unit_id as id, code, name, full_name, kind, parent_id
from core.administrative_unit_version
where tree = 'ADMIN' and superseded_at is null
  and valid_from <= bench.business_date() and (valid_to is null or valid_to > bench.business_date());

create view bench.program as select id, code, title_vi, status from core.program;
create view bench.indicator as select id, key, title_vi, program from core.indicator;
create view bench.period as select id, key, calendar_key, starts_on, ends_on from core.period;
create view bench.form as select id, key, program, title_vi from core.report_template;
create view bench.report as
select id, template_id as form_id, unit_id, period_id, as_of, program, state, note, version from core.report;
create view bench.data_value as
select id, report_id, indicator_id, unit_id, period_id, value, state, recorded_at from core.data_value
where superseded_at is null;
create view bench.target as
select id, code, quote, operator, value, deadline, indicator_id, program_id, unit_id, period_id, demo from core.target;

-- The days over which the figures of a target are added up.
create view bench.target_span as
select target.id as target_id, target.indicator_id, target.operator, target.value as plan, indicator.kind,
  indicator.kind = 'STOCK' or indicator.over_time = 'LATEST' as latest, indicator.sources[1] as source,
  -- As an array: a join would be estimated at one row, and the whole province read.
  case when indicator.collection_level = 'COMMUNE' and unit.kind = 'DISTRICT' then array(select id from bench.unit where parent_id = target.unit_id)
    else array[target.unit_id] end as units,
  array(select status ->> 'code' from jsonb_array_elements(indicator.statuses) as status) as counted,
  whole.starts_on as first_day, whole.ends_on as last_day, shown.ends_on as shown_day,
  (whole.starts_on - interval '1 year')::date as first_day_before, (shown.ends_on - interval '1 year')::date as shown_day_before
from core.target
join bench.unit on unit.id = target.unit_id
join core.indicator on indicator.id = target.indicator_id
join core.period whole on whole.id = target.period_id
-- The latest period of the indicator's calendar that has ended; before there is one, the first.
cross join lateral (
  select period.ends_on from core.period
  where period.calendar_key = indicator.calendar and period.starts_on >= whole.starts_on and period.ends_on <= whole.ends_on
  order by period.ends_on <= bench.business_date() desc,
    case when period.ends_on <= bench.business_date() then period.starts_on end desc, period.starts_on
  limit 1
) shown;

-- Figures of the units that report to a target: amounts add, shares add their parts, a status counts a unit once, and
-- a stock shows the latest figure of each unit. One look into the index a unit: `offset 0` keeps the
-- planner, who knows nothing of the units, from reading the province.
create view bench.target_figure as
select span.target_id, span.plan, span.operator, figure.*
from bench.target_span span
cross join lateral (
  select sum(d.value) filter (where d.ends_on = span.shown_day) as in_period,
    sum(d.value) filter (where d.ends_on between span.first_day and span.shown_day) as cumulative,
    sum(d.value) filter (where d.ends_on between span.first_day_before and span.shown_day_before) as cumulative_before,
    sum(d.value) filter (where d.ends_on between span.first_day and span.last_day) as actual
  from unnest(span.units) as place (unit_id)
  cross join lateral (
    select p.ends_on, d.value from core.data_value d
    join core.period p on p.id = d.period_id
    where d.indicator_id = span.indicator_id and d.unit_id = place.unit_id and d.source = span.source
      and d.disaggregation = '' and d.superseded_at is null
    offset 0
  ) d
  where span.kind in ('SUM', 'EVENT_COUNT') and d.ends_on between span.first_day_before and span.last_day
  having span.kind in ('SUM', 'EVENT_COUNT')
  union all
  select max(figure) filter (where name = 'in period'), max(figure) filter (where name = 'cumulative'),
    max(figure) filter (where name = 'cumulative before'), max(figure) filter (where name = 'actual')
  from (
    select name,
      case span.kind when 'STATUS_COUNT' then count(distinct unit_id) filter (where status = any (span.counted))
        when 'RATIO' then sum(numerator) / nullif(sum(denominator), 0) else sum(value) end as figure
    from (
      select sum_of.name, d.*, row_number() over (partition by sum_of.name, d.unit_id order by d.ends_on desc) as age
      from (values ('in period', span.shown_day, span.shown_day), ('cumulative', span.first_day, span.shown_day),
        ('cumulative before', span.first_day_before, span.shown_day_before), ('actual', span.first_day, span.last_day))
        as sum_of (name, from_day, to_day)
      cross join unnest(span.units) as place (unit_id)
      cross join lateral (
        select d.unit_id, p.ends_on, d.value, d.numerator, d.denominator, d.status from core.data_value d
        join core.period p on p.id = d.period_id
        where d.indicator_id = span.indicator_id and d.unit_id = place.unit_id and d.source = span.source
          and d.disaggregation = '' and d.superseded_at is null
        offset 0
      ) d
      where d.ends_on between sum_of.from_day and sum_of.to_day
    ) one
    where age = 1 or not span.latest
    group by name
  ) named
  where span.kind not in ('SUM', 'EVENT_COUNT')
  having span.kind not in ('SUM', 'EVENT_COUNT')
) figure;

-- The same as a report shows it: in period, cumulative, percent of plan, and against the same time last year.
create view bench.reporting_row as
select target_id, trim_scale(round(actual, 6))::text as actual, trim_scale(round(in_period, 6))::text as in_period,
  trim_scale(round(cumulative, 6))::text as cumulative,
  case when operator in ('AT_LEAST', 'RANGE', 'REACH_STATUS', 'HOLD_EVENTS')
    then trim_scale(round(cumulative * 100 / nullif(plan, 0), 2))::text end as percent_of_plan,
  trim_scale(round(cumulative_before, 6))::text as same_period_last_year,
  trim_scale(round(cumulative - cumulative_before, 6))::text as difference,
  trim_scale(round((cumulative - cumulative_before) * 100 / nullif(cumulative_before, 0), 2))::text as relative_change
from bench.target_figure;

-- Reports of the communes of a district, the latest first. No row rule leaves the others out, so a question must.
create function bench.reports_of_district(district text, program text, state text) returns setof bench.report
  language sql stable parallel safe as $$
    select report.* from bench.report
    join bench.unit on unit.id = report.unit_id
    join bench.unit district on district.id = unit.parent_id
    where district.code = $1 and report.program = $2 and report.state = $3
    order by report.as_of desc, report.id
  $$;

-- The same for whom a condition on a column is easier than a function.
create view bench.district_report as
select report.*, unit.parent_id as district_id from bench.report join bench.unit on unit.id = report.unit_id;

-- One report with its figures. PostGraphile makes a mutation of it.
create function bench.save_report(form text, unit text, period text, items jsonb) returns bench.report
  language sql volatile as $$
    with saved as (
      insert into core.report (template_id, unit_id, period_id, as_of, program, note, demo)
      select form.id, unit.id, period.id, period.ends_on, form.program, 'Số liệu minh họa, không có thật.', true
      from bench.form, bench.unit, bench.period
      where form.key = $1 and unit.code = $2 and period.key = $3 and period.calendar_key = 'MONTH'
      returning *
    ),
    figures as (
      insert into core.data_value (indicator_id, unit_id, period_id, as_of, program, source, value, report_id, demo)
      select indicator.id, saved.unit_id, saved.period_id, saved.as_of, indicator.program, 'front-report', item.value, saved.id, true
      from saved
      cross join jsonb_to_recordset($4) as item (indicator text, value numeric)
      join core.indicator on indicator.key = item.indicator
    )
    select id, template_id, unit_id, period_id, as_of, program, state, note, version from saved
  $$;

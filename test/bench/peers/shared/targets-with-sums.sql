select target.code, target.value::text, target.indicator_id as "indicatorId", sums.in_period::text as "inPeriod",
  sums.cumulative::text, trim_scale(round(sums.cumulative * 100 / target.value, 2))::text as "percentOfPlan",
  sums.last_year::text as "samePeriodLastYear", (sums.cumulative - sums.last_year)::text as difference
from bench.unit
join bench.target on target.unit_id = unit.id and target.demo
join bench.program on program.id = target.program_id
cross join lateral (
  select sum(d.value) filter (where d.key = '2021-09') as in_period,
    sum(d.value) filter (where d.key between '2021-01' and '2021-09') as cumulative,
    sum(d.value) filter (where d.key between '2020-01' and '2020-09') as last_year
  -- One look into the index a commune: `offset 0` keeps the planner from reading the province.
  from bench.unit commune
  cross join lateral (
    select period.key, d.value from core.data_value d
    join core.period on period.id = d.period_id
    where d.indicator_id = target.indicator_id and d.unit_id = commune.id and d.source = 'front-report'
      and d.disaggregation = '' and d.superseded_at is null
    offset 0
  ) d
  where commune.parent_id = unit.id
) sums
where unit.code = $1 and program.code = $2
order by target.code

// One statement a workload, which answers with the text of the response. No GraphQL, no objects in between: what is
// left is HTTP, the driver and PostgreSQL.

const point = `
select row_to_json(answer)::text as body from (
  select unit.code, unit.name, unit.kind,
    (select row_to_json(parent) from (select code, name, kind from bench.unit above where above.id = unit.parent_id) parent) as parent
  from bench.unit where code = $1
) answer`;

const nested = `
select row_to_json(answer)::text as body from (
  select district.code, district.name, (
    select json_agg(row_to_json(commune)) from (
      select unit.code, unit.name, (
        select coalesce(json_agg(row_to_json(report)), '[]') from (
          select report.as_of as "asOf", report.state, (
            select coalesce(json_agg(row_to_json(figure)), '[]') from (
              select d.value::text, d.state, json_build_object('key', indicator.key, 'titleVi', indicator.title_vi) as indicator
              from (
                select * from bench.data_value where report_id = report.id order by recorded_at, id limit 8
              ) d
              join bench.indicator on indicator.id = d.indicator_id
              order by d.recorded_at, d.id
            ) figure
          ) as values
          from bench.report where report.unit_id = unit.id and report.form_id = (select id from bench.form where key = $2)
          order by report.as_of desc, report.id limit 6
        ) report
      ) as reports
      from bench.unit where unit.parent_id = district.id order by unit.code
    ) commune
  ) as units
  from bench.unit district where district.code = $1
) answer`;

const list = `
select json_agg(row_to_json(answer))::text as body from (
  select report.as_of as "asOf", report.state, report.note, json_build_object('code', unit.code, 'name', unit.name) as unit,
    form.key as form, period.key as period
  from (select * from bench.reports_of_district($1, $2, $3) limit 50) report
  join bench.unit on unit.id = report.unit_id
  join bench.form on form.id = report.form_id
  join bench.period on period.id = report.period_id
  order by report.as_of desc, report.id
) answer`;

const rollUp = `
select json_agg(row_to_json(answer))::text as body from (
  select target.code, target.value::text, target.key as indicator, sums.in_period::text as "inPeriod", sums.cumulative::text,
    trim_scale(round(sums.cumulative * 100 / target.value, 2))::text as "percentOfPlan",
    sums.last_year::text as "samePeriodLastYear", (sums.cumulative - sums.last_year)::text as difference
  from (
    select target.code, target.value, target.indicator_id, target.unit_id, indicator.key
    from bench.unit
    join bench.target on target.unit_id = unit.id and target.demo
    join bench.program on program.id = target.program_id
    join bench.indicator on indicator.id = target.indicator_id
    where unit.code = $1 and program.code = $2
  ) target
  cross join lateral (
    select sum(d.value) filter (where d.key = '2021-09') as in_period,
      sum(d.value) filter (where d.key between '2021-01' and '2021-09') as cumulative,
      sum(d.value) filter (where d.key between '2020-01' and '2020-09') as last_year
    from bench.unit commune
    cross join lateral (
      select period.key, d.value from core.data_value d
      join core.period on period.id = d.period_id
      where d.indicator_id = target.indicator_id and d.unit_id = commune.id and d.source = 'front-report'
        and d.disaggregation = '' and d.superseded_at is null
      offset 0
    ) d
    where commune.parent_id = target.unit_id
  ) sums
  order by target.code
) answer`;

const overview = `
select json_build_object(
  'unit', (
    select row_to_json(district) from (
      select code, full_name as "fullName", (
        select json_agg(row_to_json(commune)) from (
          select code, full_name as "fullName", kind from bench.unit where parent_id = district.id order by code
        ) commune
      ) as units
      from bench.unit district where code = $1
    ) district
  ),
  'programs', (
    select json_agg(row_to_json(program)) from (
      select code, title_vi as "titleVi", status, (
        select coalesce(json_agg(row_to_json(target)), '[]') from (
          select target.code, target.value::text, target.operator, target.deadline, target.quote,
            json_build_object('key', indicator.key, 'titleVi', indicator.title_vi) as indicator, figures.actual,
            figures.in_period as "inPeriod", figures.cumulative, figures.percent_of_plan as "percentOfPlan",
            figures.same_period_last_year as "samePeriodLastYear", figures.difference, figures.relative_change as "relativeChange"
          from bench.target
          join bench.indicator on indicator.id = target.indicator_id
          join bench.reporting_row figures on figures.target_id = target.id
          where target.program_id = program.id order by target.code limit 20
        ) target
      ) as targets
      from bench.program order by code
    ) program
  )
)::text as body`;

const write = `select row_to_json(saved)::text as body from (select state, version from bench.save_report($1, $2, $3, $4)) saved`;

/** By path: the statement, and which of the variables it takes, in order. */
export const statements = {
  point: { text: point, takes: ['code'] },
  nested: { text: nested, takes: ['code', 'form'] },
  list: { text: list, takes: ['district', 'program', 'state'] },
  'roll-up': { text: rollUp, takes: ['unit', 'program'] },
  overview: { text: overview, takes: ['code'] },
  write: { text: write, takes: ['form', 'unit', 'period', 'items'] },
};

// The SQL behind the hand-written loaders of Mercurius and Yoga: one statement a relation, for many parents at once.
// Named, so that PostgreSQL plans each once a connection.
import { readFile } from 'node:fs/promises';

const columns = {
  unit: 'id, code, name, kind, parent_id as "parentId"',
  report:
    'id, unit_id as "unitId", form_id as "formId", period_id as "periodId", as_of::text as "asOf", state, note, version',
  value: 'id, report_id as "reportId", indicator_id as "indicatorId", value::text, state',
};

export const unitByCode = {
  name: 'unit-by-code',
  text: `select ${columns.unit} from bench.unit where code = $1`,
};

export const unitsById = {
  name: 'units-by-id',
  text: `select ${columns.unit} from bench.unit where id = any ($1::bigint[])`,
};

export const childrenOfUnits = {
  name: 'children-of-units',
  text: `select ${columns.unit} from bench.unit where parent_id = any ($1::bigint[]) order by code`,
};

export const formsById = {
  name: 'forms-by-id',
  text: 'select id, key from bench.form where id = any ($1::bigint[])',
};

export const periodsById = {
  name: 'periods-by-id',
  text: 'select id, key from bench.period where id = any ($1::bigint[])',
};

export const indicatorsById = {
  name: 'indicators-by-id',
  text: 'select id, key, title_vi as "titleVi" from bench.indicator where id = any ($1::bigint[])',
};

/** The latest reports of each unit made with one form. */
export const reportsOfUnits = {
  name: 'reports-of-units',
  text: `select report.* from unnest($1::bigint[]) as wanted (id)
    cross join lateral (
      select ${columns.report} from bench.report
      where unit_id = wanted.id and form_id = (select id from bench.form where key = $2)
      order by as_of desc, id limit $3
    ) report`,
};

/** The first figures of each report. */
export const valuesOfReports = {
  name: 'values-of-reports',
  text: `select value.* from unnest($1::bigint[]) as wanted (id)
    cross join lateral (
      select ${columns.value} from bench.data_value
      where report_id = wanted.id order by recorded_at, id limit $2
    ) value`,
};

export const reportsOfDistrict = {
  name: 'reports-of-district',
  text: `select ${columns.report} from bench.reports_of_district($1, $2, $3) limit $4`,
};

/** Sums of the raw figures of a district's communes, this year and up to the same month of last year. */
export const targetsWithSums = {
  name: 'targets-with-sums',
  text: await readFile(new URL('targets-with-sums.sql', import.meta.url), 'utf8'),
};

export const insertReport = {
  name: 'insert-report',
  text: `insert into core.report (template_id, unit_id, period_id, as_of, program, note, demo)
    select form.id, unit.id, period.id, period.ends_on, form.program, 'Số liệu minh họa, không có thật.', true
    from bench.form, bench.unit, bench.period
    where form.key = $1 and unit.code = $2 and period.key = $3 and period.calendar_key = 'MONTH'
    returning id, unit_id as "unitId", template_id as "formId", period_id as "periodId", as_of::text as "asOf", state, note, version`,
};

export const insertValues = {
  name: 'insert-values',
  text: `insert into core.data_value (indicator_id, unit_id, period_id, as_of, program, source, value, report_id, demo)
    select indicator.id, report.unit_id, report.period_id, report.as_of, indicator.program, 'front-report', item.value, report.id, true
    from bench.report
    cross join unnest($2::text[], $3::numeric[]) as item (indicator, value)
    join core.indicator on indicator.key = item.indicator
    where report.id = $1`,
};

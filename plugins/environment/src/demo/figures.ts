import { places } from './places.js';

/** What communes have reported, for the quarters that are over; in the report where one has been begun. */
export const insertFigures = /* sql */ `
  with ${places}, made as (
    select place.unit_id, place.n, period.id as period_id, period.position, period.ends_on, 1800 + (n * 397) % 2600 as households
      from place join core.period on period.calendar_key = 'QUARTER' and period.starts_on >= '2021-01-01' and period.ends_on <= $1::date
  )
  insert into core.data_value (indicator_id, unit_id, period_id, source, value, numerator, denominator, state, note, report_id, demo)
  select indicator.id, made.unit_id, made.period_id, 'front-report', figure.value, figure.numerator, figure.denominator,
         case when made.ends_on <= '2021-06-30' then 'ACCEPTED' else 'PROVISIONAL' end, 'Số liệu minh họa, không có thật.', report.id, true
    from made cross join lateral (values
      ('waste-sorting-rate', null::numeric, floor(households * (0.22 + (n % 6) * 0.03 + position * 0.02)), households),
      ('communication-sessions', (1 + (n + position) % 3)::numeric, null, null)
    ) figure (key, value, numerator, denominator)
    join core.indicator on indicator.key = 'environment.' || figure.key
    left join core.report_template form on form.key = 'environment-quarterly'
    left join core.report on report.template_id = form.id and report.unit_id = made.unit_id and report.period_id = made.period_id
   order by made.unit_id, made.period_id, figure.key`;

import { places } from './places.js';

/** What communes have reported of the movement, for the quarters that are over. */
export const insertFigures = /* sql */ `
  with ${places}, made as (
    select place.unit_id, period.id as period_id, period.ends_on, 1 + (n + period.position) % 4 as sessions, 40 + (n * 13 + period.position * 7) % 90 as people,
           (n + period.position) % 3 as groups, (n * 2 + period.position) % 4 as persons
      from place join core.period on period.calendar_key = 'QUARTER' and period.starts_on >= '2021-01-01' and period.ends_on <= $1::date
  )
  insert into core.data_value (indicator_id, unit_id, period_id, source, disaggregation, value, state, note, demo)
  select indicator.id, made.unit_id, made.period_id, 'front-report', figure.part, figure.value,
         case when made.ends_on <= '2021-06-30' then 'ACCEPTED' else 'PROVISIONAL' end, 'Số liệu minh họa, không có thật.', true
    from made cross join lateral (values
      ('communication-sessions', '', sessions), ('communication-attendance', '', sessions * people),
      ('commended', '', groups + persons), ('commended', 'subject:group', groups), ('commended', 'subject:person', persons)
    ) figure (key, part, value)
    join core.indicator on indicator.key = 'crime-prevention.' || figure.key
   order by made.unit_id, made.period_id, figure.key, figure.part`;

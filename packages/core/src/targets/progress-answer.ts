import { answeredInSql } from '@phoihop/platform';
import { addsUpAtOnce, figureOfRows, rowsOf } from '../totals/totals-at-once.js';
import { Target } from './target.js';

/**
 * The figure of a target as SQL, like its reporting row (reporting-row-answer.ts). What is made of the figure (state,
 * percentage, path, coverage) is the rules' to say, which are code.
 */
export const progressAnswer = answeredInSql(Target, 'progress', {
  from: (row, day) => {
    const asked = [row('indicator'), row('unit'), row('unitGroup'), row('period'), day].join(', ');
    return /* sql */ `select ${day} as as_of, coalesce(kept.above, other.above) as above, coalesce(kept.below, other.below) as below
    from (select) one
    left join lateral (
      select true as answers, sums.*
      from core.indicator i
      join core.period whole on whole.id = ${row('period')}
      cross join lateral (
        select array_agg(part.id) filter (where part.starts_on <= ${day}) as parts, min(part.starts_on) as first_day,
          max(part.ends_on) as last_day, min(part.ends_on) as reaches_back,
          max(part.ends_on) filter (where part.starts_on <= ${day}) as reaches
        from core.period part
        where part.calendar_key = i.calendar and part.year is not null
          and part.starts_on between whole.starts_on and whole.ends_on and part.ends_on <= whole.ends_on
      ) span
      join core.unit_standing standing on standing.unit_id = ${row('unit')} and standing.valid_from <= span.reaches_back
        and (standing.valid_to is null or standing.valid_to > greatest(span.reaches_back, span.reaches))
      cross join lateral (
        select ${figureOfRows('true', 'above', 'below')}
        from ${rowsOf(row('unit'), 'span.parts')}
      ) sums
      where i.id = ${row('indicator')} and span.first_day = whole.starts_on and span.last_day = whole.ends_on and ${addsUpAtOnce}
    ) kept on true
    left join lateral (
      select * from core.target_figure(${asked}) where kept.answers is null offset 0
    ) other on true`;
  },
  fields: {
    asOf: { sqlType: 'date', sql: (of) => `${of}.as_of` },
    actual: { sqlType: 'numeric', sql: (of) => `core.rounded_quotient(${of}.above, ${of}.below, 6)` },
  },
});

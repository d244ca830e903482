import { answeredInSql } from '@phoihop/platform';
import { addsUpAtOnce, figureOfRows, rowsOf } from '../totals/totals-at-once.js';
import { planSql } from '../values/plan-of-target.js';
import { cells, change, figure, numeric, percentOfPlan, type Cell } from '../values/reporting-row-sql.js';
import { Target } from './target.js';

/** Which kept totals make up each. */
const picked: Readonly<Record<Cell, string>> = {
  now: 'total.period_id = span.period_id',
  so_far: 'total.period_id = any (span.so_far)',
  last: 'total.period_id = span.last_year',
  last_so_far: 'total.period_id = any (span.last_so_far)',
};

/**
 * The reporting row of a target as SQL: from kept totals read on the spot where they give the figures, else from
 * `core.reporting_row_figures`. Reasons, coverage and how figures were computed are the resolver's to tell.
 */
export const reportingRowAnswer = answeredInSql(Target, 'reportingRow', {
  from: (row, day) => {
    const asked = [row('indicator'), row('unit'), row('unitGroup'), row('period'), day].join(', ');
    const shown = cells.flatMap((cell, place) => [
      `coalesce(kept.${cell}_above, other.above[${place + 1}]) as ${cell}_above`,
      `coalesce(kept.${cell}_below, other.below[${place + 1}]) as ${cell}_below`,
    ]);
    return /* sql */ `select coalesce(kept.as_of, other.as_of) as as_of, ${shown.join(', ')},
      ${planSql(row('operator'), row('value'))} as plan
    from (select) one
    left join lateral (
      select span.ends_on as as_of, sums.*
      from core.indicator i
      join core.period whole on whole.id = ${row('period')}
      join core.period_span span on span.calendar_key = i.calendar and span.starts_on >= whole.starts_on
        and span.ends_on <= least(${day}, whole.ends_on) and span.followed_on > least(${day}, whole.ends_on)
        and span.ends_on > least(${day}, whole.ends_on) - 367
      join core.unit_standing standing on standing.unit_id = ${row('unit')} and standing.valid_from <= span.reaches_back
        and (standing.valid_to is null or standing.valid_to > span.ends_on)
      cross join lateral (
        select ${cells.map((cell) => figureOfRows(picked[cell], `${cell}_above`, `${cell}_below`)).join(',\n        ')}
        from ${rowsOf(row('unit'), 'span.parts')}
      ) sums
      where i.id = ${row('indicator')} and ${addsUpAtOnce}
    ) kept on true
    left join lateral (
      select * from core.reporting_row_figures(${asked}) where kept.as_of is null offset 0
    ) other on true
    where kept.as_of is not null or other.as_of is not null`;
  },
  fields: {
    inPeriod: figure('now'),
    cumulative: figure('so_far'),
    plan: numeric((of) => `${of}.plan`),
    percentOfPlan,
    inPeriodChange: change('now', 'last'),
    cumulativeChange: change('so_far', 'last_so_far'),
  },
});

import { answeredInSql, type SqlObject, type SqlValue } from '@phoihop/platform';
import { addsUpAtOnce, figureOfRows, rowsKept } from '../totals/totals-at-once.js';
import { AMOUNTS } from '../values/plan-of-target.js';
import { Target } from './target.js';

/** Figures of the row: in the period, so far this year, and the same of last year. */
const cells = ['now', 'so_far', 'last', 'last_so_far'] as const;
type Cell = (typeof cells)[number];

/** Which kept totals make up each. */
const picked: Readonly<Record<Cell, string>> = {
  now: 'total.period_id = span.period_id',
  so_far: 'total.period_id = any (span.so_far)',
  last: 'total.period_id = span.last_year',
  last_so_far: 'total.period_id = any (span.last_so_far)',
};

const numeric = (sql: (of: string) => string): SqlValue => ({ sqlType: 'numeric', sql });

/** A figure as a decimal; null where there is none. */
const figure = (cell: Cell): SqlValue =>
  numeric((of) => `core.rounded_quotient(${of}.${cell}_above, ${of}.${cell}_below, 6)`);

/** The rules of values/reporting-row.ts. */
const change = (now: Cell, before: Cell): SqlObject => {
  const difference = (of: string): string =>
    `${of}.${now}_above * ${of}.${before}_below - ${of}.${before}_above * ${of}.${now}_below`;
  return {
    fields: {
      samePeriodLastYear: figure(before),
      difference: numeric(
        (of) => `core.rounded_quotient(${difference(of)}, ${of}.${now}_below * ${of}.${before}_below, 6)`,
      ),
      relativeChange: numeric(
        (of) =>
          `core.rounded_quotient(100 * (${difference(of)}), ${of}.${now}_below * nullif(abs(${of}.${before}_above), 0), 2)`,
      ),
    },
  };
};

/** Rounding never moves a percentage onto 100. Of a row with `so_far_above`, `so_far_below` and `plan`. */
export const percentOfPlan = numeric((of) => {
  const whole = `(${of}.so_far_below * nullif(${of}.plan, 0))`;
  const percent = `core.rounded_quotient(100 * ${of}.so_far_above, ${whole}, 2)`;
  return `case when ${percent} = 100 and ${of}.so_far_above <> ${whole}
    then case when (${of}.so_far_above - ${whole}) * sign(${of}.plan) < 0 then 99.99 else 100.01 end
    else ${percent} end`;
});

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
      case when ${row('operator')} in (${AMOUNTS.map((operator) => `'${operator}'`).join(', ')}) then ${row('value')} end as plan
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
        from ${rowsKept(row('unit'), 'span.parts')}
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

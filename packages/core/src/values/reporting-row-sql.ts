import type { SqlObject, SqlValue } from '@phoihop/platform';

/**
 * Figures of a reporting row: in the period, so far this year, and the same of last year. Each is a fraction of a row
 * in SQL, `now_above` over `now_below`; null where there is none.
 */
export const cells = ['now', 'so_far', 'last', 'last_so_far'] as const;
export type Cell = (typeof cells)[number];

export const numeric = (sql: (of: string) => string): SqlValue => ({ sqlType: 'numeric', sql });

/** A figure as a decimal; null where there is none. */
export const figure = (cell: Cell): SqlValue =>
  numeric((of) => `core.rounded_quotient(${of}.${cell}_above, ${of}.${cell}_below, 6)`);

/** The rules of values/reporting-row.ts. */
export const change = (now: Cell, before: Cell, more: SqlObject['fields'] = {}): SqlObject => {
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
      ...more,
    },
  };
};

/** Rounding never moves a percentage onto 100. Of a row with `so_far_above`, `so_far_below` and `plan`. */
export const percentOfPlanSql = (of: string): string => {
  const whole = `(${of}.so_far_below * nullif(${of}.plan, 0))`;
  const percent = `core.rounded_quotient(100 * ${of}.so_far_above, ${whole}, 2)`;
  return `case when ${percent} = 100 and ${of}.so_far_above <> ${whole}
    then case when (${of}.so_far_above - ${whole}) * sign(${of}.plan) < 0 then 99.99 else 100.01 end
    else ${percent} end`;
};

export const percentOfPlan = numeric(percentOfPlanSql);

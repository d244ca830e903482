import {
  compare,
  divide,
  figureText,
  fractionOf,
  isZero,
  multiply,
  PERCENT_PLACES,
  percentText,
  subtract,
  fraction,
  type Figure,
  type Fraction,
} from './value-rules-fraction.js';

/** The figures of one indicator, one unit and one period; each cumulative one already made by its kind's rule. */
export interface ReportingRowInput {
  inPeriod: Figure | null;
  /** Since the start of the period's calendar year (`cumulativePeriods`, `accumulateOverPeriods`). */
  cumulative: Figure | null;
  /** The year's plan, in the same unit of measure. */
  plan: string | null;
  samePeriodLastYear: { inPeriod: Figure | null; cumulative: Figure | null };
}

export type NoChangeReason = 'NO_DATA' | 'NO_DATA_LAST_YEAR';
export type NoRelativeChangeReason = NoChangeReason | 'ZERO_LAST_YEAR';

export interface Change {
  /** Last year's figure. */
  lastYear: string | null;
  /** This year's less last year's, in the unit of measure: percentage points for a percentage. */
  difference: string | null;
  /** The difference over last year's figure, in percent with at most two places. */
  relativeChange: string | null;
  /** Why the relative change is null. */
  reason?: NoRelativeChangeReason;
}

export interface ReportingRow {
  inPeriod: string | null;
  cumulative: string | null;
  /** The cumulative figure over the plan, in percent with at most two places. */
  percentOfPlan: string | null;
  percentOfPlanReason?: 'NO_DATA' | 'NO_PLAN' | 'ZERO_PLAN';
  /** The period against the same period last year. */
  inPeriodChange: Change;
  /** The year so far against last year so far: "so với cùng kỳ". */
  cumulativeChange: Change;
}

/**
 * The row every Vietnamese report shows: in period, cumulative since the start of that calendar's year, percent of
 * plan, and against the same period last year with difference (+/-) and relative change (%).
 *
 * A ratio over nothing is no data. A relative change from zero does not exist: it is null with ZERO_LAST_YEAR,
 * while the difference still stands.
 *
 * By custom of Vietnamese reports; no text prescribes the four together.
 */
export function reportingRow(input: ReportingRowInput): ReportingRow {
  const inPeriod = valueOf(input.inPeriod);
  const cumulative = valueOf(input.cumulative);
  return {
    inPeriod: textOf(inPeriod),
    cumulative: textOf(cumulative),
    ...percentOfPlan(cumulative, valueOf(input.plan)),
    inPeriodChange: changeSince(inPeriod, valueOf(input.samePeriodLastYear.inPeriod)),
    cumulativeChange: changeSince(cumulative, valueOf(input.samePeriodLastYear.cumulative)),
  };
}

function percentOfPlan(
  cumulative: Fraction | null,
  plan: Fraction | null,
): Pick<ReportingRow, 'percentOfPlan' | 'percentOfPlanReason'> {
  if (!plan) return { percentOfPlan: null, percentOfPlanReason: 'NO_PLAN' };
  if (!cumulative) return { percentOfPlan: null, percentOfPlanReason: 'NO_DATA' };
  if (isZero(plan)) return { percentOfPlan: null, percentOfPlanReason: 'ZERO_PLAN' };
  return { percentOfPlan: percentText(divide(cumulative, plan)) };
}

function changeSince(now: Fraction | null, before: Fraction | null): Change {
  const lastYear = textOf(before);
  if (!now) return { lastYear, difference: null, relativeChange: null, reason: 'NO_DATA' };
  if (!before) return { lastYear, difference: null, relativeChange: null, reason: 'NO_DATA_LAST_YEAR' };
  const difference = subtract(now, before);
  const differenceText = figureText(difference);
  if (isZero(before)) {
    return { lastYear, difference: differenceText, relativeChange: null, reason: 'ZERO_LAST_YEAR' };
  }
  // Over the size of last year's figure, so that a fall is negative whatever the sign of the figure.
  const size = compare(before, fraction(0)) < 0 ? multiply(before, fraction(-1)) : before;
  const percent = multiply(divide(difference, size), fraction(100));
  return { lastYear, difference: differenceText, relativeChange: figureText(percent, PERCENT_PLACES) };
}

function valueOf(figure: Figure | null): Fraction | null {
  return figure === null ? null : fractionOf(figure);
}

function textOf(value: Fraction | null): string | null {
  return value && figureText(value);
}

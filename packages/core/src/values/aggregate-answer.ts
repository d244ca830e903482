import type { RequestContext } from '@phoihop/platform';
import type { Aggregate } from './aggregate-request.js';
import type { IndicatorAggregate, IndicatorReportingRow, ReportingChange } from './aggregate-types.js';
import type { CountedStates } from './data-value-enums.js';
import { tellReason } from './figure-reasons.js';
import type { ComputedReportingRow, RowChange } from './reporting-row-of.js';

/** An aggregate as clients see it. `group` where a group of units was asked for. */
export function aggregateAnswer(
  context: RequestContext,
  aggregate: Aggregate,
  counted: CountedStates,
  group: number | null,
): IndicatorAggregate {
  const { coverage, indicator, period, mapDate, units } = aggregate;
  const asOf = mapDate ?? aggregate.to;
  const reason = tellReason(context, aggregate.suppressed ? 'WITHHELD' : aggregate.reason, {
    period: period.key,
    calendar: indicator.calendar,
    mapDate,
  });
  const shownCoverage = {
    // Units are named as they were when they should have reported.
    asOf: aggregate.to,
    have: coverage.have,
    needed: coverage.needed,
    ratio: coverage.ratio,
    missing: [...new Set(coverage.missing.map(({ unit }) => unit))],
    missingFigures: coverage.missing.map((figure) => ({ ...figure, asOf: aggregate.to })),
  };
  const result = {
    ...aggregate,
    asOf,
    indicator: indicator.id,
    unit: group === null ? units[0]! : null,
    unitGroup: group,
    period: period.id,
    counted,
    reason,
    coverage: shownCoverage,
    carriedForward: [...aggregate.carriedForward],
    obstacles: [...aggregate.obstacles],
  };
  return result;
}

/** A reporting row as clients see it. */
export function reportingRowAnswer(
  context: RequestContext,
  row: ComputedReportingRow,
  counted: CountedStates,
  group: number | null,
): IndicatorReportingRow {
  const { inPeriod, cumulative } = row;
  const facts = { period: inPeriod.period.key, calendar: inPeriod.indicator.calendar };
  const change = ({ lastYear, difference, relativeChange, reason }: RowChange): ReportingChange => ({
    samePeriodLastYear: lastYear,
    difference,
    relativeChange,
    reason: tellReason(context, reason, facts),
  });
  const result = {
    asOf: inPeriod.mapDate ?? inPeriod.to,
    indicator: inPeriod.indicator.id,
    unit: group === null ? inPeriod.units[0]! : null,
    unitGroup: group,
    period: inPeriod.period.id,
    inPeriod: inPeriod.value,
    cumulative: cumulative.value,
    plan: row.request.plan ?? null,
    percentOfPlan: row.percentOfPlan,
    percentOfPlanReason: tellReason(context, row.percentOfPlanReason, facts),
    inPeriodChange: change(row.inPeriodChange),
    cumulativeChange: change(row.cumulativeChange),
    inPeriodAggregate: aggregateAnswer(context, inPeriod, counted, group),
    cumulativeAggregate: aggregateAnswer(context, cumulative, counted, group),
  };
  return result;
}

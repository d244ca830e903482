import type { RequestContext } from '@phoihop/platform';
import { periodContaining } from '../periods/calendars.js';
import type { RegularCalendarKey } from '../periods/calendars-definitions.js';
import type { AggregateSource } from '../values/aggregate.js';
import type { Aggregate } from '../values/aggregate-request.js';
import type {
  IndicatorAggregate,
  IndicatorReportingRow,
  ReportingChange,
} from '../values/aggregate-types.js';
import { tellReason } from '../values/figure-reasons.js';
import { AMOUNTS } from '../values/plan-of-target.js';
import {
  computeReportingRows,
  type ComputedReportingRow,
  type ReportingRowRequest,
  type RowChange,
} from '../values/reporting-row-of.js';
import { latestEnded, measuresOf, type Measure } from './progress-figures.js';
import type { TargetFacts } from './target-facts.js';
import { coverageAnswer } from './target-progress.js';

/** Rows of a report for many targets, in their order; null for one that measures no units, or whose period is not kept. */
export async function reportingRowsOf(
  source: AggregateSource,
  targets: readonly TargetFacts[],
  names = true,
): Promise<(ComputedReportingRow | null)[]> {
  const { measures, facts } = await measuresOf(source, targets);
  const asked = measures.map((measure) =>
    measure.units.length > 0 ? { ...requestFor(measure, source.businessDate), names } : null,
  );
  const rows = await computeReportingRows(
    source,
    asked.filter((one) => one !== null),
    facts,
  );
  return asked.map((request) => rows.find((row) => row?.request === request) ?? null);
}

/** Before a first period has ended, the row is that of the first one. */
function requestFor({ target, indicator, period, units }: Measure, day: string): ReportingRowRequest {
  const ended =
    latestEnded(indicator, period, day) ??
    periodContaining(indicator.calendar as RegularCalendarKey, period.start);
  return {
    indicator: indicator.id,
    units,
    period: ended.key,
    plan: AMOUNTS.includes(target.operator) ? target.value : null,
  };
}

/** The row as clients see it. */
export function reportingRowAnswer(
  context: RequestContext,
  target: TargetFacts,
  row: ComputedReportingRow,
): IndicatorReportingRow {
  const { inPeriod, cumulative } = row;
  const subject = { unit: target.unit, unitGroup: target.unitGroup };
  const facts = { period: inPeriod.period.key, calendar: inPeriod.indicator.calendar };
  const change = ({ lastYear, difference, relativeChange, reason }: RowChange): ReportingChange => ({
    samePeriodLastYear: lastYear,
    difference,
    relativeChange,
    reason: tellReason(context, reason, facts),
  });
  const answer = {
    ...subject,
    asOf: inPeriod.to,
    indicator: inPeriod.indicator.id,
    period: inPeriod.period.id,
    inPeriod: inPeriod.value,
    cumulative: cumulative.value,
    plan: row.request.plan ?? null,
    percentOfPlan: row.percentOfPlan,
    percentOfPlanReason: tellReason(context, row.percentOfPlanReason, facts),
    inPeriodChange: change(row.inPeriodChange),
    cumulativeChange: change(row.cumulativeChange),
    inPeriodAggregate: aggregateAnswer(context, subject, inPeriod),
    cumulativeAggregate: aggregateAnswer(context, subject, cumulative),
  };
  return answer;
}

function aggregateAnswer(
  context: RequestContext,
  subject: { unit: number | null; unitGroup: number | null },
  aggregate: Aggregate,
): IndicatorAggregate {
  const { indicator, period, suppressed, reason } = aggregate;
  const answer = {
    ...aggregate,
    ...subject,
    asOf: aggregate.to,
    indicator: indicator.id,
    period: period.id,
    counted: 'PROVISIONAL_AND_ACCEPTED' as const,
    reason: tellReason(context, suppressed ? 'WITHHELD' : reason, {
      period: period.key,
      calendar: indicator.calendar,
    }),
    coverage: coverageAnswer(aggregate),
    carriedForward: [...aggregate.carriedForward],
    obstacles: [...aggregate.obstacles],
  };
  return answer;
}

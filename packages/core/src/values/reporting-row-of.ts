import type { AggregateFacts } from './aggregate-facts.js';
import { aggregateIndicators, type AggregateSource } from './aggregate.js';
import type { Aggregate, AggregateRequest } from './aggregate-request.js';
import {
  reportingRow,
  type Change,
  type NoRelativeChangeReason,
  type ReportingRow,
} from './reporting-row.js';

/** Which row of a Vietnamese report to make. */
export interface ReportingRowRequest extends Omit<AggregateRequest, 'span' | 'yearBefore'> {
  /** The year's plan in the unit the figures have: a share of one for shares. */
  readonly plan?: string | null;
}

/** Why a cell of the row is empty; a withheld figure leaves every cell empty that could tell it. */
export type RowReason =
  | NoRelativeChangeReason
  | NonNullable<ReportingRow['percentOfPlanReason']>
  | 'WITHHELD';

export interface RowChange extends Omit<Change, 'reason'> {
  readonly reason: RowReason | null;
}

/** The row with the aggregates it was made of. */
export interface ComputedReportingRow {
  readonly request: ReportingRowRequest;
  readonly inPeriod: Aggregate;
  readonly cumulative: Aggregate;
  readonly percentOfPlan: string | null;
  readonly percentOfPlanReason: RowReason | null;
  readonly inPeriodChange: RowChange;
  readonly cumulativeChange: RowChange;
}

/**
 * Rows of a report: in period, cumulative since the start of the calendar's year, percent of plan, and against the
 * same period last year. As many statements as for one aggregate, however many rows.
 * @returns one row for each request, in order; null where the indicator or the period does not exist.
 */
export async function computeReportingRows(
  source: AggregateSource,
  requests: readonly ReportingRowRequest[],
  known?: AggregateFacts,
): Promise<(ComputedReportingRow | null)[]> {
  const aggregates = await aggregateIndicators(
    source,
    requests.flatMap((request): AggregateRequest[] => [
      request,
      { ...request, span: 'YEAR_TO_PERIOD' },
      // Of last year's figures only the numbers are shown.
      { ...request, yearBefore: true, names: false },
      { ...request, span: 'YEAR_TO_PERIOD', yearBefore: true, names: false },
    ]),
    known,
  );
  return requests.map((request, index) => {
    const [inPeriod, cumulative, lastInPeriod, lastCumulative] = aggregates.slice(4 * index, 4 * index + 4);
    return inPeriod && cumulative && lastInPeriod && lastCumulative
      ? rowOf(request, { inPeriod, cumulative, lastInPeriod, lastCumulative })
      : null;
  });
}

interface Cells {
  readonly inPeriod: Aggregate;
  readonly cumulative: Aggregate;
  readonly lastInPeriod: Aggregate;
  readonly lastCumulative: Aggregate;
}

function rowOf(request: ReportingRowRequest, cells: Cells): ComputedReportingRow {
  const { inPeriod, cumulative, lastInPeriod, lastCumulative } = cells;
  const row = reportingRow({
    inPeriod: inPeriod.figure,
    cumulative: cumulative.figure,
    plan: request.plan ?? null,
    samePeriodLastYear: { inPeriod: lastInPeriod.figure, cumulative: lastCumulative.figure },
  });
  return {
    request,
    inPeriod,
    cumulative,
    percentOfPlan: row.percentOfPlan,
    percentOfPlanReason:
      cumulative.suppressed && request.plan ? 'WITHHELD' : (row.percentOfPlanReason ?? null),
    inPeriodChange: changeOf(row.inPeriodChange, inPeriod, lastInPeriod),
    cumulativeChange: changeOf(row.cumulativeChange, cumulative, lastCumulative),
  };
}

const changeOf = ({ reason, ...change }: Change, now: Aggregate, before: Aggregate): RowChange => ({
  ...change,
  reason: now.suppressed || before.suppressed ? 'WITHHELD' : (reason ?? null),
});

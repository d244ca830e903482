import { putDerivedValues, type DerivedValueTarget } from '@phoihop/core';

const indicatorKey = 'social-insurance.health-insurance-rate';

/** The figure a month has for a unit: its latest snapshot of all groups together, one for each source. */
interface MonthlyFigure {
  readonly id: number;
  readonly unit_id: number;
  readonly month: string;
  readonly source: string;
  readonly insured: number;
  readonly population: number;
  readonly demo: boolean;
}

/**
 * Brings the health insurance rate (T-12) of units up to date for the month of a day. A rate at a date is never
 * averaged or added over a month: the month has the figure of its latest snapshot.
 * @param scope Units whose snapshots have changed, and the day they were changed for; without a day, all months.
 */
export async function deriveCoverage(
  target: DerivedValueTarget,
  scope: { unitIds: readonly number[]; date?: string },
): Promise<void> {
  const figures = await target.session.query<MonthlyFigure>(
    `select distinct on (unit_id, source, date_trunc('month', date))
            id, unit_id, to_char(date, 'YYYY-MM') as month, source, insured, population, demo
       from social_insurance.coverage_snapshot
      where superseded_at is null and insurance = 'HEALTH' and group_id is null and unit_id = any ($1::bigint[])
        and ($2::date is null or date_trunc('month', date) = date_trunc('month', $2::date))
      order by unit_id, source, date_trunc('month', date), date desc`,
    [scope.unitIds, scope.date ?? null],
  );
  await putDerivedValues(
    target,
    figures.map(({ id, unit_id: unitId, month, source, insured, population, demo }) => ({
      indicatorKey,
      unitId,
      periodId: month,
      source,
      figure: { numerator: String(insured), denominator: String(population) },
      origin: `SocialInsuranceCoverageSnapshot:${id}`,
      demo,
    })),
  );
}

import { putDerivedValues, type DerivedValueTarget } from '@phoihop/core';

interface Counted {
  readonly unit_id: number;
  readonly quarter: string;
  readonly visits: number;
  readonly demo: boolean;
}

/** Brings the number of supervision visits of communes up to date, for the quarter of a day or, without one, for all. */
export async function deriveVisits(
  target: DerivedValueTarget,
  { unitIds, day }: { unitIds: readonly number[]; day?: string },
): Promise<void> {
  const counts = await target.session.query<Counted>(
    `select visit.unit_id, quarter.key as quarter, count(*) filter (where not visit.withdrawn)::int as visits,
            bool_or(visit.demo) as demo
       from new_rural_areas.supervision_visit visit
       join core.period quarter on quarter.calendar_key = 'QUARTER' and visit.visited_on between quarter.starts_on and quarter.ends_on
        and ($2::date is null or $2::date between quarter.starts_on and quarter.ends_on)
      where visit.unit_id = any ($1::bigint[])
      group by visit.unit_id, quarter.key`,
    [unitIds, day ?? null],
  );
  await putDerivedValues(
    target,
    counts.map(({ unit_id: unitId, quarter: periodId, visits, demo }) => ({
      indicatorKey: 'new-rural-areas.supervision-visits',
      unitId,
      periodId,
      figure: { value: String(visits) },
      origin: `NewRuralAreasSupervisionVisit:${periodId}`,
      demo,
    })),
  );
}

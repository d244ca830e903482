import { putDerivedValues, type DerivedValueTarget } from '@phoihop/core';

/** Brings the share of commitments that were kept up to date, for the year of reviews in some units. */
export async function deriveCommitments(
  target: DerivedValueTarget,
  { unitIds, year, demo = false }: { unitIds: readonly number[]; year: number; demo?: boolean },
): Promise<void> {
  const counts = await target.session.query<{
    commune: number;
    kept: number;
    reviewed: number;
    demo: boolean;
  }>(countsSql, [unitIds, year, demo]);
  await putDerivedValues(
    target,
    counts.map(({ commune, kept, reviewed, demo: invented }) => ({
      indicatorKey: 'environment.commitments-kept-rate',
      unitId: commune,
      periodId: String(year),
      figure: { numerator: String(kept), denominator: String(reviewed) },
      origin: `EnvironmentCommitmentReview of ${year}`,
      demo: invented,
    })),
  );
}

const countsSql = /* sql */ `
with changed as (
  select distinct environment.commune_of(unit_id, make_date($2::int, 12, 31)) as commune from unnest($1::bigint[]) as given (unit_id)
)
select changed.commune, count(*) filter (where review.result = 'KEPT')::int as kept, count(*)::int as reviewed,
       bool_and(review.demo or $3::boolean) as demo
  from changed
  join environment.commitment_review review on review.year = $2
   and review.unit_id in (select environment.units_of(changed.commune, make_date($2::int, 12, 31)))
 group by changed.commune order by 1`;

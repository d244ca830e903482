import { putDerivedValues, type DerivedValueTarget } from '@phoihop/core';

/** The commune, ward or town that a unit is, or lies in, on a day. */
const communeOf = /* sql */ `
  select case when version.kind = 'RESIDENTIAL_AREA' then version.parent_id else version.unit_id end as commune, version.unit_id
    from core.administrative_unit_version version
   where version.superseded_at is null and version.valid_from <= $2::date and (version.valid_to is null or version.valid_to > $2::date)`;

/**
 * Brings the share of households that community teams look after up to date for communes, for the month of a day: what
 * stands on that day, over the households that have been counted. A commune where nothing was counted has no figure.
 * @param units Units whose teams or households have changed.
 */
export async function deriveTeamCoverage(
  target: DerivedValueTarget,
  { units, day }: { readonly units: readonly number[]; readonly day: string },
): Promise<void> {
  const figures = await target.session.query<{
    commune: number;
    covered: number;
    households: number;
    demo: boolean;
  }>(
    `with placed as (${communeOf}),
     area as (
       select placed.commune, counted.unit_id, counted.households, counted.demo,
         coalesce((select sum(team.households) from covid_19.community_team team
           where team.unit_id = counted.unit_id and team.formed_on <= $2::date
             and (team.dissolved_on is null or team.dissolved_on >= $2::date)), 0) as covered
         from covid_19.area_households counted join placed using (unit_id)
        where counted.superseded_at is null
          and placed.commune in (select commune from placed where unit_id = any($1::bigint[])))
     select commune, sum(least(covered, households))::int as covered, sum(households)::int as households, bool_and(demo) as demo
       from area group by commune`,
    [units, day],
  );
  await putDerivedValues(
    target,
    figures.map(({ commune, covered, households, demo }) => ({
      indicatorKey: 'covid-19.team-coverage',
      unitId: commune,
      periodId: day.slice(0, 7),
      figure: { numerator: String(covered), denominator: String(households) },
      origin: `Covid19CommunityTeam:${commune}`,
      demo,
    })),
  );
}

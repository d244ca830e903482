import { putDerivedValues, type DerivedValueTarget } from '@phoihop/core';

/** Units whose models have changed, and from which day on figures are to be brought up to date. */
export interface ChangedModels {
  readonly unitIds: readonly number[];
  /** The day of the change: quarters that ended before it keep their figures. */
  readonly from: string;
  /** The business date: the quarter under way has the figures of today. */
  readonly today: string;
  /** Whether figures of nothing at all are the demonstration's. */
  readonly demo?: boolean;
}

interface Standing {
  readonly commune: number;
  readonly quarter: string;
  readonly models: number;
  readonly members: number;
  readonly demo: boolean;
}

/**
 * Brings the number of models and of their members up to date, for each quarter from that of the change: what stood on
 * its last day, or stands today. Quarters that are closed keep their figures, also where a model is registered late. A
 * model of a residential area counts for its commune.
 */
export async function deriveModels(target: DerivedValueTarget, changed: ChangedModels): Promise<void> {
  const standing = await target.session.query<Standing>(standingSql, [
    changed.unitIds,
    changed.from,
    changed.today,
    changed.demo ?? false,
  ]);
  await putDerivedValues(
    target,
    standing.flatMap(({ commune, quarter, models, members, demo }) =>
      (
        [
          ['crime-prevention.security-models', models],
          ['crime-prevention.model-members', members],
        ] as const
      ).map(([indicatorKey, value]) => ({
        indicatorKey,
        unitId: commune,
        periodId: quarter,
        figure: { value: String(value) },
        origin: `CrimePreventionSecurityModel of ${quarter}`,
        demo,
      })),
    ),
  );
}

const standingSql = /* sql */ `
with place as (
  -- The commune of a unit: itself, or the one above a residential area.
  select version.unit_id, case version.kind when 'RESIDENTIAL_AREA' then version.parent_id else version.unit_id end as commune
    from core.administrative_unit_version version
   where version.superseded_at is null and version.valid_from <= $3::date and (version.valid_to is null or version.valid_to > $3::date)
), changed as (
  select distinct commune from place where unit_id = any ($1::bigint[])
), quarter as (
  select id, key, least(ends_on, $3::date) as day from core.period
   where calendar_key = 'QUARTER' and ends_on >= $2::date and starts_on <= $3::date
)
select changed.commune, quarter.key as quarter, count(model.id)::int as models,
       coalesce(sum(model.members), 0)::int as members, coalesce(bool_and(model.demo), $4::boolean) as demo
  from changed cross join quarter
  left join (crime_prevention.security_model model join place on place.unit_id = model.unit_id)
    on place.commune = changed.commune and model.started_on <= quarter.day
   and (model.ended_on is null or model.ended_on > quarter.day)
   and (model.suspended_on is null or model.suspended_on > quarter.day)
 where core.period_lock_on(quarter.id, changed.commune, 'PRG-22') is null
 group by changed.commune, quarter.key
 order by changed.commune, quarter.key`;

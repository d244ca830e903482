import { putDerivedValues, type DerivedValueTarget } from '@phoihop/core';

/** Units whose models have changed, and from which day on figures are to be brought up to date. */
export interface ChangedModels {
  readonly unitIds: readonly number[];
  readonly from: string;
  /** The business date: the quarter under way has the figures of today. */
  readonly today: string;
  /** Whether figures of nothing at all are the demonstration's. */
  readonly demo?: boolean;
}

/**
 * Brings the number of models and of their households up to date for each quarter from that of the change: what stood on
 * its last day, or stands today. Quarters that are closed keep their figures. A model of a residential area counts for
 * its commune.
 */
export async function deriveModels(target: DerivedValueTarget, changed: ChangedModels): Promise<void> {
  const { unitIds, from, today, demo = false } = changed;
  const standing = await target.session.query<{
    commune: number;
    quarter: string;
    models: number;
    households: number;
    demo: boolean;
  }>(standingSql, [unitIds, from, today, demo]);
  await putDerivedValues(
    target,
    standing.flatMap(({ commune, quarter, models, households, demo: invented }) =>
      (
        [
          ['environment.models', models],
          ['environment.model-households', households],
        ] as const
      ).map(([indicatorKey, value]) => ({
        indicatorKey,
        unitId: commune,
        periodId: quarter,
        figure: { value: String(value) },
        origin: `EnvironmentModel of ${quarter}`,
        demo: invented,
      })),
    ),
  );
}

const standingSql = /* sql */ `
with quarter as (
  select id, key, least(ends_on, $3::date) as day from core.period
   where calendar_key = 'QUARTER' and ends_on >= $2::date and starts_on <= $3::date
), changed as (
  select distinct quarter.*, environment.commune_of(unit_id, quarter.day) as commune
    from quarter cross join unnest($1::bigint[]) as given (unit_id)
)
select changed.commune, changed.key as quarter, count(model.id)::int as models,
       coalesce(sum(model.households), 0)::int as households, coalesce(bool_and(model.demo), $4::boolean) as demo
  from changed
  left join environment.model model on model.unit_id in (select environment.units_of(changed.commune, changed.day))
   and model.started_on <= changed.day and (model.ended_on is null or model.ended_on > changed.day)
 where core.period_lock_on(changed.id, changed.commune, 'PRG-26') is null
 group by changed.commune, changed.key
 order by changed.commune, changed.key`;

import { putDerivedValues, type DerivedValueTarget } from '@phoihop/core';
import type { Level } from '../criteria/level.js';

/** The indicators of T-03 and T-04: which status each counts, of which level. */
export const statusIndicators: readonly { level: Level; indicatorKey: string; status: string }[] = [
  { level: 'ADVANCED' as Level, indicatorKey: 'new-rural-areas.communes-advanced', status: 'advanced' },
  { level: 'MODEL' as Level, indicatorKey: 'new-rural-areas.communes-model', status: 'model' },
];

interface StatusInQuarter {
  readonly unit_id: number;
  readonly quarter: string;
  readonly level: Level;
  readonly recognition: number | null;
  /** Whether the quarter has ended, so that having no decision in it is final. */
  readonly ended: boolean;
  readonly demo: boolean;
}

/**
 * Says of every commune beside these, quarter by quarter, whether it was newly recognized in it. A commune that was not
 * says so as well once the quarter has ended: this register is whole, so its silence is an answer and not a missing
 * figure. Quarters that have been closed are left alone: their figures stand as they were handed in.
 * @param scope Communes whose titles have changed, and the days between which quarters are looked at; with `missingOnly`
 *   what has been said already is not said again.
 */
export async function deriveStatuses(
  target: DerivedValueTarget,
  scope: { unitIds: readonly number[]; from: string; to: string; today: string; missingOnly?: boolean },
): Promise<void> {
  await target.session.query('select core.hold_period_locks(false)');
  const statuses = await target.session.query<StatusInQuarter>(select, [
    scope.unitIds,
    scope.from,
    scope.to,
    scope.today,
    scope.missingOnly ?? false,
  ]);
  await putDerivedValues(
    target,
    statuses.map(({ unit_id: unitId, quarter: periodId, level, recognition, ended, demo }) => {
      const { indicatorKey, status } = statusIndicators.find((one) => one.level === level)!;
      return {
        indicatorKey,
        unitId,
        periodId,
        figure: recognition !== null ? { status } : ended ? { status: 'none' } : null,
        origin: `NewRuralAreasRecognition:${recognition ?? 'none'}`,
        demo,
      };
    }),
  );
}

/**
 * Communes under the same parent at the end of the quarter. A title that was withdrawn in the meantime counts for
 * nothing; one is invented where all that is known of the commune is.
 */
const select = /* sql */ `
  with quarter as (
    -- Units are known from the day on which the state lists begin; before, they are taken to stand as on that day.
    select id, key, starts_on, ends_on,
           greatest(ends_on, (select min(valid_from) from core.administrative_unit_version where tree = 'ADMIN')) as seen_on
      from core.period
     where calendar_key = 'QUARTER' and ends_on >= $2::date and starts_on <= $3::date),
  commune as (
    select distinct quarter.id as quarter_id, beside.unit_id
      from quarter
      join core.administrative_unit_version own on own.unit_id = any ($1::bigint[]) and own.superseded_at is null
       and own.valid_from <= quarter.seen_on and (own.valid_to is null or own.valid_to > quarter.seen_on)
      join core.administrative_unit_version beside on beside.parent_id = own.parent_id and beside.superseded_at is null
       and beside.kind = 'COMMUNE'
       and beside.valid_from <= quarter.seen_on and (beside.valid_to is null or beside.valid_to > quarter.seen_on)
  )
  select commune.unit_id, quarter.key as quarter, its.level, recognition.id as recognition, quarter.ends_on < $4::date as ended,
         coalesce(recognition.demo, (select bool_and(known.demo) from new_rural_areas.recognition known
           where known.unit_id = commune.unit_id), false) as demo
    from quarter
    join commune on commune.quarter_id = quarter.id
   cross join (values ('ADVANCED', 'new-rural-areas.communes-advanced'), ('MODEL', 'new-rural-areas.communes-model')) its (level, key)
    left join new_rural_areas.recognition on recognition.unit_id = commune.unit_id and recognition.level = its.level
     and recognition.decided_on between quarter.starts_on and quarter.ends_on and recognition.withdrawn_on is null
   where (recognition.id is not null or quarter.ends_on < $4::date or commune.unit_id = any ($1::bigint[]))
     and not ($5::boolean and exists (select from core.data_value known join core.indicator on indicator.id = known.indicator_id
       and indicator.key = its.key where known.unit_id = commune.unit_id and known.period_id = quarter.id and known.superseded_at is null))
     and core.period_lock_on(quarter.id, commune.unit_id, 'PRG-12') is null`;

import { putDerivedValues, type DerivedValueTarget } from '@phoihop/core';

/** Half a year as core's calendar names it. */
export const halfOf = (day: string): string => `${day.slice(0, 4)}-H${Number(day.slice(5, 7)) <= 6 ? 1 : 2}`;

/** Brings the number of reviews of a commune up to date for the half-year of a day; those of districts are not counted. */
export async function deriveMeetings(
  target: DerivedValueTarget,
  scopes: readonly { unitId: number; day: string }[],
): Promise<void> {
  const counted = await target.session.query<{
    unit: number;
    half: string;
    n: number;
    last: number;
    demo: boolean;
  }>(
    `select asked.unit, asked.half, (count(*) filter (where its.withdrawn_on is null))::int as n, max(its.id) as last, bool_or(its.demo) as demo
       from (select distinct unit, half from jsonb_to_recordset($1::jsonb) as given (unit bigint, half text)) asked
       join emulation_awards.review_meeting its on its.unit_id = asked.unit
        and to_char(its.held_on, 'YYYY') || case when extract(month from its.held_on) <= 6 then '-H1' else '-H2' end = asked.half
       join core.administrative_unit_version version on version.unit_id = its.unit_id and version.superseded_at is null
        and version.valid_from <= its.held_on and (version.valid_to is null or version.valid_to > its.held_on)
        and version.kind in ('COMMUNE', 'WARD', 'TOWN', 'SPECIAL_ZONE')
      group by asked.unit, asked.half order by asked.unit, asked.half`,
    [JSON.stringify(scopes.map(({ unitId, day }) => ({ unit: unitId, half: halfOf(day) })))],
  );
  await putDerivedValues(
    target,
    counted.map(({ unit, half, n, last, demo }) => ({
      indicatorKey: 'emulation-awards.reviews-held',
      unitId: unit,
      periodId: half,
      figure: { value: String(n) },
      origin: `EmulationAwardsReviewMeeting:${last}`,
      demo,
    })),
  );
}

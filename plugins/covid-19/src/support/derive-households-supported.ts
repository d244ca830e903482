import { putDerivedValues, type DerivedValueTarget } from '@phoihop/core';

/**
 * Brings up to date how many households of communes have received support in the month of a day, each as often as it
 * stands on a list. It counts on a list's own unit, so one who may see the list derives the whole figure.
 */
export async function deriveHouseholdsSupported(
  target: DerivedValueTarget,
  { units, day }: { readonly units: readonly number[]; readonly day: string },
): Promise<void> {
  const figures = await target.session.query<{ unit: number; households: number; demo: boolean }>(
    `select given.unit, count(household.id)::int as households, coalesce(bool_and(household.demo), false) as demo
       from unnest($1::bigint[]) as given (unit)
       left join covid_19.support_household household on household.unit_id = given.unit
         and date_trunc('month', household.received_on) = date_trunc('month', $2::date)
      group by given.unit`,
    [units, day],
  );
  await putDerivedValues(
    target,
    figures.map(({ unit, households, demo }) => ({
      indicatorKey: 'covid-19.households-supported',
      unitId: unit,
      periodId: day.slice(0, 7),
      figure: { value: String(households) },
      origin: `Covid19SupportList:${unit}`,
      demo,
    })),
  );
}

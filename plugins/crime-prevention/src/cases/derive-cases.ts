import { putDerivedValue, type DerivedValueTarget } from '@phoihop/core';

/**
 * Brings the number of people who are being helped up to date for the quarter of a day. It is counted past row
 * security, over all cases of the commune and not over those one happens to see; small numbers are withheld from
 * whoever asks the indicator.
 */
export async function deriveCases(
  { session }: DerivedValueTarget,
  unitId: number,
  day: string,
  demo = false,
): Promise<void> {
  const [helped] = await session.query<{ commune: number; quarter: string; persons: number }>(
    'select commune, quarter, persons from crime_prevention.persons_helped($1, $2)',
    [unitId, day],
  );
  if (!helped) return;
  await putDerivedValue(
    { session },
    {
      indicatorKey: 'crime-prevention.persons-helped',
      unitId: helped.commune,
      periodId: helped.quarter,
      figure: { value: String(helped.persons) },
      origin: `CrimePreventionRehabilitationCase of ${helped.quarter}`,
      demo,
    },
  );
}

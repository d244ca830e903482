import { putDerivedValue, type DerivedValueTarget } from '@phoihop/core';
import type { SafeAreaAssessment } from './safe-area-assessment.js';

/** Brings the status of a commune in a year up to date after a decision; accepted, because another person decided. */
export async function deriveSafeArea(
  target: DerivedValueTarget,
  { id, unit, year }: { id: number; unit: Pick<SafeAreaAssessment['unit'], 'id'>; year: number },
  recognized: boolean,
  demo = false,
): Promise<void> {
  await putDerivedValue(target, {
    indicatorKey: 'crime-prevention.safe-areas',
    unitId: unit.id,
    periodId: String(year),
    figure: { status: recognized ? 'recognized' : 'none' },
    origin: `CrimePreventionSafeAreaAssessment:${id}`,
    state: 'ACCEPTED',
    demo,
  });
}

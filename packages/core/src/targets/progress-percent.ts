import { dayNumber } from '../periods/calendars-dates.js';
import { divide, isZero, percentText, subtract, type Fraction } from '../values/value-rules-fraction.js';
import type { Goal } from './progress-goal.js';
import { lastDayOfWay } from './progress-path.js';
import type { NoPercentReason, ProgressState, TargetProgressInput } from './progress-types.js';

export type Percent =
  | { percent: string; percentReason?: undefined }
  | { percent: null; percentReason: NoPercentReason };

/**
 * How much of the target is done, in percent; for reading, never for deciding.
 *
 * ACTUAL_OVER_TARGET, ACTUAL_OVER_MINIMUM: actual / level
 * CHANGE_FROM_BASELINE: (baseline - actual) / (baseline - level), the share of the promised change that is made;
 *   negative when the figure went the other way
 * MET_OR_NOT: none
 *
 * What grows over its period is not held against a whole year's baseline before the period is over: ten deaths
 * by June are not "1000 % of the decrease". Until then there is no percent, unless the target is already met.
 */
export function percentOf(
  input: TargetProgressInput,
  goal: Goal,
  actual: Fraction,
  state: ProgressState,
): Percent {
  if (goal.method === 'MET_OR_NOT') return { percent: null, percentReason: 'NO_DEGREES' };
  if (goal.method !== 'CHANGE_FROM_BASELINE') {
    if (isZero(goal.level)) return { percent: null, percentReason: 'ZERO_TARGET' };
    return { percent: percentText(divide(actual, goal.level)) };
  }
  const running = dayNumber(input.businessDate) <= dayNumber(lastDayOfWay(input));
  const met = state === 'ACHIEVED' || state === 'EXCEEDED';
  if (goal.grows && running && !met) return { percent: null, percentReason: 'PERIOD_NOT_OVER' };
  const baseline = goal.baseline!;
  return { percent: percentText(divide(subtract(baseline, actual), subtract(baseline, goal.level))) };
}

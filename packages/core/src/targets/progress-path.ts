import { dayNumber, daysInclusive } from '../periods/calendars-dates.js';
import { decimal } from '../values/value-rules-decimal.js';
import {
  add,
  compare,
  divide,
  fraction,
  fractionOf,
  isZero,
  larger,
  multiply,
  smaller,
  subtract,
  wholePart,
  type Fraction,
} from '../values/value-rules-fraction.js';
import type { Goal } from './progress-goal.js';
import type { StandingReason, TargetProgressInput } from './progress-types.js';

export type PathToday =
  | { expected: Fraction; reason?: undefined }
  | {
      expected: null;
      reason: Extract<StandingReason, 'NO_PATH' | 'PATH_NEEDS_BASELINE' | 'PATH_NEEDS_LAST_YEAR'>;
    };

/**
 * Where the target's declared path says that the figure should be on the business date.
 *
 * LINEAR, what grows:  level x t                       t = days gone, today included / days of the way
 * LINEAR, what stands: start + (level - start) x t     start = the baseline, or the level if already past it
 * SAME_PERIOD_LAST_YEAR: last year's figure at this point x level / baseline (same share of the whole, so that
 *   5 % fewer over the year is 5 % fewer by now); last year's figure itself when no baseline is known
 *
 * The way runs from the period's first day to its last, or to the deadline if that comes first; from its last day
 * on the path stands at the level. A path never asks for more than the level, nor allows more than a limit. Whole
 * things (events, units with a status) are expected whole, rounded down: nobody holds half a conference.
 *
 * What stands without a known start has no linear path: no start is invented.
 */
export function pathToday(input: TargetProgressInput, goal: Goal): PathToday {
  if (input.path === 'NONE') return { expected: null, reason: 'NO_PATH' };
  const end = lastDayOfWay(input);
  if (dayNumber(input.businessDate) >= dayNumber(end)) return { expected: goal.level };
  const path = input.path === 'LINEAR' ? linear(input, goal, end) : lastYearsWay(input, goal);
  return path.expected && goal.whole ? { expected: wholePart(path.expected) } : path;
}

/** The last day on which the figure can still change the outcome. */
export function lastDayOfWay({ periodEnd, deadline }: TargetProgressInput): string {
  return dayNumber(deadline) < dayNumber(periodEnd) ? deadline : periodEnd;
}

/** Whether a figure keeps to the path: within the tolerance on the bad side, anywhere on the good one. */
export function keepsTo(path: Fraction, actual: Fraction, goal: Goal, tolerance: string): boolean {
  const margin = decimal(tolerance);
  return goal.direction === 'UP'
    ? compare(actual, multiply(path, fraction(margin.negated().plus(1)))) >= 0
    : compare(actual, multiply(path, fraction(margin.plus(1)))) <= 0;
}

function linear(input: TargetProgressInput, goal: Goal, end: string): PathToday {
  const gone = Math.max(0, daysInclusive(input.periodStart, input.businessDate));
  const share = fraction(gone, daysInclusive(input.periodStart, end));
  if (goal.grows) return { expected: multiply(goal.level, share) };
  if (!goal.baseline) return { expected: null, reason: 'PATH_NEEDS_BASELINE' };
  const start =
    goal.direction === 'UP' ? smaller(goal.baseline, goal.level) : larger(goal.baseline, goal.level);
  return { expected: add(start, multiply(subtract(goal.level, start), share)) };
}

function lastYearsWay(input: TargetProgressInput, goal: Goal): PathToday {
  const lastYear = input.samePeriodLastYear ? fractionOf(input.samePeriodLastYear) : null;
  if (!lastYear) return { expected: null, reason: 'PATH_NEEDS_LAST_YEAR' };
  const scaled =
    goal.baseline && !isZero(goal.baseline)
      ? divide(multiply(lastYear, goal.level), goal.baseline)
      : lastYear;
  const comesDown = goal.direction === 'DOWN' && !goal.grows;
  return { expected: comesDown ? larger(scaled, goal.level) : smaller(scaled, goal.level) };
}

import { dayNumber } from '../periods/calendars-dates.js';
import { compare, figureText, fractionOf, type Fraction } from '../values/value-rules-fraction.js';
import { TargetDefinitionError, targetProblems } from './progress-definition.js';
import { goalOf, type Goal } from './progress-goal.js';
import { keepsTo, pathToday, type PathToday } from './progress-path.js';
import { percentOf } from './progress-percent.js';
import type { ProgressState, StandingReason, TargetProgress, TargetProgressInput } from './progress-types.js';

/**
 * How a target stands on the business date.
 *
 * The state is decided by exact comparison of the figure with the level, never by a percentage. In order:
 *
 * 1. UNKNOWN_BASELINE when a change has no baseline to start from; NO_DATA when there is no figure.
 * 2. What grows and has reached its level is ACHIEVED at once, EXCEEDED strictly beyond it: it cannot come back.
 * 3. Everything else is final only after the deadline, with accepted data: ACHIEVED, EXCEEDED or MISSED. While
 *    the data is not accepted it is ON_TRACK or AT_RISK with DATA_NOT_ACCEPTED.
 * 4. Until then ON_TRACK or AT_RISK. At risk is said on evidence only: a path that can be drawn and is not kept,
 *    or a limit that is passed. Without either the target is on track, and the reason says that nobody can tell.
 *
 * The page for readers is docs/reference/target-algebra.md.
 *
 * @throws TargetDefinitionError when the target itself cannot be computed: `targetProblems` says so beforehand.
 * @throws RangeError when a figure or the business date is not one.
 */
export function computeProgress(input: TargetProgressInput): TargetProgress {
  const problems = targetProblems(input);
  if (problems.length > 0) throw new TargetDefinitionError(problems);

  const outcome = goalOf(input);
  if ('unknownBaseline' in outcome) {
    const { method, unknownBaseline: reason } = outcome;
    return { state: 'UNKNOWN_BASELINE', percent: null, expected: null, method, reason, levelToReach: null };
  }
  const { goal } = outcome;
  const path = pathToday(input, goal);
  const known = {
    expected: path.expected && figureText(path.expected),
    method: goal.method,
    levelToReach: figureText(goal.level),
  };

  const actual = input.actual === null ? null : fractionOf(input.actual);
  if (!actual) {
    const reason = input.actual === null ? (input.actualReason ?? 'NOT_REPORTED') : 'ZERO_DENOMINATOR';
    return { state: 'NO_DATA', percent: null, reason, ...known };
  }
  const standing = standingOf(input, goal, path, actual);
  return { ...standing, ...percentOf(input, goal, actual, standing.state), ...known };
}

interface Standing {
  state: ProgressState;
  reason?: StandingReason;
}

function standingOf(input: TargetProgressInput, goal: Goal, path: PathToday, actual: Fraction): Standing {
  const reached = isAtOrPast(goal.level, actual, goal);
  const verdict: Standing = { state: !reached ? 'MISSED' : isBeyond(goal, actual) ? 'EXCEEDED' : 'ACHIEVED' };

  if (goal.direction === 'UP' && goal.grows && reached) return verdict;
  if (dayNumber(input.businessDate) > dayNumber(input.deadline)) {
    if (input.final !== false) return verdict;
    return { state: reached ? 'ON_TRACK' : 'AT_RISK', reason: 'DATA_NOT_ACCEPTED' };
  }
  return beforeDeadline(input, goal, path, actual, reached);
}

function beforeDeadline(
  input: TargetProgressInput,
  goal: Goal,
  path: PathToday,
  actual: Fraction,
  reached: boolean,
): Standing {
  const growsTowardsLimit = goal.direction === 'DOWN' && goal.grows;
  if (growsTowardsLimit && !reached) return { state: 'AT_RISK', reason: 'LIMIT_PASSED' };
  if (!growsTowardsLimit && reached) return { state: 'ON_TRACK', reason: 'REACHED_BEFORE_DEADLINE' };
  if (!path.expected) {
    const limitPassed = input.operator === 'AT_MOST' && !reached;
    return limitPassed
      ? { state: 'AT_RISK', reason: 'LIMIT_PASSED' }
      : { state: 'ON_TRACK', reason: path.reason };
  }
  return keepsTo(path.expected, actual, goal, input.tolerance)
    ? { state: 'ON_TRACK' }
    : { state: 'AT_RISK', reason: 'BEHIND_PATH' };
}

function isAtOrPast(level: Fraction, actual: Fraction, { direction }: Goal): boolean {
  return direction === 'UP' ? compare(actual, level) >= 0 : compare(actual, level) <= 0;
}

function isBeyond(goal: Goal, actual: Fraction): boolean {
  return goal.beyond !== null && isAtOrPast(goal.beyond, actual, goal) && compare(actual, goal.beyond) !== 0;
}

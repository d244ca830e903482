import { decimal } from '../values/value-rules-decimal.js';
import {
  add,
  compare,
  fraction,
  fractionOf,
  multiply,
  type Fraction,
} from '../values/value-rules-fraction.js';
import type { BaselineReason, ProgressMethod, TargetProgressInput } from './progress-types.js';

/** A target turned into a level and a direction; all operators are alike from here on. */
export interface Goal {
  direction: 'UP' | 'DOWN';
  /** Met at this level: at or above it going up, at or below it going down. */
  level: Fraction;
  /** Strictly past this is EXCEEDED; null when a target cannot be exceeded, only kept. */
  beyond: Fraction | null;
  /** The known start, where there is one. */
  baseline: Fraction | null;
  method: ProgressMethod;
  /** Grows from nothing over its period and never comes back. */
  grows: boolean;
  /** Counts things that cannot be half done. */
  whole: boolean;
}

export type GoalOrReason =
  | { goal: Goal }
  | { unknownBaseline: BaselineReason | (string & {}); method: ProgressMethod };

/**
 * The level and direction of a target.
 *
 * | operator | level | direction | exceeded |
 * | --- | --- | --- | --- |
 * | AT_LEAST, REACH_STATUS, HOLD_EVENTS | value | up | above the level |
 * | RANGE | value (the minimum) | up | above valueMax |
 * | AT_MOST | value | down | never: a limit is kept, not beaten |
 * | RELATIVE_INCREASE | baseline x (1 + value/100) | up | above the level |
 * | RELATIVE_DECREASE | baseline x (1 - value/100) | down | below the level |
 * | ABSOLUTE_CHANGE | baseline + value | the sign of value | past the level |
 *
 * A percentage of zero is zero, so a relative change from a zero baseline is no target: the baseline counts as
 * unknown, with ZERO_BASELINE. An absolute change from zero is one (from 0 to 3 teams), and is computed.
 */
export function goalOf(input: TargetProgressInput): GoalOrReason {
  const whole = input.operator === 'REACH_STATUS' || input.operator === 'HOLD_EVENTS';
  const grows = input.cumulative || whole;
  const known = input.baseline.kind === 'KNOWN' ? fractionOf(input.baseline.value) : null;
  const value = fraction(decimal(input.value));

  switch (input.operator) {
    case 'AT_LEAST':
    case 'REACH_STATUS':
    case 'HOLD_EVENTS':
      return goal({ direction: 'UP', level: value, beyond: value, method: 'ACTUAL_OVER_TARGET' });
    case 'RANGE':
      return goal({
        direction: 'UP',
        level: value,
        beyond: fraction(decimal(input.valueMax!)),
        method: 'ACTUAL_OVER_MINIMUM',
      });
    case 'AT_MOST': {
      const comesDown = known !== null && compare(known, value) > 0;
      const method = comesDown ? 'CHANGE_FROM_BASELINE' : 'MET_OR_NOT';
      return goal({ direction: 'DOWN', level: value, beyond: null, method });
    }
    case 'RELATIVE_INCREASE':
      return change('UP', (baseline) => multiply(baseline, fraction(decimal(input.value).plus(100), 100)));
    case 'RELATIVE_DECREASE':
      return change('DOWN', (baseline) =>
        multiply(baseline, fraction(decimal(input.value).minus(100), -100)),
      );
    case 'ABSOLUTE_CHANGE':
      return change(compare(value, fraction(0)) > 0 ? 'UP' : 'DOWN', (baseline) => add(baseline, value));
  }

  function goal(parts: Pick<Goal, 'direction' | 'level' | 'beyond' | 'method'>): GoalOrReason {
    return { goal: { ...parts, baseline: known, grows, whole } };
  }

  function change(direction: Goal['direction'], levelFrom: (baseline: Fraction) => Fraction): GoalOrReason {
    const method = 'CHANGE_FROM_BASELINE';
    const unknownBaseline = whyUnknown(input, known);
    if (unknownBaseline) return { unknownBaseline, method };
    const level = levelFrom(known!);
    return goal({ direction, level, beyond: level, method });
  }
}

function whyUnknown({ baseline, operator }: TargetProgressInput, known: Fraction | null): string | null {
  if (baseline.kind === 'UNKNOWN') return baseline.reason;
  if (baseline.kind === 'NONE') return 'NO_BASELINE';
  if (!known) return 'ZERO_DENOMINATOR';
  if (operator === 'ABSOLUTE_CHANGE') return null;
  if (known.numerator.isZero()) return 'ZERO_BASELINE';
  return known.numerator.isNegative() ? 'NEGATIVE_BASELINE' : null;
}

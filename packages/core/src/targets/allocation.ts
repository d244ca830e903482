import { decimal, print, sumOf } from '../values/value-rules-decimal.js';
import { INDICATOR_KINDS, type IndicatorKind } from '../values/value-rules-kinds.js';
import type { TargetOperator } from './progress-types.js';

export type NotAdditiveReason =
  /** 99 % of each commune is not 1,700 % of the district. */
  | 'RATIO_NOT_SUMMED'
  /** Computed from other indicators: allocate those. */
  | 'DERIVED_NOT_SUMMED'
  /** A change in percent is not the sum of changes in percent. */
  | 'RELATIVE_CHANGE_NOT_SUMMED';

export type Reconciliation =
  | {
      additive: true;
      /** The sum of the parts. */
      allocated: string;
      /** What of the whole no part has; '0' when all of it is given out. */
      unallocated: string;
      /** What the parts have together beyond the whole; '0' when they do not exceed it. */
      excess: string;
      overAllocated: boolean;
    }
  | { additive: false; reason: NotAdditiveReason };

/**
 * Holds the targets given to lower units or member organizations against the whole they were cut from:
 * allocated + unallocated - excess = whole, and at most one of the last two is not zero. A whole below zero (a
 * decrease of 10, set as -10) is filled downwards: -4 and -8 exceed it by -2.
 *
 * Over-allocation is a fact to show, not an error: districts do hand out more than they promised, to be safe.
 * For a range reconcile the minima and the maxima apart.
 *
 * @param operator how the target is set; relative changes do not add up whatever the indicator's kind.
 * The page for readers is docs/reference/target-algebra.md.
 */
export function reconcile(
  parentValue: string,
  parts: readonly { value: string }[],
  kind: IndicatorKind,
  operator?: TargetOperator,
): Reconciliation {
  const rule = INDICATOR_KINDS[kind].overUnits;
  if (rule === 'ADD_COMPONENTS') return { additive: false, reason: 'RATIO_NOT_SUMMED' };
  if (rule === 'RECOMPUTE') return { additive: false, reason: 'DERIVED_NOT_SUMMED' };
  if (operator === 'RELATIVE_INCREASE' || operator === 'RELATIVE_DECREASE') {
    return { additive: false, reason: 'RELATIVE_CHANGE_NOT_SUMMED' };
  }
  const allocated = sumOf(parts.map(({ value }) => value));
  const rest = decimal(parentValue).minus(allocated);
  const overAllocated = rest.times(decimal(parentValue).isNegative() ? -1 : 1).lessThan(0);
  return {
    additive: true,
    allocated: print(allocated),
    unallocated: overAllocated ? '0' : print(rest),
    excess: overAllocated ? print(rest.negated()) : '0',
    overAllocated,
  };
}

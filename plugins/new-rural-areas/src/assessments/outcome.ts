import { ProblemError } from '@phoihop/platform';
import { registerEnumType } from 'type-graphql';
import { Comparison } from '../criteria/topic.js';

/** Whether a commune meets a criterion. */
export enum Outcome {
  MET = 'MET',
  NOT_MET = 'NOT_MET',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
}

registerEnumType(Outcome, {
  name: 'NewRuralAreasOutcome',
  description: 'Whether a commune meets a criterion, as it says itself.',
  valuesConfig: {
    MET: { description: 'The criterion is met.' },
    NOT_MET: { description: 'The criterion is not met yet.' },
    NOT_APPLICABLE: { description: 'The criterion is not asked of this commune; the note says why.' },
  },
});

/** A threshold that a value can be held against. */
export interface Threshold {
  readonly threshold: string | null;
  readonly comparison: Comparison | null;
}

/** Whether a value reaches a threshold; null where there is none. Decimals are compared exactly, digit by digit. */
export function reaches(value: string, { threshold, comparison }: Threshold): boolean | null {
  if (threshold === null || comparison === null) return null;
  const order = compareDecimals(value, threshold);
  return comparison === Comparison.AT_LEAST ? order >= 0 : order <= 0;
}

/**
 * Refuses an outcome that its own value contradicts: 88 % is not "met" where 90 % are asked for.
 * @throws ProblemError NEW_RURAL_CRITERION_VALUE naming the value and the threshold.
 */
export function requireAgreement(
  outcome: Outcome,
  value: string | null,
  criterion: Threshold & { readonly number: number },
  field: string,
): void {
  if (outcome === Outcome.NOT_APPLICABLE && value !== null)
    throw new ProblemError('NEW_RURAL_CRITERION_VALUE', {
      field,
      given: value,
      allowed: '-',
      number: criterion.number,
    });
  if (value === null) return;
  const reached = reaches(value, criterion);
  if (reached === null || reached === (outcome === Outcome.MET)) return;
  const sign = criterion.comparison === Comparison.AT_LEAST ? '≥' : '≤';
  throw new ProblemError('NEW_RURAL_CRITERION_VALUE', {
    field,
    given: value,
    allowed: `${sign} ${criterion.threshold}`,
    number: criterion.number,
  });
}

/** The order of two decimals in text, as the scalar Decimal has checked them. */
function compareDecimals(left: string, right: string): number {
  const scale = Math.max(...[left, right].map((text) => text.split('.')[1]?.length ?? 0));
  const whole = (text: string): bigint => {
    const [integer, fraction = ''] = text.split('.');
    return BigInt(`${integer}${fraction.padEnd(scale, '0')}`);
  };
  const difference = whole(left) - whole(right);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

import type { Row } from '@phoihop/platform';
import { decimal, print } from '../values/value-rules-decimal.js';
import type { TargetDefinition, TargetOperator, TargetPath } from './progress-types.js';
import type { BaselineKind } from './target-enums.js';

/** What was promised, as it is stored; references are ids. */
export interface TargetFacts {
  readonly id: number;
  readonly indicator: number;
  readonly unit: number | null;
  readonly unitGroup: number | null;
  readonly organization: number | null;
  readonly period: number;
  readonly operator: TargetOperator;
  readonly value: string;
  readonly valueMax: string | null;
  readonly baselineKind: BaselineKind;
  readonly baselineValue: string | null;
  readonly deadline: string;
  readonly path: TargetPath;
  readonly tolerance: string;
}

/** A row of the reader with all its columns. */
export const targetFacts = (row: Row): TargetFacts => row as unknown as TargetFacts;

/**
 * The target as the pure rules take it. Stored, a relative change is a fraction (0.05), as declarations and the API
 * write shares; the rules count it in percent (5).
 */
export function definitionOf(
  target: Pick<TargetFacts, 'operator' | 'value' | 'valueMax' | 'path' | 'tolerance' | 'deadline'>,
  period: { readonly start: string; readonly end: string },
): TargetDefinition {
  const { operator, value, valueMax, path, tolerance, deadline } = target;
  return {
    operator,
    value: isRelative(operator) ? print(decimal(value).times(100)) : value,
    valueMax,
    path,
    tolerance,
    deadline,
    periodStart: period.start,
    periodEnd: period.end,
  };
}

export const isRelative = (operator: TargetOperator): boolean =>
  operator === 'RELATIVE_INCREASE' || operator === 'RELATIVE_DECREASE';

/** Whether the operator measures a change, and so needs a baseline. */
export const isChange = (operator: TargetOperator): boolean =>
  isRelative(operator) || operator === 'ABSOLUTE_CHANGE';

import { dayNumber, isIsoDate } from '../periods/calendars-dates.js';
import { decimal, isDecimal } from '../values/value-rules-decimal.js';
import type { TargetDefinition } from './progress-types.js';

export type TargetProblemCode =
  | 'NOT_A_NUMBER'
  | 'NEGATIVE_VALUE'
  | 'COUNT_NOT_WHOLE'
  | 'CHANGE_OF_ZERO'
  | 'DECREASE_ABOVE_ALL'
  | 'RANGE_WITHOUT_MAXIMUM'
  | 'RANGE_REVERSED'
  | 'MAXIMUM_WITHOUT_RANGE'
  | 'TOLERANCE_OUT_OF_RANGE'
  | 'NOT_A_DATE'
  | 'PERIOD_REVERSED'
  | 'DEADLINE_BEFORE_PERIOD';

export interface TargetProblem {
  code: TargetProblemCode;
  field: keyof TargetDefinition;
  given: string | null;
  allowed: string;
}

/** Everything that keeps a target from being computed; an empty list when it may be stored. */
export function targetProblems(target: TargetDefinition): TargetProblem[] {
  return [
    ...valueProblems(target),
    ...rangeProblems(target),
    ...toleranceProblems(target),
    ...dateProblems(target),
  ];
}

/** Thrown when progress is asked of a target that should not have been stored. */
export class TargetDefinitionError extends Error {
  readonly code = 'TARGET_DEFINITION_INVALID';

  constructor(readonly problems: readonly TargetProblem[]) {
    const list = problems.map(
      ({ code, field, given, allowed }) => `${field} is ${given} (${code}; allowed: ${allowed})`,
    );
    super(`This target cannot be computed: ${list.join('; ')}.`);
    this.name = 'TargetDefinitionError';
  }
}

function valueProblems({ operator, value }: TargetDefinition): TargetProblem[] {
  const problem = (code: TargetProblemCode, allowed: string): TargetProblem[] => [
    { code, field: 'value', given: value, allowed },
  ];
  if (!isDecimal(value)) return problem('NOT_A_NUMBER', 'digits with a decimal point, as in 12.5');
  const number = decimal(value);
  if (operator === 'ABSOLUTE_CHANGE') {
    return number.isZero()
      ? problem('CHANGE_OF_ZERO', 'what to add to the baseline, or to take from it')
      : [];
  }
  if (number.lessThan(0)) return problem('NEGATIVE_VALUE', '0 or more; the operator says which way');
  if (operator === 'RELATIVE_INCREASE' || operator === 'RELATIVE_DECREASE') {
    if (number.isZero())
      return problem('CHANGE_OF_ZERO', 'more than 0 percent; to hold a level use AT_LEAST or AT_MOST');
    if (operator === 'RELATIVE_DECREASE' && number.greaterThan(100))
      return problem('DECREASE_ABOVE_ALL', 'at most 100 percent');
  }
  if ((operator === 'REACH_STATUS' || operator === 'HOLD_EVENTS') && !number.isInteger()) {
    return problem('COUNT_NOT_WHOLE', 'a whole number');
  }
  return [];
}

function rangeProblems({ operator, value, valueMax = null }: TargetDefinition): TargetProblem[] {
  const problem = (code: TargetProblemCode, allowed: string): TargetProblem[] => [
    { code, field: 'valueMax', given: valueMax, allowed },
  ];
  if (operator !== 'RANGE')
    return valueMax === null ? [] : problem('MAXIMUM_WITHOUT_RANGE', 'nothing, unless RANGE');
  if (valueMax === null) return problem('RANGE_WITHOUT_MAXIMUM', 'the upper end of the range');
  if (!isDecimal(valueMax)) return problem('NOT_A_NUMBER', 'digits with a decimal point, as in 12.5');
  if (isDecimal(value) && decimal(valueMax).lessThan(decimal(value)))
    return problem('RANGE_REVERSED', `${value} or more`);
  return [];
}

function toleranceProblems({ tolerance }: TargetDefinition): TargetProblem[] {
  const fits =
    isDecimal(tolerance) && decimal(tolerance).greaterThanOrEqualTo(0) && decimal(tolerance).lessThan(1);
  return fits
    ? []
    : [
        {
          code: 'TOLERANCE_OUT_OF_RANGE',
          field: 'tolerance',
          given: tolerance,
          allowed: 'a fraction from 0 to below 1',
        },
      ];
}

function dateProblems(target: TargetDefinition): TargetProblem[] {
  const dates = (['periodStart', 'periodEnd', 'deadline'] as const).filter(
    (field) => !isIsoDate(target[field]),
  );
  if (dates.length > 0) {
    return dates.map((field) => ({
      code: 'NOT_A_DATE',
      field,
      given: target[field],
      allowed: 'as in 2021-12-31',
    }));
  }
  const start = dayNumber(target.periodStart);
  const problems: TargetProblem[] = [];
  const allowed = `${target.periodStart} or later`;
  if (dayNumber(target.periodEnd) < start) {
    problems.push({ code: 'PERIOD_REVERSED', field: 'periodEnd', given: target.periodEnd, allowed });
  }
  if (dayNumber(target.deadline) < start) {
    problems.push({ code: 'DEADLINE_BEFORE_PERIOD', field: 'deadline', given: target.deadline, allowed });
  }
  return problems;
}

import { describe, expect, it } from '@jest/globals';
import { TargetDefinitionError, targetProblems } from './progress-definition.js';
import type { TargetDefinition } from './progress-types.js';

const cards: TargetDefinition = {
  operator: 'AT_LEAST',
  value: '300',
  path: 'LINEAR',
  tolerance: '0.1',
  periodStart: '2021-01-01',
  periodEnd: '2021-12-31',
  deadline: '2021-12-31',
};
const codes = (change: Partial<TargetDefinition>) =>
  targetProblems({ ...cards, ...change }).map(({ code, field }) => `${code}:${field}`);

describe('targetProblems', () => {
  it.each<Partial<TargetDefinition>>([
    {},
    { value: '0' },
    { valueMax: null },
    { operator: 'RANGE', value: '10', valueMax: '15' },
    { operator: 'RANGE', value: '10', valueMax: '10' },
    { operator: 'RELATIVE_DECREASE', value: '100' },
    { operator: 'RELATIVE_INCREASE', value: '250' },
    { operator: 'ABSOLUTE_CHANGE', value: '-3' },
    { operator: 'REACH_STATUS', value: '2' },
    { tolerance: '0' },
    { deadline: '2022-01-31' },
  ])('accepts %j', (change) => expect(codes(change)).toEqual([]));

  it.each<[Partial<TargetDefinition>, string[]]>([
    [{ value: '99,5' }, ['NOT_A_NUMBER:value']],
    [{ value: '-5' }, ['NEGATIVE_VALUE:value']],
    [{ operator: 'RELATIVE_DECREASE', value: '-5' }, ['NEGATIVE_VALUE:value']],
    [{ operator: 'RELATIVE_DECREASE', value: '0' }, ['CHANGE_OF_ZERO:value']],
    [{ operator: 'RELATIVE_INCREASE', value: '0.0' }, ['CHANGE_OF_ZERO:value']],
    [{ operator: 'ABSOLUTE_CHANGE', value: '0' }, ['CHANGE_OF_ZERO:value']],
    [{ operator: 'RELATIVE_DECREASE', value: '101' }, ['DECREASE_ABOVE_ALL:value']],
    [{ operator: 'HOLD_EVENTS', value: '1.5' }, ['COUNT_NOT_WHOLE:value']],
    [{ operator: 'RANGE', value: '10' }, ['RANGE_WITHOUT_MAXIMUM:valueMax']],
    [{ operator: 'RANGE', value: '10', valueMax: 'x' }, ['NOT_A_NUMBER:valueMax']],
    [{ operator: 'RANGE', value: '10', valueMax: '9' }, ['RANGE_REVERSED:valueMax']],
    [{ valueMax: '400' }, ['MAXIMUM_WITHOUT_RANGE:valueMax']],
    [{ tolerance: '1' }, ['TOLERANCE_OUT_OF_RANGE:tolerance']],
    [{ tolerance: '-0.1' }, ['TOLERANCE_OUT_OF_RANGE:tolerance']],
    [{ tolerance: '10%' }, ['TOLERANCE_OUT_OF_RANGE:tolerance']],
    [{ periodEnd: '2021-02-29', deadline: '31/12/2021' }, ['NOT_A_DATE:periodEnd', 'NOT_A_DATE:deadline']],
    [{ periodEnd: '2020-12-31' }, ['PERIOD_REVERSED:periodEnd']],
    [{ deadline: '2020-12-31' }, ['DEADLINE_BEFORE_PERIOD:deadline']],
    [{ value: 'x', tolerance: 'y' }, ['NOT_A_NUMBER:value', 'TOLERANCE_OUT_OF_RANGE:tolerance']],
  ])('refuses %j', (change, expected) => expect(codes(change)).toEqual(expected));

  it('says what is wrong and how to mend it', () => {
    const error = new TargetDefinitionError(targetProblems({ ...cards, operator: 'RANGE' }));
    expect(error.code).toBe('TARGET_DEFINITION_INVALID');
    expect(error.message).toBe(
      'This target cannot be computed: valueMax is null (RANGE_WITHOUT_MAXIMUM; allowed: the upper end of the range).',
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { figureText } from '../values/value-rules-fraction.js';
import { goalOf } from './progress-goal.js';
import type { Baseline, TargetOperator, TargetProgressInput } from './progress-types.js';

const known = (value: string): Baseline => ({ kind: 'KNOWN', value });
const none: Baseline = { kind: 'NONE' };

function input(operator: TargetOperator, value: string, baseline: Baseline): TargetProgressInput {
  return {
    operator,
    value,
    valueMax: operator === 'RANGE' ? '15' : null,
    actual: null,
    baseline,
    businessDate: '2021-10-15',
    periodStart: '2021-01-01',
    periodEnd: '2021-12-31',
    deadline: '2021-12-31',
    path: 'NONE',
    tolerance: '0',
    cumulative: false,
  };
}

describe('goalOf', () => {
  it.each([
    ['AT_LEAST', '300', none, 'UP', '300', '300'],
    ['REACH_STATUS', '2', none, 'UP', '2', '2'],
    ['HOLD_EVENTS', '4', none, 'UP', '4', '4'],
    ['RANGE', '10', none, 'UP', '10', '15'],
    ['AT_MOST', '6', none, 'DOWN', '6', null],
    ['RELATIVE_INCREASE', '5', known('20'), 'UP', '21', '21'],
    ['RELATIVE_DECREASE', '5', known('20'), 'DOWN', '19', '19'],
    ['RELATIVE_DECREASE', '100', known('20'), 'DOWN', '0', '0'],
    ['RELATIVE_DECREASE', '12.5', known('21'), 'DOWN', '18.375', '18.375'],
    ['ABSOLUTE_CHANGE', '3', known('20'), 'UP', '23', '23'],
    ['ABSOLUTE_CHANGE', '-3', known('20'), 'DOWN', '17', '17'],
  ] as const)(
    '%s %s from %j: %s to %s, exceeded past %s',
    (operator, value, baseline, direction, level, beyond) => {
      const outcome = goalOf(input(operator, value, baseline));
      if (!('goal' in outcome)) throw new Error(outcome.unknownBaseline);
      expect(outcome.goal.direction).toBe(direction);
      expect(figureText(outcome.goal.level)).toBe(level);
      expect(outcome.goal.beyond && figureText(outcome.goal.beyond)).toBe(beyond);
    },
  );

  it('makes whole things grow, whatever is said of the figure', () => {
    expect(goalOf(input('HOLD_EVENTS', '4', none))).toMatchObject({ goal: { grows: true, whole: true } });
    expect(goalOf(input('REACH_STATUS', '2', none))).toMatchObject({ goal: { grows: true, whole: true } });
    expect(goalOf(input('AT_LEAST', '4', none))).toMatchObject({ goal: { grows: false, whole: false } });
  });
});

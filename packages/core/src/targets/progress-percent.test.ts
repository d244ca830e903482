import { describe, expect, it } from '@jest/globals';
import { fraction } from '../values/value-rules-fraction.js';
import { goalOf } from './progress-goal.js';
import { percentOf } from './progress-percent.js';
import type { ProgressState, TargetProgressInput } from './progress-types.js';

const base: TargetProgressInput = {
  operator: 'AT_LEAST',
  value: '30',
  actual: null,
  baseline: { kind: 'KNOWN', value: '40' },
  businessDate: '2022-01-01',
  periodStart: '2021-01-01',
  periodEnd: '2021-12-31',
  deadline: '2021-12-31',
  path: 'NONE',
  tolerance: '0',
  cumulative: true,
};

function percent(change: Partial<TargetProgressInput>, actual: number, state: ProgressState = 'MISSED') {
  const input = { ...base, ...change };
  const outcome = goalOf(input);
  if (!('goal' in outcome)) throw new Error(outcome.unknownBaseline);
  const result = percentOf(input, outcome.goal, fraction(actual), state);
  return result.percent ?? result.percentReason;
}

describe('percentOf', () => {
  it('is the part of the target, or of the minimum of a range', () => {
    expect(percent({}, 28)).toBe('93.33');
    expect(percent({ operator: 'RANGE', valueMax: '50' }, 45)).toBe('150');
    expect(percent({ value: '0' }, 1)).toBe('ZERO_TARGET');
  });

  it('is the part of the change that is made, and falls below zero the other way', () => {
    expect(percent({ operator: 'RELATIVE_DECREASE', value: '25' }, 33)).toBe('70');
    expect(percent({ operator: 'RELATIVE_INCREASE', value: '25' }, 47)).toBe('70');
    expect(percent({ operator: 'ABSOLUTE_CHANGE', value: '-10' }, 50)).toBe('-100');
  });

  it('has degrees for a limit only from a baseline above it', () => {
    expect(percent({ operator: 'AT_MOST' }, 35)).toBe('50');
    expect(percent({ operator: 'AT_MOST', baseline: { kind: 'NONE' } }, 35)).toBe('NO_DEGREES');
    expect(percent({ operator: 'AT_MOST', baseline: { kind: 'KNOWN', value: '30' } }, 35)).toBe('NO_DEGREES');
  });

  it('waits for the end of the period where a growing figure meets a whole year’s baseline', () => {
    const running = { operator: 'RELATIVE_DECREASE', value: '25', businessDate: '2021-12-31' } as const;
    expect(percent(running, 10, 'ON_TRACK')).toBe('PERIOD_NOT_OVER');
    expect(percent({ ...running, cumulative: false }, 33, 'ON_TRACK')).toBe('70');
    expect(percent({ ...running, deadline: '2022-03-31', businessDate: '2022-01-01' }, 33, 'ON_TRACK')).toBe(
      '70',
    );
    expect(percent({ ...running, operator: 'RELATIVE_INCREASE' }, 60, 'EXCEEDED')).toBe('200');
  });
});

import { describe, expect, it } from '@jest/globals';
import { figureText, fraction } from '../values/value-rules-fraction.js';
import { goalOf, type Goal } from './progress-goal.js';
import { keepsTo, lastDayOfWay, pathToday } from './progress-path.js';
import type { TargetProgressInput } from './progress-types.js';

/** Ten days to grow to 100. */
const base: TargetProgressInput = {
  operator: 'AT_LEAST',
  value: '100',
  actual: null,
  baseline: { kind: 'NONE' },
  businessDate: '2021-01-05',
  periodStart: '2021-01-01',
  periodEnd: '2021-01-10',
  deadline: '2021-01-10',
  path: 'LINEAR',
  tolerance: '0',
  cumulative: true,
};

function goal(input: TargetProgressInput): Goal {
  const outcome = goalOf(input);
  if (!('goal' in outcome)) throw new Error(outcome.unknownBaseline);
  return outcome.goal;
}

function expected(change: Partial<TargetProgressInput>): string | undefined {
  const input = { ...base, ...change };
  const path = pathToday(input, goal(input));
  return path.expected ? figureText(path.expected) : path.reason;
}

const known = (value: string) => ({ kind: 'KNOWN', value }) as const;

describe('a linear path', () => {
  it('counts today as gone', () => {
    expect(expected({ businessDate: '2021-01-01' })).toBe('10');
    expect(expected({})).toBe('50');
    expect(expected({ businessDate: '2021-01-10' })).toBe('100');
  });

  it('stands at nothing before and at the level after', () => {
    expect(expected({ businessDate: '2020-12-01' })).toBe('0');
    expect(expected({ businessDate: '2021-02-01' })).toBe('100');
  });

  it('ends with the period or the deadline, whichever is first', () => {
    expect(expected({ deadline: '2021-01-05' })).toBe('100');
    expect(expected({ deadline: '2021-03-31' })).toBe('50');
    expect(lastDayOfWay({ ...base, deadline: '2021-01-05' })).toBe('2021-01-05');
    expect(lastDayOfWay({ ...base, deadline: '2021-03-31' })).toBe('2021-01-10');
  });

  it('starts from the baseline when the figure stands, in either direction', () => {
    expect(expected({ cumulative: false, baseline: known('80') })).toBe('90');
    expect(expected({ cumulative: false, baseline: known('120') })).toBe('100');
    expect(expected({ cumulative: false, operator: 'AT_MOST', baseline: known('120') })).toBe('110');
    expect(expected({ cumulative: false, operator: 'AT_MOST', baseline: known('80') })).toBe('100');
    expect(expected({ cumulative: false })).toBe('PATH_NEEDS_BASELINE');
  });

  it('does not start from the baseline when the figure grows from nothing', () => {
    expect(expected({ baseline: known('80') })).toBe('50');
    expect(expected({ operator: 'RELATIVE_DECREASE', value: '5', baseline: known('20') })).toBe('9.5');
  });
});

describe('last year’s path', () => {
  const way = { path: 'SAME_PERIOD_LAST_YEAR', samePeriodLastYear: '30' } as const;

  it('keeps last year’s share of the whole', () => {
    expect(expected({ ...way, baseline: known('60') })).toBe('50');
    expect(expected({ ...way, operator: 'RELATIVE_INCREASE', value: '10', baseline: known('60') })).toBe(
      '33',
    );
    expect(expected({ ...way, operator: 'RELATIVE_DECREASE', value: '10', baseline: known('60') })).toBe(
      '27',
    );
  });

  it('is last year’s figure without a baseline to measure by', () => {
    expect(expected(way)).toBe('30');
    expect(expected({ ...way, baseline: known('0') })).toBe('30');
  });

  it('asks for no more than the level and allows no more than the limit', () => {
    expect(expected({ ...way, samePeriodLastYear: '130' })).toBe('100');
    expect(expected({ ...way, samePeriodLastYear: '130', operator: 'AT_MOST' })).toBe('100');
    expect(expected({ ...way, samePeriodLastYear: '130', operator: 'AT_MOST', cumulative: false })).toBe(
      '130',
    );
    expect(expected({ ...way, samePeriodLastYear: '70', operator: 'AT_MOST', cumulative: false })).toBe(
      '100',
    );
  });

  it('needs last year’s figure', () => {
    expect(expected({ ...way, samePeriodLastYear: null })).toBe('PATH_NEEDS_LAST_YEAR');
    expect(expected({ ...way, samePeriodLastYear: { numerator: '0', denominator: '0' } })).toBe(
      'PATH_NEEDS_LAST_YEAR',
    );
  });
});

describe('no path', () => {
  it('expects nothing', () => {
    expect(expected({ path: 'NONE' })).toBe('NO_PATH');
    expect(expected({ path: 'NONE', businessDate: '2021-02-01' })).toBe('NO_PATH');
  });
});

describe('keepsTo', () => {
  const keeps = (operator: 'AT_LEAST' | 'AT_MOST', actual: number, tolerance: string) =>
    keepsTo(fraction(50), fraction(actual), goal({ ...base, operator }), tolerance);

  it('forgives on the bad side up to the tolerance, its edge inside', () => {
    expect([44, 45, 99].map((actual) => keeps('AT_LEAST', actual, '0.1'))).toEqual([false, true, true]);
    expect([56, 55, 1].map((actual) => keeps('AT_MOST', actual, '0.1'))).toEqual([false, true, true]);
    expect([49, 50].map((actual) => keeps('AT_LEAST', actual, '0'))).toEqual([false, true]);
  });
});

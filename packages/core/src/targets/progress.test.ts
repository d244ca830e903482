import { describe, expect, it } from '@jest/globals';
import { computeProgress } from './progress.js';
import type { TargetProgressInput } from './progress-types.js';

/** 2021-10-15 is day 288 of 365. */
const TODAY = '2021-10-15';
const AFTER = '2022-01-01';

const base: TargetProgressInput = {
  operator: 'AT_LEAST',
  value: '300',
  actual: null,
  baseline: { kind: 'NONE' },
  businessDate: TODAY,
  periodStart: '2021-01-01',
  periodEnd: '2021-12-31',
  deadline: '2021-12-31',
  path: 'NONE',
  tolerance: '0.1',
  cumulative: true,
};
const progress = (change: Partial<TargetProgressInput>) => computeProgress({ ...base, ...change });
const known = (value: string) => ({ kind: 'KNOWN', value }) as const;
const percent = (numerator: string, denominator: string) => ({ numerator, denominator, per: '100' });

describe('T-06: 10 to 15 houses', () => {
  const houses = { operator: 'RANGE', value: '10', valueMax: '15' } as const;

  it.each([
    ['0', 'MISSED', '0'],
    ['9', 'MISSED', '90'],
    ['10', 'ACHIEVED', '100'],
    ['15', 'ACHIEVED', '150'],
    ['16', 'EXCEEDED', '160'],
  ])('%s houses at the end: %s', (actual, state, of) => {
    expect(progress({ ...houses, actual, businessDate: AFTER })).toEqual({
      state,
      percent: of,
      expected: null,
      method: 'ACTUAL_OVER_MINIMUM',
      levelToReach: '10',
    });
  });

  it.each([
    ['7', 'AT_RISK'],
    ['8', 'ON_TRACK'],
    ['10', 'ACHIEVED'],
    ['16', 'EXCEEDED'],
  ])('%s houses in October, 7.89 expected with a tenth of tolerance: %s', (actual, state) => {
    expect(progress({ ...houses, actual, path: 'LINEAR' })).toMatchObject({ state, expected: '7.890411' });
  });
});

describe('T-07: 300 cards', () => {
  it.each([
    ['299', TODAY, 'ON_TRACK', '99.67'],
    ['299', '2021-12-31', 'ON_TRACK', '99.67'],
    ['299', AFTER, 'MISSED', '99.67'],
    ['300', TODAY, 'ACHIEVED', '100'],
    ['301', TODAY, 'EXCEEDED', '100.33'],
    ['301', AFTER, 'EXCEEDED', '100.33'],
  ])('%s cards on %s: %s', (actual, businessDate, state, of) => {
    expect(progress({ actual, businessDate })).toMatchObject({ state, percent: of, levelToReach: '300' });
  });

  it.each([
    ['213', 'AT_RISK', 'BEHIND_PATH'],
    ['214', 'ON_TRACK', undefined],
    ['237', 'ON_TRACK', undefined],
  ])('%s cards in October on a linear path: %s', (actual, state, reason) => {
    // 300 x 288 / 365 = 236.712..., nine tenths of it 213.04
    expect(progress({ actual, path: 'LINEAR' })).toMatchObject({ state, expected: '236.712329' });
    expect(progress({ actual, path: 'LINEAR' }).reason).toBe(reason);
  });

  it('follows last year: 80 of 200 by now makes 120 of 300', () => {
    const way = { path: 'SAME_PERIOD_LAST_YEAR', baseline: known('200'), samePeriodLastYear: '80' } as const;
    expect(progress({ ...way, actual: '108' })).toMatchObject({ state: 'ON_TRACK', expected: '120' });
    expect(progress({ ...way, actual: '107' })).toMatchObject({ state: 'AT_RISK', expected: '120' });
    expect(progress({ ...way, actual: '80', baseline: { kind: 'NONE' } })).toMatchObject({ expected: '80' });
    expect(progress({ ...way, actual: '108', samePeriodLastYear: '400' }).expected).toBe('300');
    expect(progress({ ...way, actual: '1', samePeriodLastYear: null })).toMatchObject({
      state: 'ON_TRACK',
      expected: null,
      reason: 'PATH_NEEDS_LAST_YEAR',
    });
  });

  it('waits for accepted data before it says missed', () => {
    expect(progress({ actual: '299', businessDate: AFTER, final: false })).toMatchObject({
      state: 'AT_RISK',
      reason: 'DATA_NOT_ACCEPTED',
    });
    expect(progress({ actual: '300', businessDate: AFTER, final: false })).toMatchObject({
      state: 'ACHIEVED',
    });
    expect(progress({ actual: '299', businessDate: AFTER, final: true })).toMatchObject({ state: 'MISSED' });
  });

  it('runs to the deadline when that comes before the end of the period', () => {
    const early = { path: 'LINEAR', deadline: '2021-06-30', actual: '149' } as const;
    // 31 + 28 + 31 = 90 days of 181
    expect(progress({ ...early, businessDate: '2021-03-31' })).toMatchObject({ expected: '149.171271' });
    expect(progress({ ...early, businessDate: '2021-07-01' })).toMatchObject({
      state: 'MISSED',
      expected: '300',
    });
  });

  it('starts at nothing and stays at the level after the period', () => {
    const linear = { path: 'LINEAR', actual: '0', tolerance: '0' } as const;
    expect(progress({ ...linear, businessDate: '2020-12-31' })).toMatchObject({
      state: 'ON_TRACK',
      expected: '0',
    });
    expect(progress({ ...linear, businessDate: '2021-01-01' })).toMatchObject({ state: 'AT_RISK' });
    expect(progress({ ...linear, businessDate: '2022-01-05', deadline: '2022-01-31' })).toMatchObject({
      state: 'AT_RISK',
      expected: '300',
    });
  });
});

describe('T-12: 91 % of the population insured, a level that can fall again', () => {
  const insured = { value: '91', cumulative: false } as const;

  it.each([
    ['910', TODAY, 'ON_TRACK', 'REACHED_BEFORE_DEADLINE'],
    ['950', TODAY, 'ON_TRACK', 'REACHED_BEFORE_DEADLINE'],
    ['909', TODAY, 'ON_TRACK', 'NO_PATH'],
    ['909', AFTER, 'MISSED', undefined],
    ['910', AFTER, 'ACHIEVED', undefined],
    ['911', AFTER, 'EXCEEDED', undefined],
  ])('%s per thousand on %s: %s (%s)', (numerator, businessDate, state, reason) => {
    const result = progress({ ...insured, actual: percent(numerator, '1000'), businessDate });
    expect(result.state).toBe(state);
    expect(result.reason).toBe(reason);
  });

  it('walks from its baseline, and has no path without one', () => {
    // 88 + 3 x 288 / 365
    const from = { ...insured, path: 'LINEAR', tolerance: '0' } as const;
    expect(progress({ ...from, actual: '90.3', baseline: known('88') })).toMatchObject({
      state: 'AT_RISK',
      expected: '90.367123',
    });
    expect(progress({ ...from, actual: '90.4', baseline: known('88') })).toMatchObject({ state: 'ON_TRACK' });
    expect(progress({ ...from, actual: '90.9', baseline: known('95') })).toMatchObject({
      state: 'AT_RISK',
      expected: '91',
    });
    expect(progress({ ...from, actual: '10' })).toMatchObject({
      state: 'ON_TRACK',
      expected: null,
      reason: 'PATH_NEEDS_BASELINE',
    });
  });
});

describe('T-01: 99 % of households; the percentage does not decide', () => {
  it('is missed by one household in ten million, though it rounds to 100 % of the target', () => {
    const short = { value: '99', cumulative: false, businessDate: AFTER } as const;
    expect(progress({ ...short, actual: percent('9899999', '10000000') })).toMatchObject({
      state: 'MISSED',
      percent: '99.99',
    });
    expect(progress({ ...short, actual: percent('9900000', '10000000') })).toMatchObject({
      state: 'ACHIEVED',
      percent: '100',
    });
    expect(progress({ ...short, actual: percent('9900001', '10000000') })).toMatchObject({
      state: 'EXCEEDED',
      percent: '100.01',
    });
  });

  it('is not rounded before it is compared: two thirds are less than 66.666667', () => {
    const thirds = { value: '66.666667', cumulative: false, businessDate: AFTER } as const;
    expect(progress({ ...thirds, actual: percent('2', '3') })).toMatchObject({ state: 'MISSED' });
    expect(progress({ ...thirds, actual: '66.666667' })).toMatchObject({ state: 'ACHIEVED' });
  });
});

describe('T-09: at most 6 % of children underweight', () => {
  const limit = { operator: 'AT_MOST', value: '6', cumulative: false } as const;

  it.each([
    ['6', TODAY, 'ON_TRACK', 'REACHED_BEFORE_DEADLINE'],
    ['6.1', TODAY, 'AT_RISK', 'LIMIT_PASSED'],
    ['6', AFTER, 'ACHIEVED', undefined],
    ['2', AFTER, 'ACHIEVED', undefined],
    ['6.000001', AFTER, 'MISSED', undefined],
  ])('%s %% on %s: %s', (actual, businessDate, state, reason) => {
    const result = progress({ ...limit, actual, businessDate });
    expect(result).toMatchObject({ state, percent: null, percentReason: 'NO_DEGREES', method: 'MET_OR_NOT' });
    expect(result.reason).toBe(reason);
  });

  it('has degrees, and a way down, from a known baseline', () => {
    const down = { ...limit, baseline: known('8'), path: 'LINEAR', tolerance: '0' } as const;
    expect(progress({ ...down, actual: '7' })).toMatchObject({
      state: 'AT_RISK',
      reason: 'BEHIND_PATH',
      percent: '50',
      expected: '6.421918',
      method: 'CHANGE_FROM_BASELINE',
    });
    expect(progress({ ...down, actual: '6.4' })).toMatchObject({ state: 'ON_TRACK', percent: '80' });
    expect(progress({ ...down, actual: '6', businessDate: AFTER })).toMatchObject({
      state: 'ACHIEVED',
      percent: '100',
    });
    expect(progress({ ...down, actual: '5', businessDate: AFTER })).toMatchObject({
      state: 'ACHIEVED',
      percent: '150',
    });
    expect(progress({ ...down, baseline: known('6'), actual: '7' })).toMatchObject({
      method: 'MET_OR_NOT',
      expected: '6',
    });
  });

  it('does not read an unknown baseline as a missing one it needs', () => {
    const unknown = { kind: 'UNKNOWN', reason: 'NOT_IN_SOURCE' } as const;
    expect(progress({ ...limit, baseline: unknown, actual: '5', businessDate: AFTER })).toMatchObject({
      state: 'ACHIEVED',
    });
  });
});

describe('T-11: 5 % fewer deaths than the 20 of 2020', () => {
  const deaths = {
    operator: 'RELATIVE_DECREASE',
    value: '5',
    baseline: known('20'),
    periodStart: '2020-12-16',
    periodEnd: '2021-12-15',
    deadline: '2021-12-15',
  } as const;

  it.each([
    ['18', 'EXCEEDED', '200'],
    ['19', 'ACHIEVED', '100'],
    ['20', 'MISSED', '0'],
    ['21', 'MISSED', '-100'],
  ])('%s deaths after the deadline: %s', (actual, state, of) => {
    expect(progress({ ...deaths, actual, businessDate: '2021-12-16' })).toMatchObject({
      state,
      percent: of,
      levelToReach: '19',
      method: 'CHANGE_FROM_BASELINE',
    });
  });

  it('is not final on the last day, nor with data that is not accepted', () => {
    expect(progress({ ...deaths, actual: '19', businessDate: '2021-12-15' })).toMatchObject({
      state: 'ON_TRACK',
    });
    const late = { ...deaths, businessDate: '2021-12-16', final: false };
    expect(progress({ ...late, actual: '19' })).toMatchObject({
      state: 'ON_TRACK',
      reason: 'DATA_NOT_ACCEPTED',
    });
    expect(progress({ ...late, actual: '20' })).toMatchObject({
      state: 'AT_RISK',
      reason: 'DATA_NOT_ACCEPTED',
    });
  });

  it('does not set part of a year against a whole one', () => {
    expect(progress({ ...deaths, actual: '10' })).toMatchObject({
      percent: null,
      percentReason: 'PERIOD_NOT_OVER',
    });
  });

  it('allows no more by now than last year’s share: 16 by October 2020 make 15.2', () => {
    const way = {
      ...deaths,
      path: 'SAME_PERIOD_LAST_YEAR',
      samePeriodLastYear: '16',
      tolerance: '0',
    } as const;
    expect(progress({ ...way, actual: '15' })).toMatchObject({ state: 'ON_TRACK', expected: '15.2' });
    expect(progress({ ...way, actual: '16' })).toMatchObject({ state: 'AT_RISK', reason: 'BEHIND_PATH' });
  });

  it('spends a limit evenly on a linear path, and is at risk once it is passed whatever the tolerance', () => {
    const way = { ...deaths, path: 'LINEAR', tolerance: '0.5' } as const;
    // 304 of 365 days: 15.82, and half as much again
    expect(progress({ ...way, actual: '19' })).toMatchObject({ state: 'ON_TRACK', expected: '15.824658' });
    expect(progress({ ...way, actual: '20' })).toMatchObject({ state: 'AT_RISK', reason: 'LIMIT_PASSED' });
    expect(progress({ ...deaths, actual: '19' })).toMatchObject({ state: 'ON_TRACK', reason: 'NO_PATH' });
    expect(progress({ ...deaths, actual: '20' })).toMatchObject({ state: 'AT_RISK', reason: 'LIMIT_PASSED' });
  });
});

describe('T-05: 25 % fewer poor households, as a share', () => {
  const poor = {
    operator: 'RELATIVE_DECREASE',
    value: '25',
    cumulative: false,
    businessDate: AFTER,
  } as const;

  it('has an unknown baseline until one is recorded', () => {
    const unknown = { kind: 'UNKNOWN', reason: 'NOT_IN_SOURCE' } as const;
    expect(progress({ ...poor, actual: '0.3', baseline: unknown })).toEqual({
      state: 'UNKNOWN_BASELINE',
      percent: null,
      expected: null,
      method: 'CHANGE_FROM_BASELINE',
      reason: 'NOT_IN_SOURCE',
      levelToReach: null,
    });
  });

  it('compares shares by their parts', () => {
    const baseline = { kind: 'KNOWN', value: percent('4', '3000') } as const;
    expect(progress({ ...poor, baseline, actual: percent('3', '3000') })).toMatchObject({
      state: 'ACHIEVED',
      percent: '100',
    });
    expect(progress({ ...poor, baseline, actual: percent('3', '2999') })).toMatchObject({ state: 'MISSED' });
  });
});

describe('baselines that carry no change', () => {
  it.each([
    ['RELATIVE_DECREASE', { kind: 'NONE' }, 'NO_BASELINE'],
    ['RELATIVE_INCREASE', { kind: 'NONE' }, 'NO_BASELINE'],
    ['ABSOLUTE_CHANGE', { kind: 'NONE' }, 'NO_BASELINE'],
    ['RELATIVE_DECREASE', known('0'), 'ZERO_BASELINE'],
    ['RELATIVE_INCREASE', known('0.000'), 'ZERO_BASELINE'],
    ['RELATIVE_INCREASE', known('-4'), 'NEGATIVE_BASELINE'],
    ['RELATIVE_INCREASE', { kind: 'KNOWN', value: percent('0', '0') }, 'ZERO_DENOMINATOR'],
    ['ABSOLUTE_CHANGE', { kind: 'UNKNOWN', reason: 'SERIES_BREAK' }, 'SERIES_BREAK'],
  ] as const)('%s from %j: %s', (operator, baseline, reason) => {
    for (const actual of ['0', '10', null]) {
      expect(progress({ operator, value: '5', baseline, actual })).toMatchObject({
        state: 'UNKNOWN_BASELINE',
        reason,
        percent: null,
        expected: null,
        levelToReach: null,
      });
    }
  });

  it('an absolute change from zero is a change like any other', () => {
    const teams = {
      operator: 'ABSOLUTE_CHANGE',
      value: '4',
      baseline: known('0'),
      cumulative: false,
    } as const;
    expect(progress({ ...teams, actual: '3', businessDate: AFTER })).toMatchObject({
      state: 'MISSED',
      percent: '75',
      levelToReach: '4',
    });
  });
});

describe('ABSOLUTE_CHANGE', () => {
  it.each([
    ['-3', '18', 'MISSED', '66.67'],
    ['-3', '17', 'ACHIEVED', '100'],
    ['-3', '16', 'EXCEEDED', '133.33'],
    ['3', '22', 'MISSED', '66.67'],
    ['3', '23', 'ACHIEVED', '100'],
    ['3', '24', 'EXCEEDED', '133.33'],
  ])('%s from 20, now %s: %s', (value, actual, state, of) => {
    const change = {
      operator: 'ABSOLUTE_CHANGE',
      cumulative: false,
      baseline: known('20'),
      businessDate: AFTER,
    } as const;
    expect(progress({ ...change, value, actual })).toMatchObject({ state, percent: of });
  });
});

describe('RELATIVE_INCREASE', () => {
  it('of what grows is met at once, and has its percent then', () => {
    const raised = { operator: 'RELATIVE_INCREASE', value: '10', baseline: known('200') } as const;
    expect(progress({ ...raised, actual: '219' })).toMatchObject({
      state: 'ON_TRACK',
      percent: null,
      levelToReach: '220',
    });
    expect(progress({ ...raised, actual: '220' })).toMatchObject({ state: 'ACHIEVED', percent: '100' });
    expect(progress({ ...raised, actual: '230' })).toMatchObject({ state: 'EXCEEDED', percent: '150' });
    expect(progress({ ...raised, actual: '219', businessDate: AFTER })).toMatchObject({
      state: 'MISSED',
      percent: '95',
    });
  });
});

describe('whole things', () => {
  it.each(['REACH_STATUS', 'HOLD_EVENTS'] as const)(
    '%s expects whole ones, and is met at once',
    (operator) => {
      // T-03 and T-14: two in the year; 2 x 288 / 365 = 1.58 is one.
      const two = { operator, value: '2', cumulative: false, path: 'LINEAR', tolerance: '0' } as const;
      expect(progress({ ...two, actual: '0' })).toMatchObject({ state: 'AT_RISK', expected: '1' });
      expect(progress({ ...two, actual: '1' })).toMatchObject({ state: 'ON_TRACK', percent: '50' });
      expect(progress({ ...two, actual: '2' })).toMatchObject({
        state: 'ACHIEVED',
        method: 'ACTUAL_OVER_TARGET',
      });
      expect(progress({ ...two, actual: '3' })).toMatchObject({ state: 'EXCEEDED' });
      expect(progress({ ...two, actual: '1', businessDate: '2021-12-31' })).toMatchObject({
        state: 'AT_RISK',
        expected: '2',
      });
      expect(progress({ ...two, actual: '1', businessDate: AFTER })).toMatchObject({ state: 'MISSED' });
    },
  );
});

describe('no figure', () => {
  it('is no data, whatever the date, with the reason and where it should be', () => {
    expect(progress({ actual: null, businessDate: AFTER })).toMatchObject({
      state: 'NO_DATA',
      reason: 'NOT_REPORTED',
    });
    expect(progress({ actual: null, actualReason: 'ZERO_DENOMINATOR', path: 'LINEAR' })).toEqual({
      state: 'NO_DATA',
      reason: 'ZERO_DENOMINATOR',
      percent: null,
      expected: '236.712329',
      method: 'ACTUAL_OVER_TARGET',
      levelToReach: '300',
    });
    expect(progress({ actual: percent('0', '0'), cumulative: false })).toMatchObject({
      state: 'NO_DATA',
      reason: 'ZERO_DENOMINATOR',
    });
  });
});

describe('a target of nothing', () => {
  it('is met, without a percent', () => {
    expect(progress({ value: '0', actual: '0' })).toMatchObject({
      state: 'ACHIEVED',
      percent: null,
      percentReason: 'ZERO_TARGET',
    });
    expect(progress({ operator: 'AT_MOST', value: '0', actual: '1' })).toMatchObject({ state: 'AT_RISK' });
  });
});

describe('a target that should not have been stored', () => {
  it('is refused with the reason', () => {
    expect(() => progress({ operator: 'RANGE', actual: '1' })).toThrow(/RANGE_WITHOUT_MAXIMUM/);
    expect(() => progress({ actual: '12,5' })).toThrow(/Not a decimal: "12,5"/);
    expect(() => progress({ actual: '1', businessDate: 'today' })).toThrow(/Not a date/);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accumulateOverPeriods, type PeriodValue } from './roll-up-over-time.js';

const MONTHS = ['2021-01', '2021-02', '2021-03'];
const month = (number: number, figure: Partial<PeriodValue>): PeriodValue => ({
  periodKey: `2021-0${number}`,
  end: `2021-0${number}-28`,
  ...figure,
});

describe('accumulateOverPeriods', () => {
  it.each(['SUM', 'EVENT_COUNT'] as const)('%s adds', (kind) => {
    const total = accumulateOverPeriods(kind, [month(1, { value: '3' }), month(2, { value: '4.5' })], MONTHS);
    expect(total).toEqual({
      value: '7.5',
      numerator: null,
      denominator: null,
      coverage: { have: 2, needed: 3, ratio: '0.666667', missing: ['2021-03'], unexpected: [] },
      computable: true,
      units: null,
      latestPeriod: null,
    });
  });

  it('STOCK takes the latest, in whatever order, and says of which period', () => {
    const values = [month(2, { value: '90' }), month(1, { value: '80' })];
    expect(accumulateOverPeriods('STOCK', values, MONTHS)).toMatchObject({
      value: '90',
      latestPeriod: '2021-02',
      coverage: { missing: ['2021-03'] },
    });
    expect(accumulateOverPeriods('STOCK', values.toReversed(), MONTHS)).toMatchObject({ value: '90' });
  });

  it('RATIO cumulates its parts', () => {
    const values = [
      month(1, { numerator: '5', denominator: '10' }),
      month(2, { numerator: '90', denominator: '90' }),
    ];
    expect(accumulateOverPeriods('RATIO', values, MONTHS)).toMatchObject({
      value: '0.95',
      numerator: '95',
      denominator: '100',
      latestPeriod: null,
    });
  });

  it('RATIO of stocks takes the latest', () => {
    const values = [
      month(1, { numerator: '88', denominator: '100' }),
      month(2, { numerator: '90', denominator: '120' }),
    ];
    expect(accumulateOverPeriods('RATIO', values, MONTHS, { ratioOfStocks: true })).toMatchObject({
      value: '0.75',
      numerator: '90',
      denominator: '120',
      latestPeriod: '2021-02',
    });
  });

  it('STATUS_COUNT counts each unit once', () => {
    const values = [
      month(1, { units: ['a', 'b'] }),
      month(2, { units: [] }),
      month(3, { units: ['b', 'c', 'b'] }),
    ];
    expect(accumulateOverPeriods('STATUS_COUNT', values, MONTHS)).toMatchObject({
      value: '3',
      units: ['a', 'b', 'c'],
      coverage: { ratio: '1' },
    });
  });

  it('DERIVED is refused', () => {
    expect(accumulateOverPeriods('DERIVED', [month(1, { value: '3' })], MONTHS)).toMatchObject({
      value: null,
      computable: false,
      reason: 'NOT_ADDITIVE',
    });
  });

  it('refuses a period given twice, and leaves out one that was not asked for', () => {
    expect(
      accumulateOverPeriods('SUM', [month(1, { value: '3' }), month(1, { value: '3' })], MONTHS),
    ).toMatchObject({
      computable: false,
      reason: 'DUPLICATE_PART',
    });
    expect(
      accumulateOverPeriods('SUM', [month(1, { value: '3' }), month(9, { value: '3' })], MONTHS),
    ).toMatchObject({
      value: '3',
      coverage: { unexpected: ['2021-09'] },
    });
  });

  it('has no value without data, periods or denominator', () => {
    expect(accumulateOverPeriods('STOCK', [month(1, {})], MONTHS)).toMatchObject({ reason: 'NO_DATA' });
    expect(accumulateOverPeriods('STOCK', [], [])).toMatchObject({ reason: 'NOTHING_NEEDED' });
    expect(
      accumulateOverPeriods('RATIO', [month(1, { numerator: '0', denominator: '0' })], MONTHS),
    ).toMatchObject({ value: null, reason: 'ZERO_DENOMINATOR' });
  });

  it('never counts a unit more often than there are units', () => {
    const anyUnits = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 });
    fc.assert(
      fc.property(anyUnits, anyUnits, anyUnits, (first, second, third) => {
        const values = [month(1, { units: first }), month(2, { units: second }), month(3, { units: third })];
        expect(accumulateOverPeriods('STATUS_COUNT', values, MONTHS).value).toBe(
          String(new Set([...first, ...second, ...third]).size),
        );
      }),
    );
  });
});

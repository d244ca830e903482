import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { validateFigure, type GivenFigure, type IndicatorRules } from './value-rules.js';

const houses: IndicatorRules = { key: 'fund-for-the-poor.houses', kind: 'SUM', decimals: 0 };
const money: IndicatorRules = { key: 'fund-for-the-poor.raised', kind: 'SUM', decimals: 2 };
const coverage: IndicatorRules = { key: 'social-insurance.coverage', kind: 'RATIO', decimals: 0 };
const advanced: IndicatorRules = {
  key: 'new-rural-areas.communes-advanced',
  kind: 'STATUS_COUNT',
  decimals: 0,
  statuses: ['NONE', 'ADVANCED', 'MODEL'],
};

const codes = (indicator: IndicatorRules, given: GivenFigure) =>
  validateFigure(indicator, given).map(({ code, field }) => `${code}:${field}`);

describe('the kind of a figure', () => {
  it('accepts what the kind takes', () => {
    expect(codes(houses, { value: '12' })).toEqual([]);
    expect(codes({ ...houses, kind: 'STOCK' }, { value: '0' })).toEqual([]);
    expect(codes({ ...houses, kind: 'EVENT_COUNT' }, { value: '2', numerator: null })).toEqual([]);
    expect(codes(coverage, { numerator: '910', denominator: '1000' })).toEqual([]);
    expect(codes(advanced, { status: 'NONE' })).toEqual([]);
  });

  it('names every field that does not belong and every field that is absent', () => {
    expect(codes(coverage, { value: '91' })).toEqual([
      'VALUE_KIND_MISMATCH:value',
      'VALUE_KIND_MISMATCH:numerator',
      'VALUE_KIND_MISMATCH:denominator',
    ]);
    expect(codes(coverage, { numerator: '91' })).toEqual(['VALUE_KIND_MISMATCH:denominator']);
    expect(codes(houses, {})).toEqual(['VALUE_KIND_MISMATCH:value']);
    expect(codes(houses, { value: '1', status: 'ADVANCED' })).toEqual(['VALUE_KIND_MISMATCH:status']);
    expect(codes(advanced, { value: '1' })).toEqual([
      'VALUE_KIND_MISMATCH:value',
      'VALUE_KIND_MISMATCH:status',
    ]);
  });

  it('takes nothing for a derived indicator', () => {
    const derived: IndicatorRules = { key: 'x.y', kind: 'DERIVED', decimals: 0 };
    expect(codes(derived, { value: '1' })).toEqual(['VALUE_KIND_MISMATCH:value']);
    expect(codes(derived, {})).toEqual([]);
  });

  it('says what was given and what is allowed', () => {
    expect(validateFigure(coverage, { value: '91' })[0]).toEqual({
      code: 'VALUE_KIND_MISMATCH',
      field: 'value',
      given: '91',
      allowed: 'RATIO takes numerator and denominator',
    });
  });
});

describe('numbers', () => {
  it.each(['1e309', '1e5', 'NaN', 'Infinity', '', ' ', '12,5', '1.000,5', '+1', '0x1F', '--1', '١٢'])(
    '%j is not a number',
    (text) => expect(codes(money, { value: text })).toEqual(['NOT_A_NUMBER:value']),
  );

  it('checks both parts of a ratio', () => {
    expect(codes(coverage, { numerator: 'many', denominator: '12,5' })).toEqual([
      'NOT_A_NUMBER:numerator',
      'NOT_A_NUMBER:denominator',
    ]);
  });

  it('wants whole numbers where there are no decimals, also "1.000", which may mean a thousand', () => {
    expect(codes(houses, { value: '12.5' })).toEqual(['COUNT_NOT_WHOLE:value']);
    expect(codes(houses, { value: '1.000' })).toEqual(['COUNT_NOT_WHOLE:value']);
  });

  it('counts decimals', () => {
    expect(codes(money, { value: '12.50' })).toEqual([]);
    expect(codes(money, { value: '12.505' })).toEqual(['TOO_MANY_DECIMALS:value']);
    expect(codes({ ...money, decimals: 9 }, { value: '1.0000001' })).toEqual(['TOO_MANY_DECIMALS:value']);
  });

  it('holds the range of numeric(20,6)', () => {
    const fine = { ...money, decimals: 6 };
    expect(codes(fine, { value: '99999999999999.999999' })).toEqual([]);
    expect(codes(fine, { value: '00099999999999999' })).toEqual([]);
    expect(codes(fine, { value: '100000000000000' })).toEqual(['OUT_OF_RANGE:value']);
  });

  it('cuts a monstrous entry in its answer', () => {
    expect(validateFigure(houses, { value: '9'.repeat(100_000) })[0]!.given).toHaveLength(40);
  });

  it('refuses negatives, but not a zero with a sign', () => {
    expect(codes(houses, { value: '-1' })).toEqual(['NEGATIVE_VALUE:value']);
    expect(codes(houses, { value: '-0' })).toEqual([]);
    expect(codes(coverage, { numerator: '-1', denominator: '10' })).toEqual(['NEGATIVE_VALUE:numerator']);
  });

  it('reports all that is wrong with one figure', () => {
    expect(codes(houses, { value: '-100000000000000.5' })).toEqual([
      'OUT_OF_RANGE:value',
      'COUNT_NOT_WHOLE:value',
      'NEGATIVE_VALUE:value',
    ]);
  });

  it('accepts any whole count that fits', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 14n - 1n), (count) => {
        expect(codes(houses, { value: String(count) })).toEqual([]);
      }),
    );
  });
});

describe('ratios', () => {
  it.each([
    ['10', '10', []],
    ['11', '10', ['RATIO_ABOVE_ONE:numerator']],
    ['0', '10', []],
    ['0', '0', []],
    ['1', '0', ['RATIO_DENOMINATOR_ZERO:denominator']],
  ])('%s out of %s: %j', (numerator, denominator, expected) => {
    expect(codes(coverage, { numerator, denominator })).toEqual(expected);
  });
});

describe('statuses', () => {
  it('knows only those of the indicator', () => {
    expect(validateFigure(advanced, { status: 'GOOD' })).toEqual([
      { code: 'UNKNOWN_STATUS', field: 'status', given: 'GOOD', allowed: 'NONE, ADVANCED, MODEL' },
    ]);
    expect(codes({ ...advanced, statuses: undefined }, { status: 'ADVANCED' })).toEqual([
      'UNKNOWN_STATUS:status',
    ]);
  });
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  figureText,
  fraction,
  fractionOf,
  larger,
  multiply,
  percentText,
  smaller,
  subtract,
  wholePart,
} from './value-rules-fraction.js';

const anyFraction = fc
  .tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 20n))
  .map(([above, below]) => fraction(String(above), String(below)));

describe('fractionOf', () => {
  it('keeps the parts of a ratio', () => {
    expect(figureText(fractionOf({ numerator: '2', denominator: '3' })!)).toBe('0.666667');
    expect(figureText(fractionOf({ numerator: '2', denominator: '3', per: '100' })!)).toBe('66.666667');
    expect(figureText(fractionOf('12.50')!)).toBe('12.5');
  });

  it('has no value for a ratio over nothing', () => {
    expect(fractionOf({ numerator: '0', denominator: '0.0' })).toBeNull();
  });

  it('tells two out of three from its rounded decimal', () => {
    const exact = fractionOf({ numerator: '2', denominator: '3' })!;
    expect(compare(exact, fractionOf('0.666667')!)).toBeLessThan(0);
    expect(compare(exact, fractionOf('0.666666')!)).toBeGreaterThan(0);
  });
});

describe('arithmetic', () => {
  it('undoes what it does', () => {
    fc.assert(
      fc.property(anyFraction, anyFraction, (a, b) => {
        expect(compare(subtract(add(a, b), b), a)).toBe(0);
        if (!b.numerator.isZero()) expect(compare(divide(multiply(a, b), b), a)).toBe(0);
        expect(compare(smaller(a, b), larger(a, b))).toBeLessThanOrEqual(0);
        expect(compare(a, b)).toBe(-compare(b, a) + 0);
      }),
    );
  });

  it('keeps the sign in the numerator, and refuses to divide by nothing', () => {
    expect(compare(fraction(1, -2), fraction(-1, 2))).toBe(0);
    expect(() => fraction(1, 0)).toThrow(RangeError);
  });

  it('takes the whole part downwards', () => {
    expect(figureText(wholePart(fraction(8, 5)))).toBe('1');
    expect(figureText(wholePart(fraction(-1, 2)))).toBe('-1');
  });
});

describe('percentText', () => {
  it.each([
    [28, 30, '93.33'],
    [2, 3, '66.67'],
    [1, 1, '100'],
    [99_999, 100_000, '99.99'],
    [100_001, 100_000, '100.01'],
    [-1, 4, '-25'],
    [0, 7, '0'],
  ])('%d of %d is %s', (above, below, text) => {
    expect(percentText(fraction(above, below))).toBe(text);
  });

  it('stands on the same side of 100 as what it writes', () => {
    fc.assert(
      fc.property(anyFraction, (a) => {
        expect(Math.sign(Number(percentText(a)) - 100)).toBe(compare(a, fraction(1)));
      }),
    );
  });
});

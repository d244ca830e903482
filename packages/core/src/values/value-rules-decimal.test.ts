import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal, isDecimal, print, sumOf } from './value-rules-decimal.js';

describe('decimal', () => {
  it.each(['0', '-0', '12', '-12.50', '007', '99999999999999.999999'])('reads %s', (text) => {
    expect(isDecimal(text)).toBe(true);
    expect(() => decimal(text)).not.toThrow();
  });

  it.each([
    '',
    ' 1',
    '1 ',
    '12,5',
    '1e5',
    '1e309',
    'NaN',
    'Infinity',
    '0x10',
    '+5',
    '.5',
    '5.',
    '1.2.3',
    '１２',
  ])('refuses %j', (text) => {
    expect(isDecimal(text)).toBe(false);
    expect(() => decimal(text)).toThrow(RangeError);
  });

  it('refuses what is not a text', () => {
    expect(isDecimal(12)).toBe(false);
    expect(isDecimal(null)).toBe(false);
  });
});

describe('print', () => {
  it.each([
    ['12.500', undefined, '12.5'],
    ['-0', undefined, '0'],
    ['-0.001', 2, '0'],
    ['2.345', 2, '2.35'],
    ['-2.345', 2, '-2.35'],
    ['100000000000000000000000', undefined, '100000000000000000000000'],
    ['0.000000001', undefined, '0.000000001'],
  ])('%s to %s places is %s', (text, places, printed) => {
    expect(print(decimal(text), places)).toBe(printed);
  });
});

describe('sumOf', () => {
  it('has no binary remainder', () => {
    expect(print(sumOf(['0.1', '0.2']))).toBe('0.3');
    expect(print(sumOf([]))).toBe('0');
  });

  it('agrees with whole-number arithmetic at six decimals', () => {
    const micros = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    const written = (count: bigint) => print(decimal(String(count)).div(1_000_000));
    fc.assert(
      fc.property(fc.array(micros, { maxLength: 30 }), (counts) => {
        expect(print(sumOf(counts.map(written)))).toBe(
          written(counts.reduce((sum, count) => sum + count, 0n)),
        );
      }),
    );
  });
});

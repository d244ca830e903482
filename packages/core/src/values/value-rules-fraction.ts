import { Decimal } from 'decimal.js';
import { Exact, decimal, print } from './value-rules-decimal.js';

/**
 * A figure as it reaches a rule: a decimal string, or a ratio kept as its two parts, so that two out of three is
 * compared before it is rounded (a percentage that has lost its denominator can be neither compared nor added).
 *
 * `per` is the measure of the ratio: '100' when it is spoken of in percent, '1' (the default) as a share of one.
 */
export type Figure = string | { numerator: string; denominator: string; per?: string };

/** An exact quotient; the denominator is never zero and never negative. */
export interface Fraction {
  readonly numerator: Decimal;
  readonly denominator: Decimal;
}

/** Places kept when a quotient is written as a figure: the scale of `numeric(20,6)`. */
export const FIGURE_PLACES = 6;
/** Places of a written percentage. */
export const PERCENT_PLACES = 2;

/** `numerator / denominator`. @throws RangeError on a zero denominator: the caller says what that means. */
export function fraction(numerator: Decimal.Value, denominator: Decimal.Value = 1): Fraction {
  const over = new Exact(denominator);
  if (over.isZero()) throw new RangeError('A fraction with a zero denominator has no value.');
  const above = new Exact(numerator);
  return over.isNegative()
    ? { numerator: above.negated(), denominator: over.negated() }
    : { numerator: above, denominator: over };
}

/** The value of a figure, or null when it is a ratio over nothing. */
export function fractionOf(figure: Figure): Fraction | null {
  if (typeof figure === 'string') return fraction(decimal(figure));
  const denominator = decimal(figure.denominator);
  if (denominator.isZero()) return null;
  return fraction(decimal(figure.numerator).times(decimal(figure.per ?? '1')), denominator);
}

export function add(a: Fraction, b: Fraction): Fraction {
  return fraction(
    a.numerator.times(b.denominator).plus(b.numerator.times(a.denominator)),
    a.denominator.times(b.denominator),
  );
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { numerator: b.numerator.negated(), denominator: b.denominator });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator.times(b.numerator), a.denominator.times(b.denominator));
}

/** @throws RangeError when `b` is zero. */
export function divide(a: Fraction, b: Fraction): Fraction {
  return fraction(a.numerator.times(b.denominator), a.denominator.times(b.numerator));
}

/** Negative, zero or positive as a is below, at or above b; by cross-multiplication, so nothing is rounded. */
export function compare(a: Fraction, b: Fraction): number {
  return a.numerator.times(b.denominator).comparedTo(b.numerator.times(a.denominator));
}

export function isZero(a: Fraction): boolean {
  return a.numerator.isZero();
}

export function smaller(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) <= 0 ? a : b;
}

export function larger(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) >= 0 ? a : b;
}

/** The largest whole number that is not above a. */
export function wholePart(a: Fraction): Fraction {
  return fraction(a.numerator.div(a.denominator).floor());
}

/** A fraction written as a decimal string, rounded half up. */
export function figureText(a: Fraction, places = FIGURE_PLACES): string {
  return print(a.numerator.div(a.denominator), places);
}

/**
 * A fraction of one written as a percentage with at most two places ('93.33'), rounded half up, except that
 * rounding never moves it onto 100: 99.999 % is written '99.99' and 100.001 % '100.01', so that nobody reads
 * "100 %" beside "missed".
 */
export function percentText(a: Fraction): string {
  const whole = fraction(1);
  const side = compare(a, whole);
  const rounded = a.numerator.times(100).div(a.denominator).toDecimalPlaces(PERCENT_PLACES);
  if (side === 0 || !rounded.equals(100)) return print(rounded);
  return side < 0 ? '99.99' : '100.01';
}

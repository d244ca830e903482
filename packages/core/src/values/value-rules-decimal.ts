import { Decimal } from 'decimal.js';

/**
 * Exact decimals. Figures enter and leave the rules as decimal strings, because a JavaScript number turns
 * 0.1 + 0.2 into something a statistician has to explain.
 *
 * 400 significant digits: a stored figure has at most 20 (`numeric(20,6)`) and no rule multiplies more than
 * a handful of them, so sums and products here are never rounded; only a printed quotient is.
 */
export const Exact = Decimal.clone({ precision: 400, rounding: Decimal.ROUND_HALF_UP });

/** Digits only, at most one point, nothing else: no exponent, no comma, no sign but a leading minus. */
const DECIMAL = /^-?[0-9]+(\.[0-9]+)?$/;

/** Whether a text is a decimal in the one spelling that the API and PostgreSQL's `numeric` share. */
export function isDecimal(text: unknown): text is string {
  return typeof text === 'string' && DECIMAL.test(text);
}

/**
 * Reads a decimal string.
 *
 * @throws RangeError when the text is not one: figures are checked at the door (`validateFigure`), so a bad one
 * this far inside is a mistake in the program.
 */
export function decimal(text: string): Decimal {
  if (!isDecimal(text)) {
    throw new RangeError(`Not a decimal: ${JSON.stringify(text)}. Write digits with a point, as in "12.5".`);
  }
  return new Exact(text);
}

/** Writes a decimal without exponent, trailing zeros or a minus before zero; rounds half up when `places` is given. */
export function print(value: Decimal, places?: number): string {
  return (places === undefined ? value : value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP)).toFixed();
}

/** The exact sum of decimal strings; '0' for none. */
export function sumOf(texts: readonly string[]): Decimal {
  return texts.reduce((sum, text) => sum.plus(decimal(text)), new Exact(0));
}

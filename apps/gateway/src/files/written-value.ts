import type { Column } from './export-columns.js';

/** Parts of a list in one cell; none of our codes and keys holds one. */
export const between = '|';

/** A value as both formats write it: decimals and dates as the graph gives them, which is exact and ISO 8601. */
export function writtenValue(
  value: unknown,
  { labels }: Pick<Column, 'labels'>,
  wordFor: (code: string) => string,
): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => writtenValue(one, {}, wordFor)).join(between);
  if (typeof value === 'object') return JSON.stringify(value);
  return labels ? wordFor(String(value)) : String(value);
}

/** Scalars that a spreadsheet may add up, while it keeps them as they are: it has 15 digits. */
const numbers = new Set(['Int', 'Float', 'Decimal']);

export const isNumber = ({ type, labels }: Pick<Column, 'type' | 'labels'>, text: string): boolean =>
  !labels && numbers.has(type) && /^-?\d{1,15}(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= 15;

import { ProblemError } from '../contract/problem.js';
import { isCalendarDay } from '../contract/scalars.js';
import type { ColumnPlan } from './entity-plan.js';

/** What a column holds, as far as comparing with a client's value goes. */
type Family = 'integer' | 'decimal' | 'date' | 'timestamp' | 'boolean' | 'uuid' | 'text';

const families: readonly (readonly [RegExp, Family])[] = [
  [/^(smallint|int|integer|bigint|int[248])$/, 'integer'],
  [/^(numeric|decimal|real|double precision|float[48]?)$/, 'decimal'],
  [/^date$/, 'date'],
  [/^timestamp/, 'timestamp'],
  [/^bool/, 'boolean'],
  [/^uuid$/, 'uuid'],
];

/** The type without its size: `numeric(10,2)` → `numeric`, `timestamptz(0)` → `timestamptz`. */
const unsized = (sqlType: string): string => sqlType.replace(/\s*\([^)]*\)/, '');

/** @see Family */
export const familyOf = (sqlType: string): Family =>
  families.find(([pattern]) => pattern.test(unsized(sqlType)))?.[1] ?? 'text';

/**
 * The type a parameter is cast to for comparing with a column. Without its size, because a cast to `varchar(3)` cuts
 * and one to `numeric(10,2)` rounds: the comparison would be with another value than the one given.
 */
export function parameterType(sqlType: string): string {
  const type = unsized(sqlType);
  return /^(varchar|character|char|bpchar)\b/.test(type) ? 'text' : type;
}

const integerRange = {
  smallint: 2n ** 15n,
  int2: 2n ** 15n,
  int: 2n ** 31n,
  integer: 2n ** 31n,
  int4: 2n ** 31n,
};

function isInteger(text: string, sqlType: string): boolean {
  if (!/^-?\d{1,19}$/.test(text)) return false;
  const range = integerRange[sqlType as keyof typeof integerRange] ?? 2n ** 63n;
  return BigInt(text) >= -range && BigInt(text) < range;
}

function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d{2}(:?\d{2})?)?$/;

function isMoment(text: string): boolean {
  const [day = '', time = ''] = text.split(/[T ]/, 2);
  return isDay(day) && timeOfDay.test(time);
}

const fits: Readonly<Record<Family, (text: string, sqlType: string) => boolean>> = {
  integer: isInteger,
  decimal: (text) => /^-?\d{1,40}(\.\d{1,40})?(e[+-]?\d{1,2})?$/i.test(text),
  date: isDay,
  timestamp: isMoment,
  boolean: (text) => text === 'true' || text === 'false',
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text),
  // PostgreSQL's text holds every character but this one.
  text: (text) => !text.includes('\0'),
};

/** What a cursor may also hold, because a column may. */
const endless: Partial<Record<Family, RegExp>> = {
  decimal: /^NaN$/,
  date: /^-?infinity$/,
  timestamp: /^-?infinity$/,
};

/**
 * Checks that PostgreSQL can read a client's value as the column's type: a statement that fails for it would take
 * the whole operation with it, and name no field.
 * @param field The argument, for the error.
 * @throws ProblemError BAD_USER_INPUT
 */
export function checkFits(column: Pick<ColumnPlan, 'sqlType'>, value: unknown, field: string): void {
  const sqlType = unsized(column.sqlType);
  const family = familyOf(sqlType);
  const text = value instanceof Date ? value.toISOString() : String(value);
  if (!fits[family](text, sqlType) && !endless[family]?.test(text))
    throw new ProblemError('BAD_USER_INPUT', { field, given: value, allowed: family });
}

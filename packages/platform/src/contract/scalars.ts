import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLISODateTime } from 'type-graphql';

const decimalText = /^-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,12})?$/;

/** What a literal in a document was; the values of variables are never repeated, see `coerceVariables`. */
const shown = (value: unknown): string => String(JSON.stringify(value)).slice(0, 40);

function decimal(value: unknown): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string' || !decimalText.test(text)) {
    throw new GraphQLError(`Not a decimal: ${shown(value)}. Write it as text with a point: "12.5".`, {
      extensions: { code: 'BAD_USER_INPUT', allowed: 'Decimal: "12.5"' },
    });
  }
  return text;
}

/** Exact decimal, as text: figures are never binary floats. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number written as text with a point ("12.5"). On entry a whole number literal is taken too; a fraction literal keeps its digits.',
  serialize: (value) => String(value),
  parseValue: decimal,
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT)
      return decimal(node.value);
    return decimal(undefined);
  },
});

const dateText = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

function date(value: unknown): string {
  const match = typeof value === 'string' ? dateText.exec(value) : null;
  const valid = match && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!valid) {
    throw new GraphQLError(`Not a date: ${shown(value)}. Write it as "2021-10-15".`, {
      extensions: { code: 'BAD_USER_INPUT', allowed: 'Date: "2021-10-15"' },
    });
  }
  return value as string;
}

/** Whether there is such a day: 2021 has no 29 February, and there is no year 0. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  // Not Date.UTC, which takes the years 1 to 99 for those of the last century.
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return (
    year >= 1 && at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  );
}

/** A day of the calendar, without a time or a zone. */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the Gregorian calendar, ISO 8601: "2021-10-15". It has no time and no time zone.',
  serialize: (value) => String(value),
  parseValue: date,
  parseLiteral: (node) => date(node.kind === Kind.STRING ? node.value : undefined),
});

/** A moment in UTC, ISO 8601. */
export const DateTimeScalar = GraphQLISODateTime;

/** Which class is written as which scalar where an author gives a class. */
export const scalarsMap = [{ type: Date, scalar: GraphQLISODateTime }];

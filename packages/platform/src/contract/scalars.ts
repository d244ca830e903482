import { GraphQLError, GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { GraphQLISODateTime } from 'type-graphql';
import { inWords, type Wording } from './problem.js';

const decimalText = /^-?(0|[1-9][0-9]{0,30})(\.[0-9]{1,12})?$/;

/**
 * What a scalar says of a value that it does not take.
 * @param node Where it stands in the document. The values of variables have no place there, and are told by
 *   `coerceVariables` in words of its own.
 */
function notTaken(what: string, value: unknown, allowed: Wording, node?: ValueNode): GraphQLError {
  const given = String(node ? print(node) : JSON.stringify(value)).slice(0, 40);
  return new GraphQLError(`Not a ${what}: ${given}. Allowed: ${allowed.en}.`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT', allowed },
  });
}

const decimals = inWords({
  vi: 'số thập phân viết dạng văn bản với dấu chấm, ví dụ "12.5" (Decimal)',
  en: 'a decimal number as text with a point, such as "12.5" (Decimal)',
});

function decimal(value: unknown, node?: ValueNode): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string' || !decimalText.test(text)) throw notTaken('decimal', value, decimals, node);
  return text;
}

/** Exact decimal, as text: figures are never binary floats. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact decimal number written as text with a point ("12.5"). On entry a whole number literal is taken too; a fraction literal keeps its digits.',
  serialize: (value) => String(value),
  parseValue: (value) => decimal(value),
  parseLiteral: (node) => {
    const isWritten = node.kind === Kind.STRING || node.kind === Kind.INT || node.kind === Kind.FLOAT;
    return decimal(isWritten ? node.value : undefined, node);
  },
});

const dateText = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;

const days = inWords({
  vi: 'một ngày có thật, dạng YYYY-MM-DD, ví dụ "2021-10-15" (Date)',
  en: 'a day that exists, as YYYY-MM-DD, such as "2021-10-15" (Date)',
});

function date(value: unknown, node?: ValueNode): string {
  const match = typeof value === 'string' ? dateText.exec(value) : null;
  const valid = match && isCalendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!valid) throw notTaken('date', value, days, node);
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
  parseValue: (value) => date(value),
  parseLiteral: (node) => date(node.kind === Kind.STRING ? node.value : undefined, node),
});

/** A moment in UTC, ISO 8601. */
export const DateTimeScalar = GraphQLISODateTime;

/** Which class is written as which scalar where an author gives a class. */
export const scalarsMap = [{ type: Date, scalar: GraphQLISODateTime }];

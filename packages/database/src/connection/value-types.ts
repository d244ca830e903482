import { types, type ParseValue, type PgTypes } from './pg.js';

/**
 * How PostgreSQL's values arrive in JavaScript, the same for `query`, Kysely and entities:
 *
 * - `bigint` is a number where that is exact, else its digits: ids are numbers, and no digit is ever lost;
 * - `numeric` is a string: money and percentages are exact decimals;
 * - `date` is 'YYYY-MM-DD': a day has no hour, and a `Date` would move it across midnight with the time zone;
 * - `timestamptz` is a `Date`;
 * - `timestamp` and `interval` stay text: MikroORM's own types read them.
 */
const asIs: ParseValue = (text) => text;

const bigint: ParseValue = (text) => {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
};

const arrayOf =
  (parse: ParseValue): ParseValue =>
  (text) =>
    types.arrayParser.create(text, parse).parse();

/** By type oid, which PostgreSQL promises never to change (src/include/catalog/pg_type.dat). */
const parsers = new Map<number, ParseValue>([
  [20, bigint],
  [1016, arrayOf(bigint)],
  [1231, arrayOf(asIs)], // numeric[]: pg's own parser makes inexact floats of it
  [1082, asIs], // date
  [1182, arrayOf(asIs)],
  [1114, asIs], // timestamp
  [1115, arrayOf(asIs)],
  [1186, asIs], // interval
  [1187, arrayOf(asIs)],
]);

export const valueTypes: PgTypes = {
  getTypeParser: (oid, format = 'text') =>
    (format === 'text' && parsers.get(oid)) || types.getTypeParser(oid, format),
};

/**
 * SQL: a row with `valid_from` and `valid_to` (exclusive; null: still valid) holds on a day. Both are SQL.
 */
export const inForce = (row: string, day: string): string =>
  `${row}.valid_from <= ${day} and (${row}.valid_to is null or ${row}.valid_to > ${day})`;

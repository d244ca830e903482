import { DateScalar, type CustomFilter } from '@phoihop/platform';

/** Filter of rows that carry `valid_from` and `valid_to` (exclusive) themselves. */
export const validOn: CustomFilter = {
  type: DateScalar,
  description: 'Only what holds on this day.',
  sql: (row, parameter) =>
    `${row}.valid_from <= ${parameter}::date and (${row}.valid_to is null or ${row}.valid_to > ${parameter}::date)`,
};

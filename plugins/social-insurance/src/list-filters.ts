import { DateScalar, localId, ProblemError, type CustomFilter } from '@phoihop/platform';
import { GraphQLBoolean, GraphQLID, GraphQLString } from 'graphql';

/** Filters that several lists of this plugin share; each is SQL on the row's own columns. */

/** Rows of a unit and of everything below it on the date the list is read as of. */
export const under: CustomFilter = {
  type: GraphQLID,
  description: 'Only rows of this unit and of the units below it, at any depth.',
  parameter: (value) => localId('AdministrativeUnit', String(value), 'filter.under'),
  sql: (row, unit, asOf) => `${row}.unit_id in (
    select part.unit_id from core.unit_reach whole
      join core.unit_reach part on part.own and part.path operator(public.<@) whole.path
     where whole.unit_id = ${unit} and whole.own and ${inForce('whole', asOf)} and ${inForce('part', asOf)})`,
};

/** Rows with a validity that includes a day. */
export const validOn = (description: string): CustomFilter => ({
  type: DateScalar,
  description,
  sql: (row, day) => inForce(row, `${day}::date`),
});

/** Rows with or without something: `has` is the SQL for "with". */
export const whether = (description: string, has: (row: string) => string): CustomFilter => ({
  type: GraphQLBoolean,
  description,
  sql: (row, wanted) => `(${has(row)}) = ${wanted}::boolean`,
});

const maximumWords = 100;

/** Rows in one of whose columns the words occur; case, diacritics, đ and the place of the tone mark do not matter. */
export const search = (description: string, columns: readonly string[]): CustomFilter => ({
  type: GraphQLString,
  description,
  parameter: (words) => {
    const { length } = String(words);
    if (length <= maximumWords) return words;
    throw new ProblemError('LIMIT_EXCEEDED', {
      limit: 'filter.search',
      given: length,
      allowed: maximumWords,
    });
  },
  // A search key holds letters, digits and single blanks only: nothing that `like` would take for a pattern.
  sql: (row, words) =>
    `core.search_key(concat_ws(' ', ${columns.map((column) => `${row}.${column}`).join(', ')})) like '%' || core.search_key(${words}) || '%'`,
});

const inForce = (row: string, day: string): string =>
  `${row}.valid_from <= ${day} and (${row}.valid_to is null or ${row}.valid_to > ${day})`;

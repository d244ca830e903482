import { ProblemError, type CustomFilter, type Translated } from '@phoihop/platform';
import { GraphQLString } from 'graphql';

const longest = 100;

/**
 * The filter `search`: rows in which words occur, as Vietnamese are used to search: case, diacritics, đ and the place of
 * the tone mark do not matter. It reads every row that the other conditions leave: right for thousands, not for millions.
 * @param columns Columns of text, searched as one.
 */
export const searchIn = (words: Translated, columns: readonly string[]): CustomFilter => ({
  type: GraphQLString,
  description: words.en,
  vietnamese: words.vi,
  parameter: (given) => {
    const { length } = String(given);
    if (length <= longest) return given;
    throw new ProblemError('LIMIT_EXCEEDED', { limit: 'filter.search', given: length, allowed: longest });
  },
  // A search key holds letters, digits and single blanks only: nothing that `like` would take for a pattern.
  sql: (row, given) =>
    `core.search_key(concat_ws(' ', ${columns.map((column) => `${row}.${column}`).join(', ')})) like '%' || core.search_key(${given}) || '%'`,
});

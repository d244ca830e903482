import type { CustomFilter, Translated } from '@phoihop/platform';
import { GraphQLBoolean } from 'graphql';

/**
 * A filter that is true or false: rows with or without something.
 * @param has The SQL of "with", given the row: `` (row) => `${row}.superseded_at is null` ``. It may not be null.
 */
export const whether = (words: Translated, has: (row: string) => string): CustomFilter => ({
  type: GraphQLBoolean,
  description: words.en,
  vietnamese: words.vi,
  sql: (row, wanted) => `(${has(row)}) = ${wanted}::boolean`,
});

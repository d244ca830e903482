import { DateScalar, type CustomFilter, type Translated } from '@phoihop/platform';
import { inForce } from './in-force.js';

/** The filter `validOn`: rows with columns `valid_from` and `valid_to` (exclusive) that hold on a day. */
export const validOn = (words: Translated): CustomFilter => ({
  type: DateScalar,
  description: words.en,
  vietnamese: words.vi,
  sql: (row, day) => inForce(row, `${day}::date`),
});

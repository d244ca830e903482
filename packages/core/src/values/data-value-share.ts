import { computed, DecimalScalar, extend } from '@phoihop/platform';
import { DataValue } from './data-value.js';

/**
 * A share as one number, rounded half up to six places. Thirty places are divided out first, so that what is rounded
 * is not already rounded.
 */
export const dataValueShare = extend(DataValue, {
  share: computed(DecimalScalar, {
    sqlType: 'numeric',
    sql: (row) => `trim_scale(round(${row}.numerator::numeric(60,30) / nullif(${row}.denominator, 0), 6))`,
    description:
      'Of a share: numerator over denominator, as a part of one, six places at most; null of nothing and of other kinds.',
  }),
});

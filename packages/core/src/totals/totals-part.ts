import { readOnlyRows, rowRule } from '@phoihop/platform';
import type { CorePart } from '../part.js';
import { totalsMigration } from './totals-migration.js';

const derived = readOnlyRows('Derived from the public tree of units.');

/** Totals that are kept, and what they stand on. Nobody reads or writes a total but through the functions of core. */
export const totalsPart: CorePart = {
  migrations: [totalsMigration],
  tables: {
    unit_standing: derived,
    units_below: derived,
    tree_change: derived,
    tree_state: derived,
    kept_total: rowRule({
      select: 'never',
      insert: 'never',
      update: 'never',
      explanation:
        'Totals of all figures, whoever may see these: given out by `core.aggregate_totals` only, which withholds small counts.',
    }),
  },
};

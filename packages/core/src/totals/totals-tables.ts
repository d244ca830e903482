import { readOnlyRows, rowRule, type RowRule } from '@phoihop/platform';

const derived = readOnlyRows('Derived from the public tree of units.');

/** Who may read kept totals, and what they stand on. A total is given out by the functions of core only. */
export const totalsTables: Readonly<Record<string, RowRule>> = {
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
};

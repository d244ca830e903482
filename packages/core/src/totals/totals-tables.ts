import { readOnlyRows, rowRule, type RowRule } from '@phoihop/platform';

const derived = readOnlyRows('Derived from the public tree of units.');

const ofMaps = rowRule({
  explanation: 'Derived from the public tree of units and its lineage; `core.totals_on_map` alone reads it.',
});

/** Who may read kept totals, and what they stand on. A total is given out by the functions of core only. */
export const totalsTables: Readonly<Record<string, RowRule>> = {
  unit_standing: derived,
  units_below: derived,
  tree_change: derived,
  tree_state: derived,
  unit_on_map: ofMaps,
  map_state: ofMaps,
  kept_total: rowRule({
    select: {
      using: `(select platform.has_permission('core:value.read') or platform.has_permission('core:target.read'))
        and indicator_id in (select id from core.indicator where small_cell_threshold is null)`,
    },
    insert: 'never',
    update: 'never',
    explanation:
      'Totals of all figures, whichever of these one may see: for whoever may read figures or targets anywhere. Where small counts are withheld `core.aggregate_totals` alone gives them out, which does so.',
  }),
};

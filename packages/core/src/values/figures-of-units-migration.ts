import type { Migration } from '@phoihop/platform';
import { figuresOfUnitsDown, figuresOfUnitsSql } from './figures-of-units-sql.js';
import { placesAtOnceDown, placesAtOnceSql } from './places-at-once-sql.js';

/** Figures of many units at once: for rankings, and where totals are computed from figures. */
export const figuresOfUnitsMigration: Migration = {
  name: '0035_figures_of_units',
  up: figuresOfUnitsSql + placesAtOnceSql,
  down: placesAtOnceDown + figuresOfUnitsDown,
};

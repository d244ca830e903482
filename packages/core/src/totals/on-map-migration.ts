import type { Migration } from '@phoihop/platform';
import { onMapDown, onMapSql } from './on-map-sql.js';

/** Totals on the map of another day are read from those that are kept. */
export const totalsOnMapMigration: Migration = {
  name: '0032_totals_on_map',
  up: onMapSql,
  down: onMapDown,
};

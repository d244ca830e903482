import type { Migration } from '@phoihop/platform';
import { aggregatesAtOnceDown, aggregatesAtOnceSql } from './aggregates-at-once-sql.js';

/** What lets a statement say aggregates and reporting rows, with coverage and reasons. */
export const aggregatesAtOnceMigration: Migration = {
  name: '0034_aggregates_at_once',
  up: aggregatesAtOnceSql,
  down: aggregatesAtOnceDown,
};

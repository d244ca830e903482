import type { Migration } from '@phoihop/platform';
import { ownFiguresDown, ownFiguresSql } from './totals-at-once.js';

/** Statements that list targets put figures of units that report for themselves together on the spot, too. */
export const ownFiguresMigration: Migration = {
  name: '0041_own_figures',
  up: ownFiguresSql,
  down: ownFiguresDown,
};

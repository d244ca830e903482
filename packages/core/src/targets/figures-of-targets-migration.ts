import type { Migration } from '@phoihop/platform';
import { periodSpansDown, periodSpansSql } from '../periods/period-spans-sql.js';
import { addsUpAtOnceDown, addsUpAtOnceSql } from '../totals/totals-at-once.js';
import { figuresOfSpansDown, figuresOfSpansSql } from '../values/figures-of-spans-sql.js';
import { figuresOfTargetsDown, figuresOfTargetsSql } from './figures-of-targets-sql.js';

/** What lets a statement that lists targets say their figures, too. */
export const figuresOfTargetsMigration: Migration = {
  name: '0018_figures_of_targets',
  up: periodSpansSql + addsUpAtOnceSql + figuresOfSpansSql + figuresOfTargetsSql,
  down: figuresOfTargetsDown + figuresOfSpansDown + addsUpAtOnceDown + periodSpansDown,
};

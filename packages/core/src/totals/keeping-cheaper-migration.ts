import type { Migration } from '@phoihop/platform';
import { keepingCheaperDown, keepingCheaperSql } from './keeping-cheaper-sql.js';

/** Latest figures of units that do not move are counted without asking for each of them where it lay. */
export const keepingCheaperMigration: Migration = {
  name: '0033_keeping_cheaper',
  up: keepingCheaperSql,
  down: keepingCheaperDown,
};

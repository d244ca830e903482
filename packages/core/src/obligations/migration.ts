import type { Migration } from '@phoihop/platform';
import { dropObligationsSql, obligationFunctionsSql, obligationTablesSql } from './obligations-sql.js';
import { dropWorkingDaysSql, workingDaysSql } from './working-days-sql.js';

/** Working days, when reports are due, and who owes them. */
export const obligationsMigration: Migration = {
  name: '0021_obligations',
  up: workingDaysSql + obligationTablesSql + obligationFunctionsSql,
  down: dropObligationsSql + dropWorkingDaysSql,
};

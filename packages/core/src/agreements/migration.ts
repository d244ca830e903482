import type { Migration } from '@phoihop/platform';
import {
  agreementTablesSql,
  dropAgreementsSql,
  makeAgreementObligationsSql,
  signedStaysSql,
} from './agreements-sql.js';

/** Joint agreements, who owes what under them, and that their parties take part in their programs. */
export const agreementsMigration: Migration = {
  name: '0025_agreements',
  up: agreementTablesSql + signedStaysSql + makeAgreementObligationsSql,
  down: dropAgreementsSql,
};

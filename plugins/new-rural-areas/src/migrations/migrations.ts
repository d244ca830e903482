import type { Migration } from '@phoihop/platform';
import { criteriaMigration } from './0001-criteria.js';
import { assessmentsMigration } from './0002-assessments.js';
import { pollsMigration } from './0003-polls.js';
import { dossiersMigration } from './0004-dossiers.js';
import { signersMigration } from './0005-signers.js';
import { independenceMigration } from './0006-independence.js';

/** The tables of this plugin. An applied migration is never changed; the next one mends it. */
export const migrations: Migration[] = [
  criteriaMigration,
  assessmentsMigration,
  pollsMigration,
  dossiersMigration,
  signersMigration,
  independenceMigration,
];

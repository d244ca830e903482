import type { Migration } from '@phoihop/platform';
import { actionsMigration } from './actions/actions-migration.js';
import { codes } from './codes/codes.js';
import { commitmentsMigration } from './commitments/commitments-migration.js';
import { modelsMigration } from './models/models-migration.js';

/** The tables of this plugin, one migration a subject. An applied migration is never changed; the next one mends it. */
export const migrations: Migration[] = [
  codes.migration,
  modelsMigration,
  actionsMigration,
  commitmentsMigration,
];

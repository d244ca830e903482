import type { Migration } from '@phoihop/platform';
import { actionsMigration } from './actions/actions-migration.js';
import { codesMigration } from './codes/codes-migration.js';
import { commitmentsMigration } from './commitments/commitments-migration.js';
import { modelsMigration } from './models/models-migration.js';

/** The tables of this plugin, one migration a subject. An applied migration is never changed; the next one mends it. */
export const migrations: Migration[] = [
  codesMigration,
  modelsMigration,
  actionsMigration,
  commitmentsMigration,
];

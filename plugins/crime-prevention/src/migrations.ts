import type { Migration } from '@phoihop/platform';
import { casesMigration } from './cases/cases-migration.js';
import { codes } from './codes/codes.js';
import { modelsMigration } from './models/models-migration.js';
import { placesMigration } from './places/places-migration.js';
import { safeAreasMigration } from './safe-areas/safe-areas-migration.js';
import { yearsMigration } from './safe-areas/years-migration.js';
import { tipsMigration } from './tips/tips-migration.js';

/** The tables of this plugin, one migration a subject. An applied migration is never changed; the next one mends it. */
export const migrations: Migration[] = [
  codes.migration,
  modelsMigration,
  tipsMigration,
  casesMigration,
  safeAreasMigration,
  placesMigration,
  yearsMigration,
];

import type { Migration } from '@phoihop/platform';
import { honorsMigration } from './honors/honors-migration.js';
import { meetingsMigration } from './meetings/meetings-migration.js';
import { proposalsMigration } from './proposals/proposals-migration.js';
import { scoresMigration } from './scores/scores-migration.js';
import { issuedSheetsMigration } from './sheets/issued-sheets-migration.js';
import { sheetDraftsMigration } from './sheets/sheet-drafts-migration.js';
import { sheetsMigration } from './sheets/sheets-migration.js';
import { voteMigration } from './vote/vote-migration.js';
import { yearsMigration } from './years/years-migration.js';

/** The tables of this plugin, one migration a subject. An applied migration is never changed; the next one mends it. */
export const migrations: Migration[] = [
  sheetsMigration,
  honorsMigration,
  yearsMigration,
  scoresMigration,
  voteMigration,
  proposalsMigration,
  meetingsMigration,
  sheetDraftsMigration,
  issuedSheetsMigration,
];

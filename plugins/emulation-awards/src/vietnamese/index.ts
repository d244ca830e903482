import { proposalsVietnamese } from './proposals.js';
import { scoresVietnamese } from './scores.js';
import { sheetDraftsVietnamese } from './sheet-drafts.js';
import { sheetsVietnamese } from './sheets.js';
import { yearsVietnamese } from './years.js';

/** Vietnamese descriptions by schema coordinate. */
export const vietnamese: Readonly<Record<string, string>> = {
  ...sheetsVietnamese,
  ...sheetDraftsVietnamese,
  ...yearsVietnamese,
  ...scoresVietnamese,
  ...proposalsVietnamese,
};

import type { Migration } from '@phoihop/platform';
import { indicatorRules } from './contribution-sql.js';
import { keepingDown, keepingSql } from './keeping-sql.js';
import { readingDown, readingSql } from './reading-sql.js';
import { standingDown, standingSql } from './standing-sql.js';

/** An existing database has a tree and figures: its totals are counted once, here. */
const fill = /* sql */ `
select core.derive_unit_standing();
drop table pg_temp.restanding;
select core.rebuild_totals(id) from core.indicator;
`;

/** Totals that are kept while figures change. */
export const totalsMigration: Migration = {
  name: '0012_totals',
  up: indicatorRules + standingSql + keepingSql + readingSql + fill,
  down:
    readingDown +
    keepingDown +
    standingDown +
    /* sql */ `
drop function core.indicator_rules();
drop function core.reporting_kinds(text, text[]);
`,
};

import type { Migration } from '@phoihop/platform';
import { cutAt } from '../sql/cut-at.js';
import { replacing } from '../sql/replacing.js';
import { figuresOfUnitsSql } from './figures-of-units-sql.js';

const [before, intersection] = cutAt(replacing(figuresOfUnitsSql), 'seen := array(');

/** Figures of many units, which whoever sees the whole country's may have without telling which these are. */
export const figuresOfWholeMigration: Migration = {
  name: '0040_figures_of_whole',
  up: /* sql */ `
    ${before}seen := units;
  if not core.sees_whole_country('core:value.read', null) then
    ${intersection.replace(';', ';\n  end if;')}
  `,
  down: replacing(figuresOfUnitsSql),
};

import type { Migration } from '@phoihop/platform';
import { between } from '../sql/cut-at.js';
import { reachOfTheDayMigration } from './reach-of-the-day-migration.js';

const maySee = between(
  reachOfTheDayMigration.up,
  'create or replace function core.may_see(',
  'create or replace function core.units_seen(',
);

/**
 * Who holds a permission over the whole country sees every unit's rows, and no set of its 11,000 units has to be put
 * together for it, which took 15 ms for each table of each statement. That holds for units without a place on the day,
 * too: what one reported that ended and went into no other is the country's to read, and no one else's.
 */
export const wholeCountryMigration: Migration = {
  name: '0039_whole_country',
  up: /* sql */ `
    -- First and last of all paths, to tell whether they lie under one root.
    create index unit_reach_order on core.unit_reach (path);

    create function core.sees_whole_country(permission text, program text) returns boolean
      language plpgsql stable parallel safe as $$
      declare
        root public.ltree;
      begin
        select split_part(scope, '.', 2)::public.ltree into root
          from jsonb_array_elements_text(nullif(current_setting('phoihop.scopes', true), '')::jsonb -> permission -> 'subtree') as scope
         where split_part(scope, '.', 1) in ('any', core.program_label(program)) and split_part(scope, '.', 3) = '';
        return found
          and (select path operator(public.<@) root from core.unit_reach order by path limit 1)
          and (select path operator(public.<@) root from core.unit_reach order by path desc limit 1);
      end
      $$;
    ${maySee.replace('select exists (', 'select core.sees_whole_country(permission, program) or exists (')}
  `,
  down: /* sql */ `
    ${maySee}
    drop function core.sees_whole_country(text, text);
    drop index core.unit_reach_order;
  `,
};

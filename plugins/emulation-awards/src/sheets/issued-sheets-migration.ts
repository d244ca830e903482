import type { Migration } from '@phoihop/platform';

/**
 * What was issued does not change, whoever tries: from then on a sheet can only be withdrawn. A sheet that was loaded as
 * data follows its file, which the owner of the tables alone loads.
 */
export const issuedSheetsMigration: Migration = {
  name: '0009_issued_sheets',
  up: /* sql */ `
create function emulation_awards.keep_issued_sheet() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  moving constant text[] := '{state,withdrawn_on,version}';
begin
  if old.state = 'DRAFT' then
    return new;
  end if;
  if old.drafted_on is null and new.state = old.state
    and pg_has_role(current_user, (select relowner from pg_class where oid = tg_relid), 'USAGE') then
    return new;
  end if;
  if (to_jsonb(old) - moving) is distinct from (to_jsonb(new) - moving)
    or ((old.state, old.withdrawn_on) is distinct from (new.state, new.withdrawn_on)
      and (old.state <> 'IN_FORCE' or new.state <> 'WITHDRAWN')) then
    raise insufficient_privilege using message = 'a score sheet that was issued does not change: issue a new edition';
  end if;
  return new;
end
$$;
create trigger keep_issued_sheet before update on emulation_awards.score_sheet
  for each row execute function emulation_awards.keep_issued_sheet();
`,
  down: /* sql */ `
drop trigger keep_issued_sheet on emulation_awards.score_sheet;
drop function emulation_awards.keep_issued_sheet();
`,
};

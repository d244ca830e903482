import type { Migration } from '@phoihop/platform';
import { generationSql } from './generation-sql.js';
import { generationBeforeWaivers } from './obligations-sql.js';

/** What became of each waiver. The obligation itself says only whether one holds. */
const history = /* sql */ `
create table core.obligation_waiver (
  id bigint generated always as identity primary key,
  obligation_id bigint not null references core.obligation (id),
  waived_at timestamptz not null,
  waived_by bigint,
  reason text not null check (btrim(reason) <> '' and reason is nfc normalized),
  withdrawn_at timestamptz,
  withdrawn_by bigint,
  withdraw_reason text check (btrim(withdraw_reason) <> '' and withdraw_reason is nfc normalized),
  check ((withdrawn_at is null) = (withdraw_reason is null)),
  check (withdrawn_by is null or withdrawn_at is not null)
);
create index obligation_waiver_obligation on core.obligation_waiver (obligation_id);
create unique index obligation_waiver_holds on core.obligation_waiver (obligation_id) where withdrawn_at is null;
comment on table core.obligation_waiver is
  'Each time a unit was excused from a report: written when it is, changed once, when that is taken back.';
insert into core.obligation_waiver (obligation_id, waived_at, waived_by, reason)
  select id, waived_at, waived_by, waive_reason from core.obligation where waived_at is not null order by waived_at, id;

create function core.note_waiver() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  insert into core.obligation_waiver (obligation_id, waived_at, waived_by, reason)
    values (new.id, new.waived_at, new.waived_by, new.waive_reason);
  return null;
end
$$;
create trigger note_waiver after update of waived_at on core.obligation
  for each row when (old.waived_at is null and new.waived_at is not null) execute function core.note_waiver();
create trigger note_waiver_of_new after insert on core.obligation
  for each row when (new.waived_at is not null) execute function core.note_waiver();

create function core.keep_waiver() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  if (old.withdrawn_at is not null and new is distinct from old)
    or (new.id, new.obligation_id, new.waived_at, new.waived_by, new.reason)
      is distinct from (old.id, old.obligation_id, old.waived_at, old.waived_by, old.reason) then
    raise insufficient_privilege using message = 'a waiver is taken back once, and otherwise never changed';
  end if;
  return new;
end
$$;
create trigger keep_waiver before update on core.obligation_waiver for each row execute function core.keep_waiver();
`;

/**
 * Whether the person who asks has one of the roles over a unit and program, with whatever account. Which role may do what is
 * known to the code alone, so it names the roles; nothing is told of anybody else.
 */
const person = /* sql */ `
create function core.callers_person_holds(roles text[], unit bigint, program text) returns boolean
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  today constant date := platform.business_date();
begin
  return exists (
    select from core.user_account account
    cross join lateral jsonb_array_elements(
      core.caller_facts(account.id, account.session_version, today) -> 'assignments') as its
    cross join lateral jsonb_array_elements_text(its -> 'paths') as held (path)
    join core.unit_reach reach on reach.unit_id = unit
     and reach.valid_from <= today and (reach.valid_to is null or reach.valid_to > today)
     and case its ->> 'reach' when 'EXACT' then reach.own and reach.path operator(public.=) held.path::public.ltree
       else reach.path operator(public.<@) held.path::public.ltree end
   where account.person_id = core.caller_person() and account.disabled_at is null
     and its ->> 'role' = any (roles)
     and (jsonb_typeof(its -> 'programs') = 'null' or its -> 'programs' ? program));
end
$$;
`;

/** Waivers that can be taken back, and are refused to the person whose report it is. */
export const waiversMigration: Migration = {
  name: '0037_waivers',
  up: history + person + generationSql,
  down: /* sql */ `
drop function core.callers_person_holds(text[], bigint, text);
drop trigger note_waiver_of_new on core.obligation;
drop trigger note_waiver on core.obligation;
drop function core.note_waiver();
drop table core.obligation_waiver;
drop function core.keep_waiver();
${generationBeforeWaivers}`,
};

import type { Migration } from '@phoihop/platform';

const tables = /* sql */ `
create table core.person (
  id bigint generated always as identity primary key,
  full_name text not null check (full_name is nfc normalized and full_name <> ''),
  phone text check (phone <> ''),
  email text check (email <> ''),
  unit_id bigint not null references core.administrative_unit (id),
  search_key text not null generated always as (core.search_key(full_name)) stored,
  demo boolean not null default false
);
create index person_unit on core.person (unit_id);
create index person_search on core.person (search_key text_pattern_ops);

create table core.user_account (
  id bigint generated always as identity primary key,
  username text not null check (username ~ '^[a-z0-9][a-z0-9._-]{1,62}[a-z0-9]$'),
  -- a.b, a-b and A_B are one name: nobody shall be able to take one that looks like another's.
  username_key text not null generated always as (core.search_key(username)) stored unique,
  person_id bigint not null references core.person (id),
  session_version integer not null default 1,
  disabled_at timestamptz,
  demo boolean not null default false,
  version integer not null default 1
);
create index user_account_person on core.user_account (person_id);

create table core.user_credential (
  user_id bigint primary key references core.user_account (id) on delete cascade,
  password_hash text not null check (password_hash like '$argon2id$%'),
  changed_at timestamptz not null default now()
);
comment on table core.user_credential is 'Password hashes. The serving role has no right to this table: it is read as the system, at sign-in only.';

create table core.role (
  id bigint generated always as identity primary key,
  code text not null unique check (code ~ '^[a-z]+(-[a-z]+)*$'),
  title_vi text not null,
  title_en text not null
);

create table core.assignment (
  id bigint generated always as identity primary key,
  user_id bigint not null references core.user_account (id),
  role_id bigint not null references core.role (id),
  organization_id bigint references core.organization (id),
  unit_id bigint references core.administrative_unit (id),
  group_id bigint references core.unit_group (id),
  reach text not null check (reach in ('SUBTREE', 'EXACT')),
  programs text[] check (cardinality(programs) > 0 and array_position(programs, null) is null),
  organization_programs boolean not null default false,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  acting_for_id bigint references core.person (id),
  revoked_at timestamptz,
  demo boolean not null default false,
  version integer not null default 1,
  check (num_nonnulls(unit_id, group_id) = 1),
  check (not organization_programs or (programs is null and organization_id is not null))
);
create index assignment_user on core.assignment (user_id, valid_from);
create index assignment_organization on core.assignment (organization_id);
create index assignment_unit on core.assignment (unit_id);
create index assignment_group on core.assignment (group_id);
`;

/**
 * Functions that read with the owner's rights. None of them gives a password hash away: whoever could make the
 * serving role run any SQL could call them, so they answer only what does no harm then.
 *
 * `core.set_password` writes a hash but nothing reads it back. `core.caller_facts` is the one look-up of every
 * request; it is PL/pgSQL because `core.program_participant` is made by a later migration.
 */
const functions = /* sql */ `
-- The person the caller is; null when nobody is signed in.
create function core.caller_person() returns bigint
  language sql stable parallel safe
  return nullif(current_setting('phoihop.person', true), '')::bigint;

create function core.caller_facts(the_user bigint, the_session integer, on_day date) returns jsonb
  language plpgsql stable security definer
  set search_path = pg_catalog, public, pg_temp
as $$
declare
  account core.user_account;
  given jsonb;
begin
  select * into account from core.user_account
   where id = the_user and session_version = the_session and disabled_at is null;
  if not found then
    return null;
  end if;
  select coalesce(jsonb_agg(jsonb_build_object(
      'role', role.code,
      'organization', its.organization_id,
      'reach', its.reach,
      'programs', case when its.organization_programs then core.programs_of_organization(its.organization_id, on_day)
        else to_jsonb(its.programs) end,
      'paths', (
        select coalesce(jsonb_agg(distinct reach.path::text), '[]')
          from core.unit_reach reach
         where reach.own
           and reach.valid_from <= on_day and (reach.valid_to is null or reach.valid_to > on_day)
           and reach.unit_id in (
             select its.unit_id
             union all
             select member.unit_id
               from core.unit_group the_group
               join core.unit_group_member member on member.group_id = the_group.id
                and member.valid_from <= on_day and (member.valid_to is null or member.valid_to > on_day)
              where the_group.id = its.group_id
                and the_group.valid_from <= on_day and (the_group.valid_to is null or the_group.valid_to > on_day)))
    ) order by its.id), '[]')
    into given
    from core.assignment its
    join core.role role on role.id = its.role_id
   where its.user_id = account.id
     and its.revoked_at is null
     and its.valid_from <= on_day and (its.valid_to is null or its.valid_to > on_day);
  return jsonb_build_object('person', account.person_id, 'assignments', given);
end
$$;
comment on function core.caller_facts(bigint, integer, date) is
  'What a user may act as on a day; null where the account is disabled or the session was revoked.';

-- Codes of the programs in which an organization takes part on a day.
create function core.programs_of_organization(the_organization bigint, on_day date) returns jsonb
  language plpgsql stable
  set search_path = pg_catalog, public, pg_temp
as $$
begin
  -- Programs are another part of core, installed after this one.
  if to_regclass('core.program_participant') is null then
    return '[]';
  end if;
  return (
    select coalesce(jsonb_agg(distinct participant.program), '[]')
      from core.program_participant participant
     where participant.organization_id = the_organization
       and participant.valid_from <= on_day and (participant.valid_to is null or participant.valid_to > on_day));
end
$$;

create function core.is_callers_person(the_users bigint[]) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, public, pg_temp
as $$
  select exists (
    select from core.user_account account
     where account.id = any (the_users) and (account.id = platform.caller_id() or account.person_id = core.caller_person()))
$$;
comment on function core.is_callers_person(bigint[]) is 'Whether one of these accounts belongs to the person who asks.';

-- Over every unit and program that an assignment names, the caller may give its role, or manages users; and over the
-- unit of its organization for all programs, because whoever acts for an organization sees whatever it reported.
create function core.may_appoint(
  the_role bigint, the_unit bigint, the_group bigint, the_organization bigint, the_programs text[], by_organization boolean
) returns boolean
  language sql stable parallel safe as $$
    select coalesce(bool_and(
        core.may_change('core:appoint.' || role.code, target.unit_id, target.program)
        or core.may_change('core:user.manage', target.unit_id, target.program)), false)
      from core.role role,
        (select place.unit_id, program.code as program
           from (select the_unit as unit_id where the_group is null
                 union all
                 select member.unit_id from core.unit_group_member member
                  where member.group_id = the_group and member.valid_from <= platform.business_date()
                    and (member.valid_to is null or member.valid_to > platform.business_date())) as place,
             unnest(case when the_programs is null or by_organization then array[null::text] else the_programs end) as program (code)
         union all
         select (select its.unit_id from core.organization_version its
                  where its.organization_id = the_organization and its.superseded_at is null
                    and its.valid_from <= platform.business_date()
                    and (its.valid_to is null or its.valid_to > platform.business_date())), null
          where the_organization is not null) as target
     where role.id = the_role
  $$;

-- Gives a user a password and ends the user's sessions; tells the session version from now on.
create function core.set_password(the_user bigint, hash text) returns integer
  language plpgsql security definer
  set search_path = pg_catalog, public, pg_temp
as $$
declare
  version_now integer;
begin
  if the_user is distinct from platform.caller_id() and not exists (
    select from core.user_account account
      join core.person person on person.id = account.person_id
     where account.id = the_user and core.may_change('core:user.manage', person.unit_id, null)
  ) then
    raise insufficient_privilege using message = 'only the user and those who manage users of the unit set a password';
  end if;
  insert into core.user_credential (user_id, password_hash) values (the_user, hash)
  on conflict (user_id) do update set password_hash = excluded.password_hash, changed_at = now();
  update core.user_account set session_version = session_version + 1, version = version + 1 where id = the_user
  returning session_version into version_now;
  return version_now;
end
$$;
comment on function core.set_password(bigint, text) is 'Writes a password hash for the caller or for a user of a unit the caller manages; it cannot be read back.';
`;

/** People, their accounts and roles. */
export const peopleMigration: Migration = {
  name: '0004_people',
  up: tables + functions,
  down: /* sql */ `
drop function core.set_password(bigint, text);
drop function core.may_appoint(bigint, bigint, bigint, bigint, text[], boolean);
drop function core.is_callers_person(bigint[]);
drop function core.caller_facts(bigint, integer, date);
drop function core.programs_of_organization(bigint, date);
drop function core.caller_person();
drop table core.assignment, core.role, core.user_credential, core.user_account, core.person;
`,
};

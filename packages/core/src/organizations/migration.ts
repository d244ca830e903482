import type { Migration } from '@phoihop/platform';

/**
 * Organizations in time, how they stand to each other, and groups of units. What is dated cannot overlap: the
 * database itself refuses two names of one organization on one day.
 */
export const organizationsMigration: Migration = {
  name: '0003_organizations',
  up: /* sql */ `
create table core.organization (
  id bigint generated always as identity primary key,
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  demo boolean not null default false
);

create table core.organization_version (
  id bigint generated always as identity primary key,
  organization_id bigint not null references core.organization (id),
  name text not null check (name is nfc normalized and name <> ''),
  short_name text check (short_name is nfc normalized and short_name <> ''),
  kind text not null check (kind in ('FRONT_COMMITTEE', 'STANDING_COMMITTEE', 'FRONT_WORK_COMMITTEE', 'MEMBER_ORGANIZATION',
    'SOCIO_POLITICAL_ORGANIZATION', 'PARTY_BODY', 'STATE_BODY', 'RELIGIOUS_ORGANIZATION', 'BUSINESS', 'DONOR')),
  unit_id bigint not null references core.administrative_unit (id),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  legal_basis text,
  search_key text not null generated always as (core.search_key(name || ' ' || coalesce(short_name, ''))) stored,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  constraint organization_has_one_version_a_day
    exclude using gist (organization_id with =, daterange(valid_from, valid_to) with &&) where (superseded_at is null)
);
create index organization_version_of on core.organization_version (organization_id, valid_from);
create index organization_version_unit on core.organization_version (unit_id, kind) where superseded_at is null;

create table core.organization_relation (
  id bigint generated always as identity primary key,
  from_id bigint not null references core.organization (id),
  to_id bigint not null references core.organization (id),
  type text not null check (type in ('SUPERIOR', 'MEMBER', 'SUBORDINATE', 'COORDINATES', 'STANDING_COMMITTEE_OF')),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  legal_basis text,
  check (from_id <> to_id),
  constraint organizations_stand_once_so_a_day
    exclude using gist (from_id with =, to_id with =, type with =, daterange(valid_from, valid_to) with &&)
);
create index organization_relation_to on core.organization_relation (to_id, type);

create table core.unit_group (
  id bigint generated always as identity primary key,
  key text not null unique check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name_vi text not null check (name_vi is nfc normalized and name_vi <> ''),
  name_en text check (name_en <> ''),
  purpose text not null check (purpose in ('EMULATION', 'COORDINATION', 'FORMER_UNIT', 'STATISTICS')),
  year integer check (year between 1945 and 2200),
  unit_id bigint not null references core.administrative_unit (id),
  lead_id bigint references core.organization (id),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  demo boolean not null default false,
  version integer not null default 1
);
create index unit_group_unit on core.unit_group (unit_id, purpose, year);

create table core.unit_group_member (
  id bigint generated always as identity primary key,
  group_id bigint not null references core.unit_group (id),
  unit_id bigint not null references core.administrative_unit (id),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  constraint unit_is_once_in_a_group_a_day
    exclude using gist (group_id with =, unit_id with =, daterange(valid_from, valid_to) with &&)
);
create index unit_group_member_group on core.unit_group_member (group_id, valid_from);
create index unit_group_member_unit on core.unit_group_member (unit_id, valid_from);
`,
  down: /* sql */ `
drop table core.unit_group_member, core.unit_group, core.organization_relation, core.organization_version, core.organization;
`,
};

import type { Migration } from '@phoihop/platform';

const programs = /* sql */ `
create table core.plugin (
  id text primary key,
  version text not null,
  title_vi text not null,
  title_en text not null,
  description_vi text,
  description_en text,
  status text not null check (status in ('WHOLE', 'REGISTERED'))
);
comment on table core.plugin is 'The plugins of the last start, as they describe themselves.';

create table core.program (
  id bigint generated always as identity primary key,
  -- Scopes of access use it as a label of an ltree path, with _ for -.
  code text not null unique check (code ~ '^[A-Z]+-[0-9]+$'),
  plugin text not null,
  kind text not null check (kind in ('PROGRAM', 'CAMPAIGN', 'MOVEMENT', 'DUTY')),
  title_vi text not null,
  title_en text not null,
  quote text not null,
  quote_is_exact boolean not null,
  source text not null,
  parent_id bigint references core.program (id),
  effective_level text check (effective_level in ('CENTRAL', 'PROVINCE', 'DISTRICT', 'COMMUNE')),
  status text not null check (status in ('WHOLE', 'REGISTERED')),
  unique (id, code),
  check (parent_id <> id)
);
create index program_parent on core.program (parent_id);
create index program_plugin on core.program (plugin);

create table core.program_participant (
  id bigint generated always as identity primary key,
  program_id bigint not null,
  program text not null,
  organization_id bigint not null references core.organization (id),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  demo boolean not null default false,
  foreign key (program_id, program) references core.program (id, code),
  constraint one_participation_a_day
    exclude using gist (program_id with =, organization_id with =, daterange(valid_from, valid_to) with &&)
);
create index program_participant_organization on core.program_participant (organization_id, program);
`;

const documents = /* sql */ `
create table core.document (
  id bigint generated always as identity primary key,
  code text unique,
  number text,
  date date,
  cited_as text not null check (cited_as <> '' and cited_as is nfc normalized),
  type_vi text,
  type_en text,
  issuer_vi text,
  issuer_en text,
  title_vi text not null check (title_vi is nfc normalized),
  title_en text,
  note_vi text,
  note_en text,
  confidentiality text not null check (confidentiality in ('PUBLIC', 'INTERNAL', 'PERSONAL', 'RESTRICTED', 'SEALED')),
  unit_id bigint references core.administrative_unit (id),
  recorded_by bigint,
  recorded_at timestamptz not null default now(),
  -- What is not public is somebody's: without a unit nobody could be asked for it.
  check (unit_id is not null or confidentiality = 'PUBLIC')
);
create index document_unit on core.document (unit_id);
create index document_number on core.document (number);
`;

const plans = /* sql */ `
create table core.plan (
  id bigint generated always as identity primary key,
  unit_id bigint not null references core.administrative_unit (id),
  program_id bigint,
  program_code text,
  year int not null check (year between 1945 and 2200),
  title text not null check (title <> '' and title is nfc normalized),
  parent_id bigint references core.plan (id),
  state text not null default 'DRAFT' check (state in ('DRAFT', 'APPROVED', 'ADJUSTED', 'CLOSED')),
  basis_document_id bigint references core.document (id),
  created_by bigint,
  demo boolean not null default false,
  version int not null default 1,
  foreign key (program_id, program_code) references core.program (id, code),
  check ((program_id is null) = (program_code is null)),
  check (parent_id <> id)
);
create index plan_unit on core.plan (unit_id, year);
create index plan_parent on core.plan (parent_id);
create index plan_program on core.plan (program_id);
`;

const activities = /* sql */ `
create table core.activity (
  id bigint generated always as identity primary key,
  code text unique,
  program_id bigint,
  -- Kept where the program's plugin is not installed, and then program_id is null.
  program_code text not null,
  unit_id bigint references core.administrative_unit (id),
  title_vi text not null check (title_vi <> '' and title_vi is nfc normalized),
  title_en text,
  quote text,
  kind text not null check (kind ~ '^[A-Z_]+$'),
  level text not null check (level in ('PROVINCE', 'DISTRICT', 'COMMUNE', 'CLUSTER', 'RESIDENTIAL_AREA', 'ALL')),
  when_text text not null,
  starts_on date,
  ends_on date check (ends_on >= starts_on),
  when_precision text not null
    check (when_precision in ('DAY', 'MONTH', 'QUARTER', 'YEAR', 'FEAST', 'CONTINGENT', 'RECURRING')),
  when_reading_vi text,
  when_reading_en text,
  state text not null default 'PLANNED' check (state in ('PLANNED', 'HELD', 'CANCELLED')),
  held_on date,
  attendance int check (attendance >= 0),
  place text,
  demo boolean not null default false,
  created_by bigint,
  version int not null default 1,
  foreign key (program_id, program_code) references core.program (id, code),
  check ((state = 'HELD') = (held_on is not null)),
  check (attendance is null or state = 'HELD')
);
create index activity_program on core.activity (program_id, starts_on);
create index activity_unit on core.activity (unit_id, starts_on);

create table core.duty (
  id bigint generated always as identity primary key,
  code text not null unique,
  program_id bigint,
  program_code text not null,
  title_vi text not null,
  title_en text not null,
  quote text,
  reporter_vi text not null,
  reporter_en text not null,
  recipient_vi text not null,
  recipient_en text not null,
  frequency text not null check (frequency in
    ('MONTH', 'QUARTER', 'HALF', 'YEAR', 'ONCE', 'PER_EVENT', 'CONTINUOUS', 'PER_AGREEMENT', 'UNSTATED')),
  frequency_text_vi text not null,
  frequency_text_en text not null,
  foreign key (program_id, program_code) references core.program (id, code)
);
create index duty_program on core.duty (program_id);
`;

const links = /* sql */ `
create table core.document_link (
  id bigint generated always as identity primary key,
  document_id bigint not null references core.document (id),
  relation text not null check (relation in ('CITES', 'IMPLEMENTS', 'REPLACES', 'AMENDS', 'EVIDENCE')),
  from_document_id bigint references core.document (id),
  program_id bigint references core.program (id),
  activity_id bigint references core.activity (id),
  plan_id bigint references core.plan (id),
  recorded_by bigint,
  recorded_at timestamptz not null default now(),
  check (num_nonnulls(from_document_id, program_id, activity_id, plan_id) = 1),
  check (from_document_id <> document_id),
  check (relation not in ('REPLACES', 'AMENDS') or from_document_id is not null),
  unique nulls not distinct (document_id, relation, from_document_id, program_id, activity_id, plan_id)
);
create index document_link_from on core.document_link (from_document_id);
create index document_link_program on core.document_link (program_id);
create index document_link_activity on core.document_link (activity_id);
create index document_link_plan on core.document_link (plan_id);
`;

/** The register: plugins, programs and who takes part, documents, plans, activities and duties. */
export const registryMigration: Migration = {
  name: '0005_registry',
  up: programs + documents + plans + activities + links,
  down: /* sql */ `
drop table core.document_link, core.duty, core.activity, core.plan, core.document,
  core.program_participant, core.program, core.plugin;
`,
};

import type { Migration } from '@phoihop/platform';

/**
 * What a plan contains, and what plans and targets were before they were changed. Nothing is deleted: an item that was
 * taken out says with which version of the plan, so that each version can be read as it was.
 */
export const planVersionsMigration: Migration = {
  name: '0027_plan_versions',
  up: /* sql */ `
create table core.plan_item (
  id bigint generated always as identity primary key,
  plan_id bigint not null references core.plan (id),
  target_id bigint references core.target (id),
  activity_id bigint references core.activity (id),
  note text check (btrim(note) <> '' and note is nfc normalized),
  added_version int not null,
  removed_version int check (removed_version > added_version),
  check (num_nonnulls(target_id, activity_id) = 1)
);
create unique index plan_item_target on core.plan_item (plan_id, target_id) where target_id is not null and removed_version is null;
create unique index plan_item_activity on core.plan_item (plan_id, activity_id) where activity_id is not null and removed_version is null;
create index plan_item_of_target on core.plan_item (target_id) where target_id is not null;
create index plan_item_of_activity on core.plan_item (activity_id) where activity_id is not null;

-- Who last said what it contains; like its author, that person does not approve it.
alter table core.plan add column items_by bigint;

create table core.plan_version (
  id bigint generated always as identity primary key,
  plan_id bigint not null references core.plan (id),
  version int not null,
  title text not null,
  state text not null check (state in ('APPROVED', 'ADJUSTED')),
  basis_document_id bigint references core.document (id),
  reason text not null check (btrim(reason) <> ''),
  replaced_at timestamptz not null,
  replaced_by bigint,
  unique (plan_id, version)
);

create table core.target_version (
  id bigint generated always as identity primary key,
  target_id bigint not null references core.target (id),
  version int not null,
  operator text not null,
  value numeric not null,
  value_max numeric,
  deadline date not null,
  reason text not null check (btrim(reason) <> ''),
  replaced_at timestamptz not null,
  replaced_by bigint,
  unique (target_id, version)
);
`,
  down: /* sql */ `
drop table core.target_version, core.plan_version, core.plan_item;
alter table core.plan drop column items_by;
`,
};

import type { Migration } from '@phoihop/platform';

const table = /* sql */ `
create table core.target (
  id bigint generated always as identity primary key,
  code text unique,
  indicator_id bigint not null references core.indicator (id),
  unit_id bigint references core.administrative_unit (id),
  unit_group_id bigint references core.unit_group (id),
  organization_id bigint references core.organization (id),
  home_unit_id bigint not null references core.administrative_unit (id),
  program_id bigint,
  -- Kept where the program's plugin is not installed, and then program_id is null.
  program_code text not null,
  period_id bigint not null references core.period (id),
  operator text not null check (operator in ('AT_LEAST', 'AT_MOST', 'RANGE', 'RELATIVE_INCREASE', 'RELATIVE_DECREASE',
    'ABSOLUTE_CHANGE', 'REACH_STATUS', 'HOLD_EVENTS')),
  value numeric not null,
  value_max numeric check (value_max >= value),
  baseline_kind text not null default 'NONE' check (baseline_kind in ('NONE', 'VALUE', 'SAME_PERIOD_LAST_YEAR', 'UNKNOWN')),
  baseline_value numeric,
  baseline_note_vi text,
  baseline_note_en text,
  deadline date not null,
  path text not null check (path in ('LINEAR', 'SAME_PERIOD_LAST_YEAR', 'NONE')),
  tolerance numeric not null check (tolerance >= 0 and tolerance < 1),
  quote text,
  reading_vi text,
  reading_en text,
  basis_document_id bigint references core.document (id),
  parent_target_id bigint references core.target (id),
  derived_from_id bigint references core.target (id),
  weight numeric check (weight > 0),
  implied boolean not null default false,
  demo boolean not null default false,
  created_by bigint,
  recorded_at timestamptz not null default now(),
  version int not null default 1,
  foreign key (program_id, program_code) references core.program (id, code),
  check (num_nonnulls(unit_id, unit_group_id, organization_id) = 1),
  check (unit_id is null or unit_id = home_unit_id),
  check ((operator = 'RANGE') = (value_max is not null)),
  check ((baseline_kind = 'VALUE') = (baseline_value is not null)),
  check (baseline_kind <> 'NONE' or operator not in ('RELATIVE_INCREASE', 'RELATIVE_DECREASE', 'ABSOLUTE_CHANGE')),
  check (parent_target_id <> id and derived_from_id <> id)
);
create index target_unit on core.target (unit_id, period_id);
create index target_home_unit on core.target (home_unit_id, program_code);
create index target_group on core.target (unit_group_id) where unit_group_id is not null;
create index target_organization on core.target (organization_id) where organization_id is not null;
create index target_indicator on core.target (indicator_id, period_id);
create index target_program on core.target (program_id);
-- Who has a part of a target has one part.
create unique index target_part on core.target (parent_target_id, unit_id, unit_group_id, organization_id) nulls not distinct
  where parent_target_id is not null;
`;

/**
 * What was handed down of a target is a figure of its own: a sum over all parts, whoever of them the caller may see.
 * Single parts are read through the table and its row rules.
 */
const allocation = /* sql */ `
create function core.target_allocated(targets bigint[]) returns table (target_id bigint, parts int, allocated numeric)
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select part.parent_target_id, count(*)::int, sum(part.value)
    from core.target part where part.parent_target_id = any (targets) group by part.parent_target_id
$$;
comment on function core.target_allocated(bigint[]) is 'Number and sum of the parts of targets, over all parts.';
`;

/** What was promised, in figures. */
export const targetsMigration: Migration = {
  name: '0009_targets',
  up: table + allocation,
  down: /* sql */ `
drop function core.target_allocated(bigint[]);
drop table core.target;
`,
};

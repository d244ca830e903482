/** Agreements with their parties and duties, and what follows from them once they are signed. */
export const agreementTablesSql = /* sql */ `
create table core.agreement (
  id bigint generated always as identity primary key,
  -- The unit whose Front keeps it.
  unit_id bigint not null references core.administrative_unit (id),
  program_id bigint,
  program_code text,
  number text check (btrim(number) <> '' and number is nfc normalized),
  cited_as text check (btrim(cited_as) <> '' and cited_as is nfc normalized),
  title text not null check (btrim(title) <> '' and title is nfc normalized),
  signed_on date,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  state text not null default 'DRAFT'
    check (state in ('DRAFT', 'CANCELLED', 'SIGNED', 'CONCLUDED', 'ENDED', 'RENEWED')),
  document_id bigint references core.document (id),
  basis_document_id bigint references core.document (id),
  predecessor_id bigint references core.agreement (id),
  succession text check (succession in ('RENEWS', 'REPLACES', 'AMENDS')),
  -- The parties once more: row rules may not ask the table of parties, whose rule asks this one.
  party_ids bigint[] not null default '{}',
  -- The business date on which it was said to be signed: what was due before is nobody's business here.
  recorded_on date,
  -- The first day on which it no longer holds, where somebody ended or renewed it.
  ended_on date check (ended_on > valid_from and ended_on <= valid_to),
  end_reason text check (btrim(end_reason) <> '' and end_reason is nfc normalized),
  created_by bigint,
  demo boolean not null default false,
  version int not null default 1,
  foreign key (program_id, program_code) references core.program (id, code),
  check ((program_id is null) = (program_code is null)),
  check ((predecessor_id is null) = (succession is null)),
  check (predecessor_id <> id),
  check (state in ('DRAFT', 'CANCELLED')
    or (signed_on is not null and recorded_on is not null and num_nonnulls(number, cited_as) > 0)),
  check ((state in ('ENDED', 'RENEWED')) = (ended_on is not null)),
  check (state not in ('ENDED', 'CANCELLED') or end_reason is not null)
);
create index agreement_unit on core.agreement (unit_id, valid_from);
create index agreement_program on core.agreement (program_id);
create index agreement_predecessor on core.agreement (predecessor_id);
create index agreement_parties on core.agreement using gin (party_ids);
-- A renewal is one; what amends an agreement may be many.
create unique index agreement_renewed_once on core.agreement (predecessor_id)
  where succession = 'RENEWS' and state not in ('DRAFT', 'CANCELLED');

create table core.agreement_party (
  id bigint generated always as identity primary key,
  agreement_id bigint not null references core.agreement (id),
  organization_id bigint not null references core.organization (id),
  role text not null check (role in ('LEAD', 'PARTY')),
  -- Taken out of the draft again.
  dropped boolean not null default false
);
create unique index agreement_party_once on core.agreement_party (agreement_id, organization_id) where not dropped;
create unique index agreement_lead_once on core.agreement_party (agreement_id) where role = 'LEAD' and not dropped;
create index agreement_party_organization on core.agreement_party (organization_id);

create table core.agreement_duty (
  id bigint generated always as identity primary key,
  agreement_id bigint not null references core.agreement (id),
  position int not null check (position >= 1),
  kind text not null check (kind in ('ACTION', 'INTERIM_REVIEW', 'FINAL_REVIEW')),
  owed_by text not null check (owed_by in ('PARTY', 'EACH_PARTY', 'FRONT')),
  organization_id bigint references core.organization (id),
  action text not null check (btrim(action) <> '' and action is nfc normalized),
  recurrence text not null check (recurrence in ('ONCE', 'MONTH', 'QUARTER', 'HALF', 'YEAR')),
  once_on date,
  due_after int not null check (due_after between 0 and 366),
  in_working_days boolean not null,
  notice_days int not null check (notice_days between 0 and 366),
  dropped boolean not null default false,
  demo boolean not null default false,
  check ((owed_by = 'PARTY') = (organization_id is not null)),
  check ((recurrence = 'ONCE') = (once_on is not null)),
  unique (id, agreement_id)
);
create index agreement_duty_of on core.agreement_duty (agreement_id, position);
create index agreement_duty_organization on core.agreement_duty (organization_id) where organization_id is not null;

create table core.agreement_obligation (
  id bigint generated always as identity primary key,
  agreement_id bigint not null references core.agreement (id),
  duty_id bigint not null,
  organization_id bigint not null references core.organization (id),
  -- Null for a duty of one day.
  period_id bigint references core.period (id),
  as_of date not null,
  due_on date not null,
  notice_days int not null,
  holidays_known boolean not null,
  done_on date,
  done_note text check (btrim(done_note) <> '' and done_note is nfc normalized),
  evidence_id bigint references core.document (id),
  done_by bigint,
  waived_at timestamptz,
  waived_by bigint,
  waive_reason text check (btrim(waive_reason) <> '' and waive_reason is nfc normalized),
  lapsed_on date,
  version int not null default 1,
  foreign key (duty_id, agreement_id) references core.agreement_duty (id, agreement_id),
  unique nulls not distinct (duty_id, organization_id, period_id),
  check ((done_on is null) = (done_note is null)),
  check ((waived_at is null) = (waive_reason is null)),
  check (evidence_id is null or done_on is not null),
  check (num_nonnulls(done_on, waived_at, lapsed_on) <= 1)
);
create index agreement_obligation_agreement on core.agreement_obligation (agreement_id, due_on);
create index agreement_obligation_organization on core.agreement_obligation (organization_id, due_on);
create index agreement_obligation_period on core.agreement_obligation (period_id);
create index agreement_obligation_open on core.agreement_obligation (due_on)
  where done_on is null and waived_at is null and lapsed_on is null;

create table core.agreement_review (
  id bigint generated always as identity primary key,
  agreement_id bigint not null references core.agreement (id),
  kind text not null check (kind in ('INTERIM', 'FINAL')),
  held_on date not null,
  conclusion text not null check (btrim(conclusion) <> '' and conclusion is nfc normalized),
  document_id bigint references core.document (id),
  recorded_by bigint,
  recorded_at timestamptz not null default now()
);
create index agreement_review_agreement on core.agreement_review (agreement_id, held_on);
create unique index agreement_final_review_once on core.agreement_review (agreement_id) where kind = 'FINAL';

-- Why an organization takes part in a program: an agreement, or what the register says. One row for each reason.
alter table core.program_participant
  add column agreement_id bigint references core.agreement (id),
  drop constraint one_participation_a_day,
  add constraint one_participation_a_day
    exclude using gist (program_id with =, organization_id with =, (coalesce(agreement_id, 0)) with =,
      daterange(valid_from, valid_to) with &&);
create index program_participant_agreement on core.program_participant (agreement_id) where agreement_id is not null;
`;

/** What was signed does not change, whoever tries: the owner of the tables included. */
export const signedStaysSql = /* sql */ `
create function core.keep_signed_agreement() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  moving constant text[] := '{state,ended_on,end_reason,version}';
begin
  if old.state <> 'DRAFT' and (to_jsonb(old) - moving) is distinct from (to_jsonb(new) - moving) then
    raise insufficient_privilege using message = 'an agreement that was signed does not change: draft one that amends it';
  end if;
  return new;
end
$$;
create trigger keep_signed_agreement before update on core.agreement
  for each row execute function core.keep_signed_agreement();

create function core.keep_signed_content() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  if exists (select from core.agreement where id in (new.agreement_id, old.agreement_id) and state <> 'DRAFT') then
    raise insufficient_privilege using message = 'parties and duties of a signed agreement do not change';
  end if;
  return new;
end
$$;
create trigger keep_signed_content before insert or update on core.agreement_party
  for each row execute function core.keep_signed_content();
create trigger keep_signed_content before insert or update on core.agreement_duty
  for each row execute function core.keep_signed_content();
`;

/**
 * Which organization owes what when, of one agreement or of all that are in force. It runs with the rights of whoever
 * calls it: the owner at every start, and whoever signs. Repeating it changes nothing.
 *
 * - A duty that comes back is owed for every period of its calendar whose last day lies within the term.
 * - Nothing is owed for periods that had ended before the signing was entered here.
 * - Of a duty of the Front, the committee of the unit as it is on the last day owes it; nobody, where there is none.
 */
export const makeAgreementObligations = (frontThatOwes: string): string => /* sql */ `
create function core.make_agreement_obligations(only_of bigint, today date) returns int
  language sql
  set search_path = pg_catalog, pg_temp
as $$
  with standing as (
    select agreement.id, agreement.unit_id, greatest(agreement.valid_from, agreement.recorded_on) as first_day,
        agreement.valid_to - 1 as last_day
      from core.agreement agreement
     where agreement.state in ('SIGNED', 'CONCLUDED') and (only_of is null or agreement.id = only_of)
  ),
  moment as (
    select standing.id as agreement_id, standing.unit_id, duty.id as duty_id, duty.owed_by, duty.organization_id,
        duty.notice_days, duty.due_after, duty.in_working_days, period.id as period_id,
        coalesce(period.ends_on, duty.once_on) as as_of
      from standing
      join core.agreement_duty duty on duty.agreement_id = standing.id and not duty.dropped
      left join core.period period on period.calendar_key = duty.recurrence
       and period.ends_on between standing.first_day and least(standing.last_day, core.obligations_until(today))
     where coalesce(period.ends_on, duty.once_on) >= standing.first_day
  ),
  owed as (
    select moment.*, its.organization as owing
      from moment
      cross join lateral (
        select moment.organization_id as organization where moment.owed_by = 'PARTY'
        union all
        select party.organization_id from core.agreement_party party
         where moment.owed_by = 'EACH_PARTY' and party.agreement_id = moment.agreement_id and not party.dropped
        union all
${frontThatOwes}
      ) as its
  ),
  dated as (
    select owed.*, core.deadline_day(case when owed.in_working_days then 'WORKING_DAYS' else 'CALENDAR_DAYS' end,
        owed.due_after, null, 'NEXT_WORKING_DAY', owed.as_of) as due_on
      from owed
  ),
  made as (
    insert into core.agreement_obligation (agreement_id, duty_id, organization_id, period_id, as_of, due_on, notice_days,
        holidays_known)
    select agreement_id, duty_id, owing, period_id, as_of, due_on, notice_days, core.holidays_known(as_of, due_on)
      from dated order by due_on, duty_id, owing
    on conflict (duty_id, organization_id, period_id) do nothing
    returning id
  )
  select count(*)::int from made
$$;
`;

/** Replaced since (taking-over-migration.ts): the committee of the unit that signed owes, while there is one. */
export const makeAgreementObligationsSql = makeAgreementObligations(/* sql */ `\
        (select version.organization_id from core.organization_version version
          where moment.owed_by = 'FRONT' and version.unit_id = moment.unit_id and version.kind = 'FRONT_COMMITTEE'
            and version.superseded_at is null and version.valid_from <= moment.as_of
            and (version.valid_to is null or version.valid_to > moment.as_of)
          order by version.organization_id limit 1)`);

export const dropAgreementsSql = /* sql */ `
drop function core.make_agreement_obligations(bigint, date);
delete from core.program_participant where agreement_id is not null;
alter table core.program_participant
  drop constraint one_participation_a_day,
  -- Its policies speak of the column; those of the earlier rule are made at the next start.
  drop column agreement_id cascade,
  add constraint one_participation_a_day
    exclude using gist (program_id with =, organization_id with =, daterange(valid_from, valid_to) with &&);
drop table core.agreement_review, core.agreement_obligation, core.agreement_duty, core.agreement_party, core.agreement;
drop function core.keep_signed_agreement();
drop function core.keep_signed_content();
`;

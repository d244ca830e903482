import type { PluginServices, Session } from '@phoihop/platform';
import { makeAgreementObligations } from '../agreements/load.js';
import { demoAgreements, demoExceptions, demoReviews, kept } from './agreements-plan.js';
import { loadWhereChanged } from '../loading/load-where-changed.js';
import { districtCode } from './people-places.js';

/**
 * Enters the agreements of the demonstration in every state, with what was done of them by its business date; all are
 * flagged `demo`. Done once: what people change afterwards is left alone.
 */
export async function loadDemoAgreements({ database, clock, log }: PluginServices): Promise<void> {
  const made = await database.asSystem('load the demonstration’s agreements', (session) =>
    loadWhereChanged(session, {
      key: 'demo-agreements',
      checksum: 'once',
      load: async () => {
        const ids = await draft(session);
        for (const statement of [addParties, addDuties, sign]) await session.query(statement, [ids]);
        const { added } = await makeAgreementObligations(session, clock.businessDate);
        for (const statement of [takePart, moveOn]) await session.query(statement, [ids]);
        await session.query(meet, [ids, JSON.stringify(demoExceptions), clock.businessDate]);
        await session.query(review, [ids, JSON.stringify(demoReviews), clock.businessDate]);
        await session.query(lapse, [ids]);
        return { agreements: demoAgreements.length, obligations: added };
      },
    }),
  );
  if (made) log('demonstration agreements loaded', made);
}

/** Enters them as drafts. @returns them with their ids, as JSON for the statements below. */
async function draft(session: Session): Promise<string> {
  await session.query(addCentralBodies);
  const rows = await session.query<{ key: string; id: number }>(addDrafts, [
    JSON.stringify(demoAgreements),
    districtCode,
  ]);
  const idOf = new Map(rows.map((row) => [row.key, row.id]));
  const numbered = demoAgreements.map((agreement) => ({
    ...agreement,
    id: idOf.get(agreement.key),
    predecessor: agreement.renews ? idOf.get(agreement.renews) : null,
    lead: agreement.parties[0],
    kept,
  }));
  return JSON.stringify(numbered);
}

/** Who signed D-12: no body of the district, and nobody of theirs signs in here. */
const addCentralBodies = /* sql */ `
with given (key, name, kind) as (values
  ('government', 'Chính phủ', 'STATE_BODY'),
  ('front-central-presidium', 'Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam', 'STANDING_COMMITTEE')),
made as (
  insert into core.organization (key, demo) select key, true from given on conflict (key) do nothing returning id, key)
insert into core.organization_version (organization_id, name, kind, unit_id, valid_from)
select made.id, given.name, given.kind, core.country_unit(), '1945-09-02' from made join given using (key)`;

/** In the order of the list, so that the ids are always the same. */
const addDrafts = /* sql */ `
with given as (
  select row_number() over () as nth, its.* from json_to_recordset($1::json) as its
    (key text, program text, number text, "citedAs" text, title text, "signedOn" date, "validFrom" date, "validTo" date,
     document text, basis text)
),
made as (
  insert into core.agreement (unit_id, program_id, program_code, number, cited_as, title, signed_on, valid_from, valid_to,
    document_id, basis_document_id, demo)
  select district.unit_id, program.id, program.code, given.number, given."citedAs", given.title, given."signedOn",
      given."validFrom", given."validTo", document.id, basis.id, true
    from given
    join core.administrative_unit_version district on district.tree = 'ADMIN' and district.code = $2
     and district.superseded_at is null and district.valid_from <= '2021-06-01'
     and (district.valid_to is null or district.valid_to > '2021-06-01')
    left join core.program program on program.code = given.program
    left join core.document document on document.code = given.document
    left join core.document basis on basis.code = given.basis
   order by given.nth
  returning id, title
)
select given.key, made.id from made join given using (title)`;

const given = /* sql */ `json_to_recordset($1::json) as given (id bigint, key text, predecessor bigint, lead text,
  parties text[], duties json, state text, kept date, "endedOn" date, "endReason" text)`;

const addParties = /* sql */ `
with party as (
  select given.id, organization.id as organization_id, its.key = given.lead as leads, its.nth
    from ${given} cross join unnest(given.parties) with ordinality as its (key, nth)
    join core.organization on organization.key = its.key
),
added as (
  insert into core.agreement_party (agreement_id, organization_id, role)
  select id, organization_id, case when leads then 'LEAD' else 'PARTY' end from party order by id, nth
)
update core.agreement set party_ids = its.parties
  from (select id, array_agg(organization_id order by nth) as parties from party group by id) as its
 where its.id = agreement.id`;

const addDuties = /* sql */ `
insert into core.agreement_duty (agreement_id, position, kind, owed_by, organization_id, action, recurrence, once_on, due_after,
  in_working_days, notice_days, demo)
select given.id, row_number() over (partition by given.id), coalesce(duty.kind, 'ACTION'),
    case when organization.id is null then duty.by else 'PARTY' end, organization.id, duty.action, duty.recurrence, duty."on",
    duty."dueAfter", coalesce(duty."workingDays", false), 5, true
  from ${given}
 cross join json_to_recordset(given.duties) as duty
   (kind text, by text, action text, recurrence text, "on" date, "dueAfter" int, "workingDays" boolean)
  left join core.organization on organization.key = duty.by`;

const sign = /* sql */ `
update core.agreement set state = case given.state when 'CANCELLED' then 'CANCELLED' else 'SIGNED' end,
    end_reason = case given.state when 'CANCELLED' then given."endReason" end,
    recorded_on = case given.state when 'CANCELLED' then null else given.kept end,
    predecessor_id = given.predecessor, succession = case when given.predecessor is not null then 'RENEWS' end
  from ${given} where given.id = agreement.id and given.state <> 'DRAFT'`;

const takePart = /* sql */ `
insert into core.program_participant (program_id, program, organization_id, valid_from, valid_to, agreement_id, demo)
select agreement.program_id, agreement.program_code, party.organization_id, agreement.valid_from,
    least(agreement.valid_to, given."endedOn"), agreement.id, true
  from ${given}
  join core.agreement on agreement.id = given.id and agreement.state = 'SIGNED' and agreement.program_id is not null
  join core.agreement_party party on party.agreement_id = agreement.id
 order by party.id`;

const moveOn = /* sql */ `
update core.agreement set state = given.state, ended_on = given."endedOn", end_reason = given."endReason"
  from ${given} where given.id = agreement.id and given.state in ('CONCLUDED', 'ENDED', 'RENEWED')`;

/** Two days before the deadline, but never before the period has ended. */
const meet = /* sql */ `
with exception as (
  select given.id, organization.id as organization_id, its."asOf", its."doneOn", its."waivedOn"
    from json_to_recordset($2::json) as its (agreement text, organization text, "asOf" date, "doneOn" date, "waivedOn" date)
    join ${given} on given.key = its.agreement
    join core.organization on organization.key = its.organization
),
outcome as (
  select owed.id, exception."waivedOn", case when exception.id is null then greatest(owed.due_on - 2, owed.as_of)
      else exception."doneOn" end as done_on
    from core.agreement_obligation owed
    join ${given} on given.id = owed.agreement_id
    left join exception on exception.id = owed.agreement_id and exception.organization_id = owed.organization_id
     and exception."asOf" = owed.as_of
   where given."endedOn" is null or owed.due_on < given."endedOn"
)
update core.agreement_obligation owed
   set done_on = case when outcome."waivedOn" is null then outcome.done_on end,
     done_note = case when outcome."waivedOn" is null and outcome.done_on is not null then 'Minh họa: đã gửi báo cáo.' end,
     waived_at = (outcome."waivedOn" + time '08:00') at time zone 'Asia/Ho_Chi_Minh',
     waive_reason = case when outcome."waivedOn" is not null then 'Minh họa: tổ chức đang kiện toàn bộ máy.' end
  from outcome where outcome.id = owed.id and coalesce(outcome."waivedOn", outcome.done_on) <= $3::date`;

const review = /* sql */ `
with held as (
  insert into core.agreement_review (agreement_id, kind, held_on, conclusion)
  select given.id, its.kind, its."heldOn", its.conclusion
    from json_to_recordset($2::json) as its (agreement text, kind text, "heldOn" date, conclusion text)
    join ${given} on given.key = its.agreement
   where its."heldOn" <= $3::date
  returning agreement_id, kind, held_on, conclusion
)
update core.agreement_obligation owed set done_on = held.held_on, done_note = held.conclusion
  from held join core.agreement_duty duty on duty.agreement_id = held.agreement_id and duty.kind = held.kind || '_REVIEW'
 where owed.duty_id = duty.id and owed.as_of <= held.held_on + 40 and owed.waived_at is null`;

const lapse = /* sql */ `
update core.agreement_obligation owed set lapsed_on = given."endedOn"
  from ${given} where given.id = owed.agreement_id and owed.due_on >= given."endedOn" and owed.done_on is null
   and owed.waived_at is null`;

import type { Session } from '@phoihop/platform';
import { demoProposals, type DemoProposal } from './proposals-plan.js';

interface DemoStep {
  readonly action: string;
  readonly by: string;
  readonly on: string;
  readonly reason?: string;
}

/** Stands for the officer in charge of the unit’s cluster; of the district itself nobody is. */
const OFFICER = 'officer';

/** The same number of days later, within the days that are known. */
const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

const why = 'Hồ sơ chưa đủ minh chứng (minh họa).';

/** What must have been done for a proposal to be where it is. */
function stepsOf(one: DemoProposal): DemoStep[] {
  const { state, nominatedOn: first, nominatedBy, decision, awardedOn, revocation } = one;
  const nominate = { action: 'NOMINATE', by: nominatedBy, on: first };
  const returned = { action: 'RETURN', by: OFFICER, on: later(first, 3), reason: why };
  const check = { action: 'CHECK', by: OFFICER, on: later(first, 4) };
  const open = { action: 'OPEN_VOTE', by: 'standing', on: later(first, 7) };
  const recommend = { action: 'RECOMMEND', by: 'standing', on: later(first, 10) };
  const refuse = {
    action: 'REFUSE',
    by: 'standing',
    on: later(first, 10),
    reason: 'Hội đồng không thống nhất (minh họa).',
  };
  const decide = decision ? [{ action: 'DECIDE', by: 'standing.deputy', on: decision.on }] : [];
  const award = awardedOn ? [{ action: 'AWARD', by: 'standing', on: awardedOn }] : [];
  const revoke = revocation
    ? [
        {
          action: 'REVOKE',
          by: 'standing',
          on: revocation.on,
          reason: 'Kê khai thành tích không đúng sự thật (minh họa).',
        },
      ]
    : [];
  const ways: Readonly<Record<string, DemoStep[]>> = {
    NOMINATED: [nominate],
    RETURNED: [nominate, returned],
    CHECKED: [nominate, check],
    COUNCIL: [nominate, check, open],
    REFUSED: [nominate, check, open, refuse],
  };
  return ways[state] ?? [nominate, check, open, recommend, ...decide, ...award, ...revoke];
}

/** Enters the invented proposals with their steps, opinions and votes. */
export async function insertProposals(session: Session): Promise<void> {
  const facts = demoProposals.map((one, place) => ({
    ...one,
    place,
    subject: one.organization ? 'ORGANIZATION' : one.person || one.personName ? 'PERSON' : 'UNIT',
    steps: stepsOf(one),
    votedOn: later(one.nominatedOn, 9),
    opinions: one.opinions ?? [],
    opinionOn: later(one.nominatedOn, 6),
  }));
  const given = JSON.stringify(facts);
  for (const statement of [proposals, steps, opinions, votes]) await session.query(statement, [given]);
}

const given = /* sql */ `
given as (
  select its.*, version.unit_id, version.parent_id, version.kind
    from jsonb_to_recordset($1::jsonb) as its (place int, unit text, year int, subject text, organization text, person text, "personName" text,
      achievement text, title text, "rewardForm" text, state text, "nominatedOn" date, "nominatedBy" text, decision jsonb, "awardedOn" date,
      revocation jsonb, vote boolean, "votedOn" date, steps jsonb, opinions jsonb, "opinionOn" date)
    join core.administrative_unit_version version on version.tree = 'ADMIN' and version.code = its.unit and version.superseded_at is null
     and version.valid_from <= '2021-06-01' and (version.valid_to is null or version.valid_to > '2021-06-01')
)`;

const entered = /* sql */ `
${given},
entered as (
  select given.*, proposal.id as proposal_id from given
    join emulation_awards.proposal proposal on proposal.demo and proposal.unit_id = given.unit_id and proposal.achievement = given.achievement
)`;

const proposals = /* sql */ `
with ${given}
insert into emulation_awards.proposal (unit_id, district_id, year, subject, organization_id, person_id, person_name, achievement, title_id,
  reward_form_id, state, nominated_on, nominated_by, decision_number, decided_on, awarded_on, revoked_on, revocation_number, demo)
select given.unit_id, case when given.kind in ('COMMUNE', 'TOWN') then given.parent_id else given.unit_id end, given.year, given.subject,
    organization.id, person.id, coalesce(given."personName", person.full_name), given.achievement, title.id, form.id, given.state,
    given."nominatedOn", nominator.id, given.decision ->> 'number', (given.decision ->> 'on')::date, given."awardedOn",
    (given.revocation ->> 'on')::date, given.revocation ->> 'number', true
  from given
  left join core.organization organization on organization.key = given.organization
  left join core.user_account account on account.username = given.person
  left join core.person person on person.id = account.person_id
  left join core.user_account nominator on nominator.username = given."nominatedBy"
  left join emulation_awards.title title on title.code = given.title and title.subject = given.subject and title.valid_from <= '2021-01-01'
   and title.valid_to > '2021-12-31'
  left join emulation_awards.reward_form form on form.code = given."rewardForm" and form.subject = given.subject and form.valid_from <= '2021-01-01'
   and form.valid_to > '2021-12-31'
 order by given.place`;

const steps = /* sql */ `
with ${entered},
officer as (
  select member.unit_id, max(its.user_id) as user_id
    from core.assignment its join core.role role on role.id = its.role_id and role.code = 'district-officer'
    join core.unit_group_member member on member.group_id = its.group_id
   where its.demo group by member.unit_id
)
insert into emulation_awards.proposal_step (proposal_id, unit_id, action, reason, taken_at, taken_on, taken_by, demo)
select entered.proposal_id, entered.unit_id, step ->> 'action', step ->> 'reason', ((step ->> 'on')::date + time '08:00') at time zone 'Asia/Ho_Chi_Minh',
    (step ->> 'on')::date, case when step ->> 'by' = '${OFFICER}' then officer.user_id else account.id end, true
  from entered cross join lateral jsonb_array_elements(entered.steps) with ordinality as its (step, n)
  left join core.user_account account on account.username = step ->> 'by'
  left join officer on officer.unit_id = entered.unit_id
 order by entered.place, its.n`;

const opinions = /* sql */ `
with ${entered}
insert into emulation_awards.opinion (proposal_id, unit_id, organization_id, in_favor, content, given_on, demo)
select entered.proposal_id, entered.unit_id, organization.id, (opinion ->> 'inFavor')::boolean, opinion ->> 'content', entered."opinionOn", true
  from entered cross join lateral jsonb_array_elements(entered.opinions) with ordinality as its (opinion, n)
  left join core.organization organization on organization.key = opinion ->> 'organization'
 order by entered.place, its.n`;

const votes = /* sql */ `
with ${entered}
insert into emulation_awards.council_vote (proposal_id, unit_id, voter_id, in_favor, note, voted_on, demo)
select entered.proposal_id, entered.unit_id, account.id, entered.vote, case when not entered.vote then 'Chưa đủ nổi bật (minh họa).' end,
    entered."votedOn", true
  from entered join core.user_account account on account.username = 'council'
 where entered.vote is not null order by entered.place`;

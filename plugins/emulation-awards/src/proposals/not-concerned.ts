import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { assignmentsOfPerson } from '../assignments-of-person.js';
import { mayMean, mentions } from './names.js';

/**
 * Nobody judges the own case: not the person who is proposed, nobody who acts for the organization that is proposed, and
 * nobody whose organization sits in the unit that is proposed; whichever account is used. Who is proposed by name alone
 * may be whoever has that name, or a part of it, with whatever additions: a namesake leaves it to somebody else. A name
 * that is an organization’s is that organization.
 * @throws ProblemError EMULATION_OWN_CASE
 */
export async function requireNotConcerned(context: RequestContext, proposal: Row): Promise<void> {
  const [answer] = await context.session.query<{ own: boolean }>(
    `with mine as (select organization as id from ${assignmentsOfPerson} its where organization is not null and cardinality(paths) > 0)
     select coalesce(its.person_id = core.caller_person(), false)
         or (its.person_id is null and exists (
           select from core.person me where me.id = core.caller_person() and ${mayMean('its.person_name', 'me.full_name')}))
         or (its.person_id is null and exists (
           select from core.organization_version known
            where known.organization_id in (select id from mine) and known.superseded_at is null and known.valid_from <= $2::date
              and (known.valid_to is null or known.valid_to > $2::date) and ${mentions('its.person_name', 'known.name')}))
         or coalesce(its.organization_id in (select id from mine), false)
         or (its.subject = 'UNIT' and exists (
           select from core.organization_version sits
            where sits.organization_id in (select id from mine) and sits.unit_id = its.unit_id and sits.superseded_at is null
              and sits.valid_from <= $2::date and (sits.valid_to is null or sits.valid_to > $2::date))) as own
       from emulation_awards.proposal its where its.id = $1`,
    [proposal.id, context.clock.businessDate],
  );
  if (answer?.own)
    throw new ProblemError('EMULATION_OWN_CASE', { field: 'input.proposal', given: proposal['subject'] });
}

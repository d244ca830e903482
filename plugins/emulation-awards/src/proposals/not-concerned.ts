import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';

/**
 * Nobody judges the own case: not the person who is proposed, nobody who acts for the organization that is proposed, and
 * nobody whose organization sits in the unit that is proposed.
 * @throws ProblemError EMULATION_OWN_CASE
 */
export async function requireNotConcerned(context: RequestContext, proposal: Row): Promise<void> {
  const [answer] = await context.session.query<{ own: boolean }>(
    `select coalesce(its.person_id = core.caller_person(), false)
         or coalesce(its.organization_id = any (core.own_organizations()), false)
         or (its.subject = 'UNIT' and exists (
           select from core.organization_version sits
            where sits.organization_id = any (core.own_organizations()) and sits.unit_id = its.unit_id and sits.superseded_at is null
              and sits.valid_from <= $2::date and (sits.valid_to is null or sits.valid_to > $2::date))) as own
       from emulation_awards.proposal its where its.id = $1`,
    [proposal.id, context.clock.businessDate],
  );
  if (answer?.own)
    throw new ProblemError('EMULATION_OWN_CASE', { field: 'input.proposal', given: proposal['subject'] });
}

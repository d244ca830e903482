import { requireAnotherPerson, requiredText, requireReason } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireNotConcerned } from './not-concerned.js';
import { Opinion } from './opinion.js';
import { proposalAt, takeProposalStep, takersOf } from './proposal-at.js';
import {
  GiveOpinionInput,
  ProposalReasonInput,
  ProposalStepInput,
  ResubmitProposalInput,
} from './proposal-inputs.js';
import { Proposal } from './proposal.js';

@Resolver()
export class DossierResolver {
  @Mutation(() => Proposal, {
    nullable: true,
    description: 'Finds the dossier of a proposal in order; by another person than proposed it.',
  })
  async emulationAwardsCheckDossier(
    @Arg('input', () => ProposalStepInput, { description: 'The proposal and the version seen.' })
    input: ProposalStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = 'emulationAwardsCheckDossier';
    const proposal = await proposalAt(context, input.proposal, step);
    const before = await takersOf(context, proposal.id, ['NOMINATE', 'RESUBMIT']);
    await requireAnotherPerson(context, before, 'input.proposal');
    await requireNotConcerned(context, proposal);
    return takeProposalStep(context, proposal, step, input);
  }

  @Mutation(() => Proposal, {
    nullable: true,
    description: 'Sends a proposal back with a reason, to be mended.',
  })
  async emulationAwardsReturnProposal(
    @Arg('input', () => ProposalReasonInput, { description: 'The proposal, the version seen, and why.' })
    input: ProposalReasonInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = 'emulationAwardsReturnProposal';
    const proposal = await proposalAt(context, input.proposal, step);
    return takeProposalStep(context, proposal, step, input, { reason: requireReason(input.reason) });
  }

  @Mutation(() => Proposal, {
    nullable: true,
    description: 'Proposes again what was returned, with better words where they were asked for.',
  })
  async emulationAwardsResubmitProposal(
    @Arg('input', () => ResubmitProposalInput, {
      description: 'The proposal, the version seen, and what is better.',
    })
    input: ResubmitProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = 'emulationAwardsResubmitProposal';
    const proposal = await proposalAt(context, input.proposal, step);
    const words = input.achievement ?? null;
    if (words === null) return takeProposalStep(context, proposal, step, input);
    const achievement = requiredText(words, 'input.achievement', { minimum: 10, maximum: 4000 });
    await requireNoOther(context, proposal.id, achievement);
    return takeProposalStep(context, proposal, step, input, { set: { achievement } });
  }

  @Mutation(() => Opinion, {
    nullable: true,
    description: 'Gives an opinion on a proposal whose dossier is in order, before the council votes.',
  })
  async emulationAwardsGiveOpinion(
    @Arg('input', () => GiveOpinionInput, { description: 'On which proposal, and what one thinks.' })
    input: GiveOpinionInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const proposal = await proposalAt(context, input.proposal, 'emulationAwardsGiveOpinion');
    await requireNotConcerned(context, proposal);
    const content = requiredText(input.content, 'input.content', { minimum: 3, maximum: 2000 });
    const [made] = await context.session.query<{ id: number }>(
      `insert into emulation_awards.opinion (proposal_id, unit_id, organization_id, in_favor, content, given_on, given_by)
       values ($1, $2, (select case when cardinality(own) = 1 then own[1] end from core.own_organizations() as own), $3, $4, $5, $6)
       returning id`,
      [
        proposal.id,
        proposal['unit'],
        input.inFavor,
        content,
        context.clock.businessDate,
        context.caller.userId,
      ],
    );
    await context.audit('emulation-awards:give-opinion', { type: 'EmulationAwardsOpinion', id: made!.id });
    return made!.id;
  }
}

/** @throws ProblemError EMULATION_HONORED_ALREADY where the same subject has a reward for these words already. */
async function requireNoOther(context: RequestContext, proposal: number, achievement: string): Promise<void> {
  const others = await context.session.query(
    `select from emulation_awards.proposal its
       join emulation_awards.proposal other on other.unit_id = its.unit_id and other.subject = its.subject and other.year = its.year
        and other.organization_id is not distinct from its.organization_id and other.id <> its.id
        and core.search_key(other.person_name) is not distinct from core.search_key(its.person_name)
        and other.reward_form_id is not null and other.state not in ('REFUSED', 'REVOKED')
        and core.search_key(other.achievement) = core.search_key($2)
      where its.id = $1 and its.reward_form_id is not null`,
    [proposal, achievement],
  );
  if (others.length > 0)
    throw new ProblemError('EMULATION_HONORED_ALREADY', {
      field: 'input.achievement',
      given: others.length,
      allowed: 1,
    });
}

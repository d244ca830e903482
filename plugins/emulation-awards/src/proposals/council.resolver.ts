import { optionalText, requireAnotherPerson, requireReason } from '@phoihop/core';
import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { CouncilVote } from './council-vote.js';
import { requireNotConcerned } from './not-concerned.js';
import { proposalAt, takeProposalStep } from './proposal-at.js';
import { CouncilVoteInput, ProposalReasonInput, ProposalStepInput } from './proposal-inputs.js';
import { Proposal } from './proposal.js';

@Resolver()
export class CouncilResolver {
  @Mutation(() => Proposal, {
    nullable: true,
    description: 'Puts a proposal to the vote of the emulation council.',
  })
  async emulationAwardsOpenCouncilVote(
    @Arg('input', () => ProposalStepInput, { description: 'The proposal and the version seen.' })
    input: ProposalStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = 'emulationAwardsOpenCouncilVote';
    const proposal = await proposalAt(context, input.proposal, step);
    return takeProposalStep(context, proposal, step, input);
  }

  @Mutation(() => CouncilVote, {
    nullable: true,
    description:
      'Casts the vote of a member of the emulation council: once, and not on oneself, the own organization or the own unit.',
  })
  async emulationAwardsCouncilVote(
    @Arg('input', () => CouncilVoteInput, { description: 'On which proposal, and how.' })
    input: CouncilVoteInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const field = 'input.proposal';
    const proposal = await proposalAt(context, input.proposal, 'emulationAwardsCouncilVote');
    await requireNotConcerned(context, proposal);
    const note = optionalText(input.note, 'input.note', { maximum: 1000 });
    const before = await context.session.query<{ voter_id: number }>(
      'select voter_id from emulation_awards.council_vote where proposal_id = $1',
      [proposal.id],
    );
    const voters = before.map(({ voter_id: voter }) => voter);
    const again = () => new ProblemError('EMULATION_VOTED', { field, given: 1, allowed: 1 });
    if (voters.includes(context.caller.userId!)) throw again();
    await requireAnotherPerson(context, voters, field);
    const [made] = await context.session.query<{ id: number }>(
      `insert into emulation_awards.council_vote (proposal_id, unit_id, voter_id, in_favor, note, voted_on)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
      [proposal.id, proposal['unit'], context.caller.userId, input.inFavor, note, context.clock.businessDate],
    );
    if (!made) throw again();
    await context.audit('emulation-awards:council-vote', { type: 'EmulationAwardsCouncilVote', id: made.id });
    return made.id;
  }

  @Mutation(() => Proposal, {
    nullable: true,
    description: 'Closes the council’s vote on a proposal that reached the share its title or reward takes.',
  })
  async emulationAwardsRecommendProposal(
    @Arg('input', () => ProposalStepInput, { description: 'The proposal and the version seen.' })
    input: ProposalStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = 'emulationAwardsRecommendProposal';
    const proposal = await proposalAt(context, input.proposal, step);
    await requireShare(context, proposal);
    return takeProposalStep(context, proposal, step, input);
  }

  @Mutation(() => Proposal, {
    nullable: true,
    description: 'Refuses a proposal with a reason; it goes no further.',
  })
  async emulationAwardsRefuseProposal(
    @Arg('input', () => ProposalReasonInput, { description: 'The proposal, the version seen, and why.' })
    input: ProposalReasonInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = 'emulationAwardsRefuseProposal';
    const proposal = await proposalAt(context, input.proposal, step);
    return takeProposalStep(context, proposal, step, input, { reason: requireReason(input.reason) });
  }
}

/** @throws ProblemError EMULATION_VOTES_TOO_FEW where too few of the votes that were cast are in favor, or none was. */
async function requireShare({ session }: RequestContext, proposal: Row): Promise<void> {
  const [votes] = await session.query<{ cast: number; favor: number; needed: string; enough: boolean }>(
    `select cast_votes::int as cast, favor::int as favor, needed::text, cast_votes > 0 and favor >= needed * cast_votes as enough
       from (select count(*) as cast_votes, count(*) filter (where in_favor) as favor
               from emulation_awards.council_vote where proposal_id = $1) votes
      cross join (
        select coalesce(title.needed_share, form.needed_share) as needed from emulation_awards.proposal its
          left join emulation_awards.title title on title.id = its.title_id
          left join emulation_awards.reward_form form on form.id = its.reward_form_id
         where its.id = $1) honor`,
    [proposal.id],
  );
  const { cast, favor, needed, enough } = votes!;
  if (enough) return;
  throw new ProblemError('EMULATION_VOTES_TOO_FEW', {
    field: 'input.proposal',
    given: `${favor}/${cast}`,
    allowed: `≥ ${needed}`,
  });
}

import {
  Document,
  found,
  refuse,
  requireAnotherPerson,
  requiredText,
  requirePastDay,
  requireReason,
} from '@phoihop/core';
import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { deriveAwards } from '../derive-figures.js';
import { requireNotConcerned } from './not-concerned.js';
import { proposalAt, takeProposalStep, takersOf } from './proposal-at.js';
import { AwardProposalInput, DecideProposalInput, RevokeProposalInput } from './proposal-inputs.js';
import { Proposal } from './proposal.js';

const numberBounds = { minimum: 1, maximum: 60 };

@Resolver()
export class DecisionResolver {
  @Mutation(() => Proposal, {
    nullable: true,
    description:
      'Decides on a title or reward that the council recommends, with number and date; by another person than proposed it or checked the dossier.',
  })
  async emulationAwardsDecideProposal(
    @Arg('input', () => DecideProposalInput, {
      description: 'The proposal, the version seen, and the decision.',
    })
    input: DecideProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = 'emulationAwardsDecideProposal';
    const document = input.document ? await found(context, Document, input.document, 'input.document') : null;
    const proposal = await proposalAt(context, input.proposal, step);
    const before = await takersOf(context, proposal.id, ['NOMINATE', 'RESUBMIT', 'CHECK']);
    await requireAnotherPerson(context, before, 'input.proposal');
    await requireNotConcerned(context, proposal);
    const number = requiredText(input.decisionNumber, 'input.decisionNumber', numberBounds);
    const decidedOn = requirePastDay(context, input.decidedOn, 'input.decidedOn');
    requireNotBefore(decidedOn, proposal['nominatedOn'], 'input.decidedOn');
    await requireHonorOn(context, proposal, decidedOn);
    const id = await takeProposalStep(context, proposal, step, input, {
      set: { decision_number: number, decided_on: decidedOn, document_id: document?.id ?? null },
    });
    await deriveAwards(context, { unitId: proposal['district'] as number, year: yearOf(decidedOn) });
    return id;
  }

  @Mutation(() => Proposal, {
    nullable: true,
    description: 'Records that a title or reward was handed over.',
  })
  async emulationAwardsAwardProposal(
    @Arg('input', () => AwardProposalInput, { description: 'The proposal, the version seen, and the day.' })
    input: AwardProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = 'emulationAwardsAwardProposal';
    const proposal = await proposalAt(context, input.proposal, step);
    const awardedOn = requirePastDay(context, input.awardedOn, 'input.awardedOn');
    requireNotBefore(awardedOn, proposal['decidedOn'], 'input.awardedOn');
    return takeProposalStep(context, proposal, step, input, { set: { awarded_on: awardedOn } });
  }

  @Mutation(() => Proposal, {
    nullable: true,
    description:
      'Takes back a title or reward that was obtained by fraud, by a decision of its own. Decision, award and steps stay to be read.',
  })
  async emulationAwardsRevokeProposal(
    @Arg('input', () => RevokeProposalInput, {
      description: 'The proposal, the version seen, and the decision with its reason.',
    })
    input: RevokeProposalInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const step = 'emulationAwardsRevokeProposal';
    const proposal = await proposalAt(context, input.proposal, step);
    const number = requiredText(input.revocationNumber, 'input.revocationNumber', numberBounds);
    const id = await takeProposalStep(context, proposal, step, input, {
      reason: requireReason(input.reason),
      set: { revocation_number: number, revoked_on: context.clock.businessDate },
    });
    const year = yearOf(proposal['decidedOn'] as string);
    await deriveAwards(context, { unitId: proposal['district'] as number, year });
    return id;
  }
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

function requireNotBefore(day: string, first: unknown, field: string): void {
  if (day < (first as string)) refuse(field, day, `≥ ${first as string}`);
}

/** @throws ProblemError EMULATION_HONOR_UNKNOWN where the law of the decision’s day does not know the honor. */
async function requireHonorOn({ session }: RequestContext, proposal: Row, on: string): Promise<void> {
  const [table, id] = proposal['title']
    ? ['title', proposal['title']]
    : ['reward_form', proposal['rewardForm']];
  const [honor] = await session.query<{ code: string; known: boolean; from: string; to: string | null }>(
    `select code, valid_from <= $2::date and (valid_to is null or valid_to > $2::date) as known, valid_from::text as "from", valid_to::text as "to"
       from emulation_awards.${table as string} where id = $1`,
    [id, on],
  );
  if (honor!.known) return;
  throw new ProblemError('EMULATION_HONOR_UNKNOWN', {
    field: 'input.decidedOn',
    given: honor!.code,
    on,
    subject: proposal['subject'],
    allowed: `${honor!.from} – ${honor!.to ?? '…'}`,
  });
}

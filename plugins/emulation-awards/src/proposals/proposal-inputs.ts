import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { SubjectKind } from '../honors/subject-kind.js';

const keyWords = 'UUID under which a repeated request has no second effect.';
const idWords = 'Global id of the proposal.';
const versionWords = 'The version that was seen; another one since then answers CONFLICT.';

@InputType('EmulationAwardsNominateInput', { description: 'Who is proposed for what, and why.' })
export class NominateInput {
  @Field(() => ID, {
    description:
      'Global id of the unit that is proposed, or to which the organization or person belongs: a commune, ward, town or district.',
  })
  unit!: string;

  @Field(() => SubjectKind, {
    description: 'Whether the unit itself is proposed, an organization, or a person.',
  })
  subject!: SubjectKind;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the organization, where one is proposed; it sits in the unit.',
  })
  organization?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the person, where a person with a record is proposed: so that nobody votes on the own proposal.',
  })
  person?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Name of the person, where one without a record is proposed; 2 to 120 characters. Whom the directory has, as far as the caller sees it, is proposed by `person`, and an organization by `organization`.',
  })
  personName?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True where the caller has made sure that `personName` is somebody else than the person of that name in the directory; kept in the audit trail.',
  })
  namesake?: boolean | null;

  @Field(() => Int, { description: 'Calendar year of the achievement; not after that of the business date.' })
  year!: number;

  @Field(() => String, {
    description: 'What was achieved; 10 to 4000 characters. One achievement has one reward.',
  })
  achievement!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of a title in force. Either this or `rewardForm`: a title is not a reward.',
  })
  title?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Code of a form of reward in force. Either this or `title`.',
  })
  rewardForm?: string | null;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsProposalStepInput', { description: 'The proposal that goes one step on.' })
export class ProposalStepInput {
  @Field(() => ID, { description: idWords })
  proposal!: string;

  @Field(() => Int, { description: versionWords })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsProposalReasonInput', {
  description: 'The proposal that is returned or refused, and why.',
})
export class ProposalReasonInput extends ProposalStepInput {
  @Field(() => String, { description: 'Why; 3 to 500 characters, shown with the step.' })
  reason!: string;
}

@InputType('EmulationAwardsResubmitProposalInput', { description: 'A proposal that was returned, mended.' })
export class ResubmitProposalInput extends ProposalStepInput {
  @Field(() => String, {
    nullable: true,
    description: 'What was achieved, in better words; 10 to 4000 characters. Unchanged when not given.',
  })
  achievement?: string | null;
}

@InputType('EmulationAwardsGiveOpinionInput', { description: 'What somebody thinks of a proposal.' })
export class GiveOpinionInput {
  @Field(() => ID, { description: idWords })
  proposal!: string;

  @Field(() => Boolean, { description: 'Whether the opinion is in favor.' })
  inFavor!: boolean;

  @Field(() => String, { description: 'The opinion in words; 3 to 2000 characters.' })
  content!: string;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsCouncilVoteInput', {
  description: 'The one vote of a council member on a proposal.',
})
export class CouncilVoteInput {
  @Field(() => ID, { description: idWords })
  proposal!: string;

  @Field(() => Boolean, { description: 'Whether the member votes for the proposal.' })
  inFavor!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What the member says to it; at most 1000 characters.',
  })
  note?: string | null;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsDecideProposalInput', { description: 'The decision on a title or reward.' })
export class DecideProposalInput extends ProposalStepInput {
  @Field(() => String, { description: 'Number of the decision as written on it; 1 to 60 characters.' })
  decisionNumber!: string;

  @Field(() => DateScalar, {
    description:
      'Day of the decision: from the day of the proposal to the business date. The law of that day must know the honor.',
  })
  decidedOn!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the decision among the documents, where it was entered there.',
  })
  document?: string | null;
}

@InputType('EmulationAwardsAwardProposalInput', { description: 'When a title or reward was handed over.' })
export class AwardProposalInput extends ProposalStepInput {
  @Field(() => DateScalar, {
    description: 'Day of the handing over: from the decision to the business date.',
  })
  awardedOn!: string;
}

@InputType('EmulationAwardsRevokeProposalInput', {
  description: 'The decision that takes a title or reward back.',
})
export class RevokeProposalInput extends ProposalReasonInput {
  @Field(() => String, { description: 'Number of the decision that takes it back; 1 to 60 characters.' })
  revocationNumber!: string;
}

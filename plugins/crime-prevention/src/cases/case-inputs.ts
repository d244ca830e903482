import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CaseProgress } from './case-state.js';

const key = {
  nullable: true,
  description: 'UUID under which a repeated request has no second effect.',
} as const;
const seen = {
  description: 'The version that was seen; another one since then answers CONFLICT.',
} as const;
const which = { description: 'Global id of the case.' } as const;

@InputType('CrimePreventionOpenCaseInput', { description: 'Somebody who should be helped in the community.' })
export class OpenCaseInput {
  @Field(() => ID, { description: 'Global id of the residential area or commune the person lives in.' })
  unit!: string;

  @Field(() => String, { description: 'Who it is; 2 to 120 characters; sealed.' })
  personName!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Year of birth, where known; 1900 to the year of the business date.',
  })
  birthYear?: number | null;

  @Field(() => String, { nullable: true, description: 'Where the person lives; at most 200 characters.' })
  address?: string | null;

  @Field(() => String, {
    description: 'Why the person is helped: a code of the list CASE_GROUND, as RELEASED.',
  })
  ground!: string;

  @Field(() => DateScalar, {
    description: 'The day on which the case is opened, not after the business date.',
  })
  openedOn!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionAssignCaseInput', { description: 'Who is charged with helping.' })
export class AssignCaseInput {
  @Field(() => ID, which)
  rehabilitationCase!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => ID, {
    description:
      'Global id of the account of the helper: somebody else than who assigns, with the right to handle cases there.',
  })
  handler!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionReviewCaseInput', { description: 'What the helper has seen.' })
export class ReviewCaseInput {
  @Field(() => ID, which)
  rehabilitationCase!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => DateScalar, {
    description: 'The day it speaks of: not before the helper was charged, not after the business date.',
  })
  reviewedOn!: string;

  @Field(() => CaseProgress, { description: 'How the person gets on.' })
  progress!: CaseProgress;

  @Field(() => String, { description: 'What was seen; 3 to 2000 characters.' })
  note!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionCompleteCaseInput', { description: 'How the help came to its goal.' })
export class CompleteCaseInput {
  @Field(() => ID, which)
  rehabilitationCase!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, { description: 'How the person stands now; 1 to 500 characters; sealed.' })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionStopCaseInput', { description: 'Why the help ends before its goal.' })
export class StopCaseInput {
  @Field(() => ID, which)
  rehabilitationCase!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, { description: 'Why it ends; 1 to 500 characters; sealed.' })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionTransferCaseInput', { description: 'Where the person has moved to.' })
export class TransferCaseInput {
  @Field(() => ID, which)
  rehabilitationCase!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => ID, {
    description: 'Global id of the commune, ward or town that goes on; another than the present.',
  })
  transferTo!: string;

  @Field(() => String, { description: 'What the other commune is told; 1 to 500 characters; sealed.' })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommitmentResult } from './commitment-state.js';

const key = {
  nullable: true,
  description: 'UUID under which a repeated request has no second effect.',
} as const;
const seen = {
  description: 'The version that was seen; another one since then answers CONFLICT.',
} as const;
const which = { description: 'Global id of the commitment.' } as const;

@InputType('EnvironmentRecordCommitmentInput', { description: 'What a religious organization has pledged.' })
export class RecordCommitmentInput {
  @Field(() => ID, {
    description: 'Global id of the commune, ward, town or residential area it was pledged for.',
  })
  unit!: string;

  @Field(() => ID, { description: 'Global id of the organization, which was a religious one on that day.' })
  organization!: string;

  @Field(() => String, { description: 'What was pledged, word for word; 10 to 2000 characters.' })
  pledge!: string;

  @Field(() => DateScalar, { description: 'The day on which it was pledged, not after the business date.' })
  since!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('EnvironmentReviewCommitmentInput', { description: 'How a commitment was kept in a year.' })
export class ReviewCommitmentInput {
  @Field(() => ID, which)
  environmentCommitment!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => Int, { description: 'The year: from that of the pledge to that of the business date.' })
  year!: number;

  @Field(() => CommitmentResult, { description: 'How it was kept.' })
  result!: CommitmentResult;

  @Field(() => String, { description: 'What was seen; 3 to 1000 characters.' })
  note!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('EnvironmentEndCommitmentInput', { description: 'A commitment that no longer stands.' })
export class EndCommitmentInput {
  @Field(() => ID, which)
  environmentCommitment!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => DateScalar, {
    description:
      'The first day on which it no longer stands: after it was pledged, not after the business date.',
  })
  endedOn!: string;

  @Field(() => String, { description: 'Why it ended; 1 to 500 characters, shown with it.' })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

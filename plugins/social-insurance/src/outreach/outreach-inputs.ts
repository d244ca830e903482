import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType('SocialInsuranceRecordOutreachInput', {
  description: 'A meeting or round of house calls that has been held.',
})
export class RecordOutreachInput {
  @Field(() => ID, {
    description: 'Global id of the commune, ward, town or residential area where it was held.',
  })
  unit!: string;

  @Field(() => DateScalar, { description: 'The day it was held; not after the business date.' })
  heldOn!: string;

  @Field(() => String, { description: 'What was spoken about; 3 to 500 characters.' })
  topic!: string;

  @Field(() => Int, { description: 'People who came or were called on; 0 to 100000.' })
  attendance!: number;

  @Field(() => Int, { description: 'People who registered there and then; at most the attendance.' })
  registered!: number;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('SocialInsuranceCorrectOutreachInput', {
  description: 'What was recorded wrongly of a session: what is not given stays as it is.',
})
export class CorrectOutreachInput {
  @Field(() => ID, { description: 'Global id of the session.' })
  session!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => DateScalar, { nullable: true, description: 'The right day; not after the business date.' })
  heldOn?: string | null;

  @Field(() => String, { nullable: true, description: 'The right topic; 3 to 500 characters.' })
  topic?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The right number of people who came or were called on; 0 to 100000.',
  })
  attendance?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The right number of people who registered; at most the attendance.',
  })
  registered?: number | null;

  @Field(() => String, {
    description: 'Why it was wrong; 3 to 500 characters, kept in the audit trail with the old figures.',
  })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('SocialInsuranceWithdrawOutreachInput', {
  description: 'A session that should not have been recorded.',
})
export class WithdrawOutreachInput {
  @Field(() => ID, { description: 'Global id of the session.' })
  session!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, {
    description: 'Why it is withdrawn, as in "recorded twice"; 3 to 500 characters, shown with the session.',
  })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

const key = 'UUID under which a repeated request has no second effect.';
const seen = 'The version that was seen; another one since then answers CONFLICT.';

@InputType('NewRuralAreasRecordVisitInput', { description: 'A supervision visit that has been made.' })
export class RecordVisitInput {
  @Field(() => ID, { description: 'Global id of the commune that was visited.' })
  unit!: string;

  @Field(() => DateScalar, { description: 'The day of the visit; not after the business date.' })
  visitedOn!: string;

  @Field(() => String, { description: 'What was looked at; 3 to 500 characters.' })
  subject!: string;

  @Field(() => String, { description: 'What was found; 3 to 2000 characters.' })
  findings!: string;

  @Field(() => String, { nullable: true, description: 'What is recommended; at most 2000 characters.' })
  recommendation?: string | null;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasFollowUpVisitInput', { description: 'What became of a recommendation.' })
export class FollowUpVisitInput {
  @Field(() => ID, { description: 'Global id of the visit.' })
  supervisionVisit!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, { description: 'What became of the recommendation; 3 to 2000 characters.' })
  followUp!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of that, from the visit to the business date, which is taken when none is given.',
  })
  followedUpOn?: string | null;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasWithdrawVisitInput', { description: 'A visit that should not have been recorded.' })
export class WithdrawVisitInput {
  @Field(() => ID, { description: 'Global id of the visit.' })
  supervisionVisit!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, {
    description: 'Why it is withdrawn, as in "recorded twice"; 3 to 500 characters, shown with the visit.',
  })
  reason!: string;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

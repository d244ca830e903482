import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MeetingKind } from './review-meeting.js';

@InputType('EmulationAwardsRecordMeetingInput', { description: 'A review that was held.' })
export class RecordMeetingInput {
  @Field(() => ID, {
    description: 'Global id of the commune, ward, town or district whose work was reviewed.',
  })
  unit!: string;

  @Field(() => DateScalar, { description: 'Day of the meeting; not after the business date.' })
  heldOn!: string;

  @Field(() => MeetingKind, { description: 'Whether it reviewed half of the year or all of it.' })
  kind!: MeetingKind;

  @Field(() => Int, { description: 'How many people took part; 1 to 10000.' })
  attendance!: number;

  @Field(() => String, { description: 'What was found; 3 to 4000 characters.' })
  summary!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsWithdrawMeetingInput', {
  description: 'A review that should not have been recorded.',
})
export class WithdrawMeetingInput {
  @Field(() => ID, { description: 'Global id of the meeting.' })
  meeting!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why it is withdrawn; 3 to 500 characters, shown with the meeting.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

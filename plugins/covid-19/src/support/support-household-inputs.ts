import { DateScalar, DecimalScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType('Covid19AddSupportHouseholdInput', { description: 'A household that is to stand on a list.' })
export class AddSupportHouseholdInput {
  @Field(() => ID, { description: 'The list, by its global id.' })
  list!: string;

  @Field(() => String, { description: 'Name of the person who heads it; 2 to 120 characters.' })
  headName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'House and road, where known; at most 200 characters.',
  })
  address?: string | null;

  @Field(() => Int, { description: 'How many of its people the support is for; 1 to 50.' })
  people!: number;

  @Field(() => DecimalScalar, { description: 'How much it is to get, in whole dong; up to 1000000000.' })
  amount!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19RemoveSupportHouseholdInput', {
  description: 'A household that does not belong on its list.',
})
export class RemoveSupportHouseholdInput {
  @Field(() => ID, { description: 'The household, by its global id.' })
  household!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why it is taken off; kept with it.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19RecordSupportReceivedInput', { description: 'A household that has received its support.' })
export class RecordSupportReceivedInput {
  @Field(() => ID, { description: 'The household, by its global id.' })
  household!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'The day; from the approval to the business date.' })
  receivedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19FileSupportComplaintInput', { description: 'A complaint about a posted list.' })
export class FileSupportComplaintInput {
  @Field(() => ID, { description: 'The list, by its global id.' })
  list!: string;

  @Field(() => String, { description: 'What is complained about; 3 to 2000 characters.' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19AnswerSupportComplaintInput', { description: 'What is answered to a complaint.' })
export class AnswerSupportComplaintInput {
  @Field(() => ID, { description: 'The complaint, by its global id.' })
  complaint!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'What was found and decided; 3 to 2000 characters.' })
  answer!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

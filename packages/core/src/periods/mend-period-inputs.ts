import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Which added period was entered wrongly, and how it should read.' })
export class CorrectPeriodInput {
  @Field(() => ID, { description: 'The period, by its global id.' })
  period!: string;

  @Field(() => String, { nullable: true, description: 'Name in Vietnamese; that of before when not given.' })
  labelVi?: string | null;

  @Field(() => String, { nullable: true, description: 'Name in English; that of before when not given.' })
  labelEn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day inside; that of before when not given.',
  })
  startsOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day inside; that of before when not given.',
  })
  endsOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The decision or document that sets the days; that of before when not given.',
  })
  basis?: string | null;

  @Field(() => String, {
    description: 'Why it is corrected; kept in the audit trail with what it said before.',
  })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which added period is taken back, and why.' })
export class WithdrawPeriodInput {
  @Field(() => ID, { description: 'The period, by its global id.' })
  period!: string;

  @Field(() => String, { description: 'Why it is taken back; kept in the audit trail with what it said.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

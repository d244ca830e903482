import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ActivityKind, ActivityLevel, DatePrecision } from './activity-enums.js';

@InputType({ description: 'An activity that is to take place.' })
export class PlanActivityInput {
  @Field(() => ID, { description: 'The line of the coordination program it belongs to.' })
  program!: string;

  @Field(() => ID, { description: 'The unit whose Front plans it and will record it.' })
  unit!: string;

  @Field(() => String, { description: 'What it is called, in Vietnamese.' })
  title!: string;

  @Field(() => ActivityKind as object, {
    description: 'What kind of event it is: a conference, a course, a visit and so on.',
  })
  kind!: ActivityKind;

  @Field(() => ActivityLevel, { description: 'At which level of the Front it takes place.' })
  level!: ActivityLevel;

  @Field(() => DateScalar, { description: 'The first day on which it may take place.' })
  startsOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which it may take place; the first one when not given.',
  })
  endsOn?: string | null;

  @Field(() => DatePrecision, { nullable: true, description: 'How sharp the days are; DAY when not given.' })
  precision?: DatePrecision | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The time as a decision or plan writes it ("đầu quý II/2021"); the days in Vietnamese writing when not given.',
  })
  whenText?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is to take place, in words.' })
  place?: string | null;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'That an activity took place: when, where and with how many.' })
export class RecordActivityHeldInput {
  @Field(() => ID, { description: 'Which activity took place.' })
  activity!: string;

  @Field(() => DateScalar, { description: 'The day it took place, or began; not after the business date.' })
  heldOn!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many people attended, 0 or more; leave out where nobody counted.',
  })
  attendance?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it took place, in words; what was planned stays when not given.',
  })
  place?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the record is corrected; needed when it is already recorded as held.',
  })
  reason?: string | null;

  @Field(() => Int, { description: 'The version you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'That an activity is called off.' })
export class CancelActivityInput {
  @Field(() => ID, { description: 'Which activity will not take place.' })
  activity!: string;

  @Field(() => String, { description: 'Why it was called off; kept in the audit trail.' })
  reason!: string;

  @Field(() => Int, { description: 'The version you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

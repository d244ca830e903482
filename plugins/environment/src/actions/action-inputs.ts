import { DateScalar, DecimalScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ActionPurpose } from './action-state.js';

const key = {
  nullable: true,
  description: 'UUID under which a repeated request has no second effect.',
} as const;
const seen = {
  description: 'The version that was seen; another one since then answers CONFLICT.',
} as const;
const which = { description: 'Global id of the action.' } as const;

@InputType('EnvironmentRecordActionInput', { description: 'What people did together on a day.' })
export class RecordActionInput {
  @Field(() => ID, { description: 'Global id of the residential area, commune, ward or town.' })
  unit!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the organization that led it; whoever reports for an organization gives their own, and may leave it out.',
  })
  organization?: string | null;

  @Field(() => ActionPurpose, { description: 'What it was for.' })
  purpose!: ActionPurpose;

  @Field(() => String, {
    description: 'Code of the list of its purpose, CLEANUP_KIND or CLIMATE_KIND: CANAL_CLEARING.',
  })
  kind!: string;

  @Field(() => DateScalar, { description: 'The day on which it was, not after the business date.' })
  heldOn!: string;

  @Field(() => String, { description: 'Where in the unit; 2 to 200 characters.' })
  place!: string;

  @Field(() => Int, { description: 'How many people took part; 1 to 100000.' })
  participants!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Waste collected in kilograms, one decimal at most; 0 to 1000000, 0 when not given.',
  })
  wasteKg?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Road cleaned in meters; 0 to 1000000, 0 when not given.',
  })
  roadMeters?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Canal cleared in meters; 0 to 1000000, 0 when not given.',
  })
  canalMeters?: number | null;

  @Field(() => Int, { nullable: true, description: 'Trees planted; 0 to 1000000, 0 when not given.' })
  trees?: number | null;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('EnvironmentCorrectActionInput', {
  description: 'What was written down wrongly of an action; what is left out stays.',
})
export class CorrectActionInput {
  @Field(() => ID, which)
  environmentAction!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => DateScalar, { nullable: true, description: 'The right day, not after the business date.' })
  heldOn?: string | null;

  @Field(() => String, { nullable: true, description: 'The right place; 2 to 200 characters.' })
  place?: string | null;

  @Field(() => Int, { nullable: true, description: 'The right number of people; 1 to 100000.' })
  participants?: number | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The right kilograms of waste; 0 to 1000000.' })
  wasteKg?: string | null;

  @Field(() => Int, { nullable: true, description: 'The right meters of road; 0 to 1000000.' })
  roadMeters?: number | null;

  @Field(() => Int, { nullable: true, description: 'The right meters of canal; 0 to 1000000.' })
  canalMeters?: number | null;

  @Field(() => Int, { nullable: true, description: 'The right number of trees; 0 to 1000000.' })
  trees?: number | null;

  @Field(() => String, { description: 'Why it was wrong; 1 to 500 characters, kept in the audit trail.' })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('EnvironmentConfirmActionInput', { description: 'An action that another person stands by.' })
export class ConfirmActionInput {
  @Field(() => ID, which)
  environmentAction!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('EnvironmentReopenActionInput', { description: 'A confirmed action that is to be mended.' })
export class ReopenActionInput {
  @Field(() => ID, which)
  environmentAction!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, {
    description: 'What is wrong with it; 1 to 500 characters, kept in the audit trail.',
  })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('EnvironmentWithdrawActionInput', { description: 'An action that should not have been recorded.' })
export class WithdrawActionInput {
  @Field(() => ID, which)
  environmentAction!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, { description: 'Why it is withdrawn; 1 to 500 characters, shown with the action.' })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

const key = {
  nullable: true,
  description: 'UUID under which a repeated request has no second effect.',
} as const;
const seen = {
  description: 'The version that was seen; another one since then answers CONFLICT.',
} as const;

@InputType('EnvironmentRegisterModelInput', { description: 'A model that has begun.' })
export class RegisterModelInput {
  @Field(() => ID, {
    description: 'Global id of the residential area, commune, ward or town it belongs to.',
  })
  unit!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Global id of the organization that keeps it up; whoever reports for an organization gives their own, and may leave it out.',
  })
  organization?: string | null;

  @Field(() => String, { description: 'Code of the list MODEL_KIND: WASTE_SORTING.' })
  kind!: string;

  @Field(() => String, { description: 'What its people call it; 3 to 200 characters.' })
  name!: string;

  @Field(() => Int, { description: 'How many households take part; 0 to 100000.' })
  households!: number;

  @Field(() => DateScalar, { description: 'The day on which it began, not after the business date.' })
  startedOn!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('EnvironmentCorrectModelInput', {
  description: 'What has changed of a model, or was written down wrongly; what is left out stays.',
})
export class CorrectModelInput {
  @Field(() => ID, { description: 'Global id of the model.' })
  environmentModel!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Its right name; 3 to 200 characters.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many households take part now; 0 to 100000.' })
  households?: number | null;

  @Field(() => String, {
    description: 'Why; 1 to 500 characters, kept in the audit trail with the old figures.',
  })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('EnvironmentEndModelInput', { description: 'A model that is given up.' })
export class EndModelInput {
  @Field(() => ID, { description: 'Global id of the model.' })
  environmentModel!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => DateScalar, {
    description: 'The first day on which it is no more: after it began, not after the business date.',
  })
  endedOn!: string;

  @Field(() => String, { description: 'Why it is given up; 1 to 500 characters, shown with the model.' })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

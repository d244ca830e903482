import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType('Covid19OpenOutbreakInput', { description: 'An outbreak that the authorities have declared.' })
export class OpenOutbreakInput {
  @Field(() => ID, { description: 'The unit in which it was declared.' })
  unit!: string;

  @Field(() => ID, { description: 'The disease, with the class it has on the first day.' })
  disease!: string;

  @Field(() => String, { description: 'What it is to be called in reports; 3 to 200 characters.' })
  name!: string;

  @Field(() => DateScalar, { description: 'The day from which on it counts; not after the business date.' })
  fromDay!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19SetOutbreakLevelInput', { description: 'The measures that hold from a day on.' })
export class SetOutbreakLevelInput {
  @Field(() => ID, { description: 'The outbreak, by its global id.' })
  outbreak!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => ID, { description: 'The level of measures; it must be in force on that day.' })
  level!: string;

  @Field(() => DateScalar, {
    description: 'The first day on which it holds; after that of the level before.',
  })
  fromDay!: string;

  @Field(() => String, { description: 'The decision that sets it, as it is cited; 3 to 300 characters.' })
  decision!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19CloseOutbreakInput', { description: 'An outbreak that has been declared over.' })
export class CloseOutbreakInput {
  @Field(() => ID, { description: 'The outbreak, by its global id.' })
  outbreak!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'Its last day; from its first day to the business date.' })
  toDay!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19ReopenOutbreakInput', { description: 'An outbreak that was declared over too early.' })
export class ReopenOutbreakInput {
  @Field(() => ID, { description: 'The outbreak, by its global id.' })
  outbreak!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why it goes on; kept in the audit trail.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType('Covid19CreateSupportListInput', { description: 'A list to be drawn up.' })
export class CreateSupportListInput {
  @Field(() => ID, { description: 'The commune, ward or town whose list it is.' })
  unit!: string;

  @Field(() => ID, { description: 'What is to be given; in force on the business date.' })
  package!: string;

  @Field(() => String, { description: 'What it is called: the round, the group; 3 to 200 characters.' })
  title!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19PostSupportListInput', {
  description: 'A list that has been posted for everybody to see.',
})
export class PostSupportListInput {
  @Field(() => ID, { description: 'The list, by its global id.' })
  list!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'The day it was posted; not after the business date.' })
  postedOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day for complaints, where it is later than the policy asks for.',
  })
  complaintsUntil?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19ReviewSupportListInput', { description: 'A list whose days for complaints are over.' })
export class ReviewSupportListInput {
  @Field(() => ID, { description: 'The list, by its global id.' })
  list!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19ReturnSupportListInput', { description: 'A list that has to be drawn up again.' })
export class ReturnSupportListInput {
  @Field(() => ID, { description: 'The list, by its global id.' })
  list!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'What is to be mended; shown with the list.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19ApproveSupportListInput', { description: 'A list that is approved by a decision.' })
export class ApproveSupportListInput {
  @Field(() => ID, { description: 'The list, by its global id.' })
  list!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'The decision, as it is cited; 3 to 300 characters.' })
  decision!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19DeliverSupportListInput', {
  description: 'A list all of whose households have received their support.',
})
export class DeliverSupportListInput {
  @Field(() => ID, { description: 'The list, by its global id.' })
  list!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

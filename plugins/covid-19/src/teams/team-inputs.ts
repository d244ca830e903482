import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType('Covid19RecordAreaHouseholdsInput', { description: 'A count of the households of an area.' })
export class RecordAreaHouseholdsInput {
  @Field(() => ID, { description: 'The residential area, commune or ward.' })
  unit!: string;

  @Field(() => Int, { description: 'How many households live there; 1 to 100000.' })
  households!: number;

  @Field(() => DateScalar, { description: 'The day they were counted; not after the business date.' })
  countedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19FormTeamInput', { description: 'A community team that begins its work.' })
export class FormTeamInput {
  @Field(() => ID, { description: 'The residential area, commune or ward in which it works.' })
  unit!: string;

  @Field(() => String, { description: 'What it is called; 3 to 120 characters.' })
  name!: string;

  @Field(() => Int, { description: 'How many people are in it; 1 to 100.' })
  members!: number;

  @Field(() => Int, {
    description: 'How many households it looks after; with those of other teams at most those of the area.',
  })
  households!: number;

  @Field(() => DateScalar, { description: 'The day from which on it works; not after the business date.' })
  formedOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19ChangeTeamInput', {
  description: 'What has changed of a community team: what is not given stays as it is.',
})
export class ChangeTeamInput {
  @Field(() => ID, { description: 'The team, by its global id.' })
  team!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => Int, { nullable: true, description: 'How many people are in it now; 1 to 100.' })
  members?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many households it looks after now.' })
  households?: number | null;

  @Field(() => String, { description: 'Why it changes; kept in the audit trail with the old figures.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19DissolveTeamInput', { description: 'A community team that ends its work.' })
export class DissolveTeamInput {
  @Field(() => ID, { description: 'The team, by its global id.' })
  team!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'Its last day; not after the business date.' })
  dissolvedOn!: string;

  @Field(() => String, { description: 'Why it is dissolved; shown with it.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

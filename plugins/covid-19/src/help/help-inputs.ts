import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { QuarantinePlace } from './quarantine-place.js';

@InputType('Covid19RecordQuarantineSupportInput', {
  description: 'Help that was brought to people in quarantine.',
})
export class RecordQuarantineSupportInput {
  @Field(() => ID, { description: 'The commune, ward, town or residential area.' })
  unit!: string;

  @Field(() => ID, { description: 'The outbreak it was for; it went on on that day.' })
  outbreak!: string;

  @Field(() => QuarantinePlace, { description: 'Where the people were.' })
  place!: QuarantinePlace;

  @Field(() => DateScalar, { description: 'The day it was brought; not after the business date.' })
  givenOn!: string;

  @Field(() => Int, { description: 'How many households it was for; 0 to 100000.' })
  households!: number;

  @Field(() => Int, { description: 'How many parcels or meals; 1 to 1000000.' })
  parcels!: number;

  @Field(() => String, { description: 'What was brought; 3 to 300 characters, without names.' })
  what!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19RecordVaccinationOutreachInput', {
  description: 'A meeting or round of calls that was held.',
})
export class RecordVaccinationOutreachInput {
  @Field(() => ID, { description: 'The commune, ward, town or residential area.' })
  unit!: string;

  @Field(() => ID, { description: 'The outbreak it was for; it went on on that day.' })
  outbreak!: string;

  @Field(() => DateScalar, { description: 'The day it was held; not after the business date.' })
  heldOn!: string;

  @Field(() => String, { description: 'What was spoken about; 3 to 300 characters.' })
  topic!: string;

  @Field(() => Int, { description: 'How many came or were called on; 0 to 100000.' })
  reached!: number;

  @Field(() => Int, { description: 'How many of them put their name down.' })
  registered!: number;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19WithdrawQuarantineSupportInput', { description: 'Help that was recorded by mistake.' })
export class WithdrawQuarantineSupportInput {
  @Field(() => ID, { description: 'What was recorded, by its global id.' })
  support!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why it is withdrawn; shown with it.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

@InputType('Covid19WithdrawVaccinationOutreachInput', {
  description: 'A meeting that was recorded by mistake.',
})
export class WithdrawVaccinationOutreachInput {
  @Field(() => ID, { description: 'What was recorded, by its global id.' })
  session!: string;

  @Field(() => Int, { description: 'The version that was seen; another one since then answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why it is withdrawn; shown with it.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'UUID under which a repeated request has no second effect.',
  })
  idempotencyKey?: string | null;
}

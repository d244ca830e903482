import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

const key = {
  nullable: true,
  description: 'UUID under which a repeated request has no second effect.',
} as const;
const seen = {
  description: 'The version that was seen; another one since then answers CONFLICT.',
} as const;

@InputType('CrimePreventionEquipmentInput', { description: 'Pieces of one kind of equipment.' })
export class EquipmentInput {
  @Field(() => String, { description: 'Code of the list EQUIPMENT_KIND: CAMERA.' })
  kind!: string;

  @Field(() => Int, { description: 'How many pieces there are; 0 to 10000.' })
  pieces!: number;
}

@InputType('CrimePreventionRegisterModelInput', { description: 'A self-managed model that has begun.' })
export class RegisterModelInput {
  @Field(() => ID, {
    description: 'Global id of the residential area, commune, ward or town it belongs to.',
  })
  unit!: string;

  @Field(() => String, { description: 'Code of the list MODEL_KIND: SECURITY_CAMERA.' })
  kind!: string;

  @Field(() => String, { description: 'What its people call it; 3 to 200 characters.' })
  name!: string;

  @Field(() => Int, { description: 'How many people take part; 0 to 100000.' })
  members!: number;

  @Field(() => DateScalar, { description: 'The day on which it began, not after the business date.' })
  startedOn!: string;

  @Field(() => [EquipmentInput], {
    nullable: true,
    description: 'What it has, each kind once; at most 20 kinds.',
  })
  equipment?: EquipmentInput[] | null;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionCorrectModelInput', {
  description: 'What has changed of a model, or was written down wrongly; what is left out stays.',
})
export class CorrectModelInput {
  @Field(() => ID, { description: 'Global id of the self-managed model.' })
  securityModel!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Its right name; 3 to 200 characters.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many people take part now; 0 to 100000.' })
  members?: number | null;

  @Field(() => [EquipmentInput], {
    nullable: true,
    description: 'The kinds of equipment whose number is another now; kinds that are left out stay.',
  })
  equipment?: EquipmentInput[] | null;

  @Field(() => String, {
    description: 'Why; 3 to 500 characters, kept in the audit trail with the old figures.',
  })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionSuspendModelInput', { description: 'A model that rests for a while.' })
export class SuspendModelInput {
  @Field(() => ID, { description: 'Global id of the self-managed model.' })
  securityModel!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'The first day on which it rests, not after the business date.' })
  suspendedOn!: string;

  @Field(() => String, { description: 'Why it rests; 3 to 500 characters, kept in the audit trail.' })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionResumeModelInput', { description: 'A model that is at work again.' })
export class ResumeModelInput {
  @Field(() => ID, { description: 'Global id of the self-managed model.' })
  securityModel!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionEndModelInput', { description: 'A model that is given up.' })
export class EndModelInput {
  @Field(() => ID, { description: 'Global id of the self-managed model.' })
  securityModel!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => DateScalar, {
    description: 'The first day on which it is no more: after it began, not after the business date.',
  })
  endedOn!: string;

  @Field(() => String, { description: 'Why it is given up; 3 to 500 characters, shown with the model.' })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

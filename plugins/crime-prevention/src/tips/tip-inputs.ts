import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

const key = {
  nullable: true,
  description: 'UUID under which a repeated request has no second effect.',
} as const;
const seen = {
  description: 'The version that was seen; another one since then answers CONFLICT.',
} as const;

/** Without an idempotency key, on purpose: keys are kept with the account that used them. */
@InputType('CrimePreventionSubmitTipInput', {
  description:
    'A tip about a crime. It takes no idempotencyKey: such keys are kept with the account that used them, and here no account may be kept.',
})
export class SubmitTipInput {
  @Field(() => ID, { description: 'Global id of the commune, ward or town that it is about.' })
  unit!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What it is about: a code of the list TIP_TOPIC, DRUGS for one; null where one cannot say.',
  })
  topic?: string | null;

  @Field(() => String, {
    description: 'What has happened or is about to; 10 to 4000 characters. Say nothing of yourself.',
  })
  content!: string;

  @Field(() => String, { nullable: true, description: 'Where it happened; at most 300 characters.' })
  place?: string | null;
}

@InputType('CrimePreventionForwardTipInput', { description: 'To whom a tip goes on.' })
export class ForwardTipInput {
  @Field(() => ID, { description: 'Global id of the tip.' })
  tip!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, { description: 'The police body that is competent; 3 to 200 characters.' })
  forwardedTo!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionFileTipInput', { description: 'Why a tip is put away without action.' })
export class FileTipInput {
  @Field(() => ID, { description: 'Global id of the tip.' })
  tip!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, { description: 'Why nothing is done; 1 to 500 characters, shown with the tip.' })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionReopenTipInput', { description: 'Why a tip that was put away is taken up again.' })
export class ReopenTipInput {
  @Field(() => ID, { description: 'Global id of the tip.' })
  tip!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, { description: 'Why; 1 to 500 characters, kept among the steps of the tip.' })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionCloseTipInput', { description: 'What came of a tip that was forwarded.' })
export class CloseTipInput {
  @Field(() => ID, { description: 'Global id of the tip.' })
  tip!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, { description: 'What came of it: a code of the list TIP_RESULT, as ADMINISTRATIVE.' })
  result!: string;

  @Field(() => String, { nullable: true, description: 'What the police said; at most 1000 characters.' })
  note?: string | null;

  @Field(() => DateScalar, {
    description: 'The day of the result: not before it was forwarded, not after the business date.',
  })
  closedOn!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

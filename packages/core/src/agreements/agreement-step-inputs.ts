import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

/** What every step with an agreement is given. */
export interface AgreementStepInput {
  readonly agreement: string;
  readonly expectedVersion: number;
}

@InputType({ description: 'That a draft comes to nothing, and why.' })
export class CancelAgreementInput implements AgreementStepInput {
  @Field(() => ID, { description: 'Which draft is given up.' })
  agreement!: string;

  @Field(() => Int, { description: 'The version you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why it came to nothing; kept with it.' })
  reason!: string;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'That the parties have signed; what the draft does not say yet is given here.' })
export class SignAgreementInput implements AgreementStepInput {
  @Field(() => ID, { description: 'Which draft was signed.' })
  agreement!: string;

  @Field(() => Int, { description: 'The version you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day of the signing, not after the business date; that of the draft when not given.',
  })
  signedOn?: string | null;

  @Field(() => String, { nullable: true, description: 'The number it was given with the signing.' })
  number?: string | null;

  @Field(() => String, { nullable: true, description: 'How it is cited from now on, word for word.' })
  citedAs?: string | null;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'That the parties took stock, and what it came to.' })
export class ReviewAgreementInput implements AgreementStepInput {
  @Field(() => ID, { description: 'Which agreement was reviewed.' })
  agreement!: string;

  @Field(() => Int, { description: 'The version you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'The day of the review, not after the business date.' })
  heldOn!: string;

  @Field(() => String, { description: 'What it came to, in Vietnamese.' })
  conclusion!: string;

  @Field(() => ID, { nullable: true, description: 'Its report or minutes.' })
  document?: string | null;

  @Field(() => [ID], {
    defaultValue: [],
    description:
      'The open obligations of this agreement to review it that are fulfilled by this; 50 at most.',
  })
  obligations!: string[];

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'That the parties held the final review, and what it came to.' })
export class ConcludeAgreementInput implements AgreementStepInput {
  @Field(() => ID, { description: 'Which agreement was reviewed for the last time.' })
  agreement!: string;

  @Field(() => Int, { description: 'The version you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'The day of the review, not after the business date.' })
  heldOn!: string;

  @Field(() => String, { description: 'What it came to, in Vietnamese.' })
  conclusion!: string;

  @Field(() => ID, { nullable: true, description: 'Its report or minutes.' })
  document?: string | null;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'That an agreement is over, and why.' })
export class EndAgreementInput implements AgreementStepInput {
  @Field(() => ID, { description: 'Which agreement is ended.' })
  agreement!: string;

  @Field(() => Int, { description: 'The version you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day on which it no longer holds: after the first of its term, not after the term or the business date; the latest such day when not given.',
  })
  endedOn?: string | null;

  @Field(() => String, { description: 'Why it is ended; shown to its parties.' })
  reason!: string;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'That an agreement is carried on by another.' })
export class RenewAgreementInput implements AgreementStepInput {
  @Field(() => ID, { description: 'Which concluded agreement is carried on.' })
  agreement!: string;

  @Field(() => Int, { description: 'The version you have seen; another one answers CONFLICT.' })
  expectedVersion!: number;

  @Field(() => ID, { description: 'The signed agreement that says it RENEWS this one.' })
  renewedBy!: string;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'That an obligation under an agreement was met.' })
export class FulfillAgreementObligationInput {
  @Field(() => ID, { description: 'Which obligation, by its global id.' })
  obligation!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT where it has changed since.' })
  expectedVersion!: number;

  @Field(() => DateScalar, { description: 'The day on which it was done, not after the business date.' })
  doneOn!: string;

  @Field(() => String, { description: 'What was done, in a few words; 1,000 characters at most.' })
  note!: string;

  @Field(() => ID, { nullable: true, description: 'The document that proves it.' })
  evidence?: string | null;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which obligation under an agreement an organization is excused from, and why.' })
export class WaiveAgreementObligationInput {
  @Field(() => ID, { description: 'Which obligation, by its global id.' })
  obligation!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT where it has changed since.' })
  expectedVersion!: number;

  @Field(() => String, { description: 'Why the organization need not do it; shown to it.' })
  reason!: string;

  @Field(() => ID, { nullable: true, description: 'UUID that makes a repeated submission have one effect.' })
  idempotencyKey?: string | null;
}

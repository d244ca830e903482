import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

const key = {
  nullable: true,
  description: 'UUID under which a repeated request has no second effect.',
} as const;
const seen = {
  description: 'The version that was seen; another one since then answers CONFLICT.',
} as const;
const which = { description: 'Global id of the assessment.' } as const;

@InputType('CrimePreventionCriterionAnswerInput', { description: 'What is said of one criterion.' })
export class CriterionAnswerInput {
  @Field(() => String, { description: 'Code of the list SAFE_AREA_CRITERION: MOVEMENT.' })
  criterion!: string;

  @Field(() => Boolean, { description: 'Whether it is met.' })
  met!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What shows it, or what is lacking; at most 1000 characters.',
  })
  note?: string | null;
}

@InputType('CrimePreventionStartSafeAreaInput', {
  description: 'Which commune begins to assess itself, for which year.',
})
export class StartSafeAreaInput {
  @Field(() => ID, { description: 'Global id of the commune, ward or town.' })
  unit!: string;

  @Field(() => Int, {
    description: 'The year; not after that of the business date, and not before the first that has criteria.',
  })
  year!: number;

  @Field(() => [CriterionAnswerInput], {
    description: 'What is known already, each criterion once; may be empty.',
  })
  answers!: CriterionAnswerInput[];

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionAnswerCriteriaInput', { description: 'What a commune says of some criteria.' })
export class AnswerCriteriaInput {
  @Field(() => ID, which)
  safeArea!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => [CriterionAnswerInput], { description: 'The answers, each criterion once; the others stay.' })
  answers!: CriterionAnswerInput[];

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionSubmitSafeAreaInput', { description: 'An assessment that is handed in.' })
export class SubmitSafeAreaInput {
  @Field(() => ID, which)
  safeArea!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionReviewSafeAreaInput', {
  description: 'An assessment that the district agrees with.',
})
export class ReviewSafeAreaInput {
  @Field(() => ID, which)
  safeArea!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'What was found; at most 1000 characters.' })
  note?: string | null;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionReturnSafeAreaInput', { description: 'An assessment that is given back.' })
export class ReturnSafeAreaInput {
  @Field(() => ID, which)
  safeArea!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, { description: 'What is to be mended; 1 to 500 characters, shown to the commune.' })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionRecognizeSafeAreaInput', {
  description: 'The decision that recognizes a commune.',
})
export class RecognizeSafeAreaInput {
  @Field(() => ID, which)
  safeArea!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, { description: 'Number of the decision, as cited: 1234/QĐ-UBND; 3 to 60 characters.' })
  decisionNumber!: string;

  @Field(() => DateScalar, {
    description: 'Date of the decision: not before the review, not after the business date.',
  })
  decidedOn!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

@InputType('CrimePreventionRefuseSafeAreaInput', { description: 'The decision that refuses recognition.' })
export class RefuseSafeAreaInput {
  @Field(() => ID, which)
  safeArea!: string;

  @Field(() => Int, seen)
  expectedVersion!: number;

  @Field(() => String, { description: 'Number of the decision, as cited: 1234/QĐ-UBND; 3 to 60 characters.' })
  decisionNumber!: string;

  @Field(() => DateScalar, {
    description: 'Date of the decision: not before the review, not after the business date.',
  })
  decidedOn!: string;

  @Field(() => String, { description: 'Why; 1 to 500 characters, shown with the assessment.' })
  reason!: string;

  @Field(() => String, key)
  idempotencyKey?: string | null;
}

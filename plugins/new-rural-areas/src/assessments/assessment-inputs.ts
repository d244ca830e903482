import { DecimalScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Level } from '../criteria/level.js';
import { Outcome } from './outcome.js';

const key = 'UUID under which a repeated request has no second effect.';
const seen = 'The version that was seen; another one since then answers CONFLICT.';

@InputType('NewRuralAreasCriterionInput', { description: 'What a commune says of one criterion.' })
export class CriterionInput {
  @Field(() => Int, { description: 'The number of the criterion within the set.' })
  number!: number;

  @Field(() => Outcome, { description: 'Whether the criterion is met; it must agree with the value.' })
  outcome!: Outcome;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What was measured, in the criterion’s unit of measure; none for what is not applicable.',
  })
  value?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What there is to say about it; at most 500 characters.',
  })
  note?: string | null;
}

@InputType('NewRuralAreasRecordCriteriaInput', {
  description:
    'Results of a self-assessment: what is not named stays as it is. The first ones begin the draft.',
})
export class RecordCriteriaInput {
  @Field(() => ID, { description: 'Global id of the commune that judges itself; never a town or a ward.' })
  unit!: string;

  @Field(() => Level, { description: 'The level that is aimed at; the set in force follows from it.' })
  level!: Level;

  @Field(() => Int, { description: 'The year that the assessment is about; not after the business date’s.' })
  year!: number;

  @Field(() => [CriterionInput], { description: 'The results, each criterion at most once.' })
  criteria!: CriterionInput[];

  @Field(() => Int, {
    nullable: true,
    description: 'The version of the draft that was seen; none where there was no draft yet.',
  })
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasSubmitAssessmentInput', { description: 'A self-assessment that the commune signs.' })
export class SubmitAssessmentInput {
  @Field(() => ID, { description: 'Global id of the self-assessment.' })
  assessment!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasCorrectCriterionInput', {
  description: 'A result of a signed self-assessment that was wrong.',
})
export class CorrectCriterionInput {
  @Field(() => ID, { description: 'Global id of the self-assessment.' })
  assessment!: string;

  @Field(() => Int, { description: seen })
  expectedVersion!: number;

  @Field(() => CriterionInput, { description: 'The right result of the criterion.' })
  criterion!: CriterionInput;

  @Field(() => String, {
    description: 'Why the earlier result was wrong; 3 to 500 characters, kept with the new one.',
  })
  reason!: string;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

@InputType('NewRuralAreasAddEvidenceInput', { description: 'A document that proves a result.' })
export class AddEvidenceInput {
  @Field(() => ID, { description: 'Global id of the self-assessment.' })
  assessment!: string;

  @Field(() => Int, { description: 'The number of the criterion that the document proves something for.' })
  number!: number;

  @Field(() => ID, { description: 'Global id of the document; one that the caller may read.' })
  document!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Which page or figure of it; at most 500 characters.',
  })
  note?: string | null;

  @Field(() => String, { nullable: true, description: key })
  idempotencyKey?: string | null;
}

import { DecimalScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';

const keyWords = 'UUID under which a repeated request has no second effect.';

@InputType('EmulationAwardsScoreLineInput', { description: 'Points for one criterion.' })
export class ScoreLineInput {
  @Field(() => String, {
    description: 'Number of the criterion on the year’s sheet; one that people judge, each at most once.',
  })
  criterion!: string;

  @Field(() => DecimalScalar, {
    description:
      'How many points, from 0 to the criterion’s maximum, at most two decimals; of a MINUS criterion, points lost.',
  })
  points!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the points rest on, where something is to be said; at most 1000 characters.',
  })
  explanation?: string | null;
}

@InputType('EmulationAwardsSaveSelfScoresInput', {
  description: 'How a unit scores itself, as far as it has come.',
})
export class SaveSelfScoresInput {
  @Field(() => ID, { description: 'Global id of the unit’s entry in the emulation year.' })
  entry!: string;

  @Field(() => Int, {
    description: 'The version of the entry that was seen; another one since then answers CONFLICT.',
  })
  expectedVersion!: number;

  @Field(() => [ScoreLineInput], {
    description: 'The criteria that are scored now; 1 to 100. Others stay as they are.',
  })
  scores!: ScoreLineInput[];

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsSubmitSelfScoresInput', {
  description: 'The self-scores that a unit signs and hands in.',
})
export class SubmitSelfScoresInput {
  @Field(() => ID, { description: 'Global id of the unit’s entry in the emulation year.' })
  entry!: string;

  @Field(() => Int, {
    description: 'The version of the entry that was seen; another one since then answers CONFLICT.',
  })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsCrossScoreInput', { description: 'How a unit scores another of its cluster.' })
export class CrossScoreInput {
  @Field(() => ID, { description: 'Global id of the entry of the unit that is scored.' })
  entry!: string;

  @Field(() => ID, {
    description:
      'Global id of the unit that scores: another member of the same cluster, for which the caller acts.',
  })
  byUnit!: string;

  @Field(() => [ScoreLineInput], {
    description: 'The criteria that are scored now; 1 to 100. Others stay as they are.',
  })
  scores!: ScoreLineInput[];

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsReviewScoresInput', {
  description: 'What the district officer decides of a unit.',
})
export class ReviewScoresInput {
  @Field(() => ID, { description: 'Global id of the entry of the unit that is reviewed.' })
  entry!: string;

  @Field(() => [ScoreLineInput], {
    description: 'The criteria that are decided now; 1 to 100. Others stay as they are.',
  })
  scores!: ScoreLineInput[];

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

@InputType('EmulationAwardsCorrectScoreInput', { description: 'A locked score that turned out to be wrong.' })
export class CorrectScoreInput {
  @Field(() => ID, { description: 'Global id of the final score that counts now.' })
  score!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The right points, from 0 to the criterion’s maximum. To be left out where the platform computes the score: it is computed anew.',
  })
  points?: string | null;

  @Field(() => String, { description: 'Why it was wrong; 3 to 500 characters, kept with the new score.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: keyWords })
  idempotencyKey?: string | null;
}

import { DecimalScalar } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { PollQuestion } from './poll-question.js';
import { Poll } from './poll.js';

@ObjectType('NewRuralAreasPollAnswer', {
  description: 'How all areas of a closed poll together answered one question.',
})
export class PollAnswer {
  @Field(() => PollQuestion, { nullable: true, description: 'The question that was answered.' })
  question!: number;

  @Field(() => Int, { nullable: true, description: 'Households that said yes; null where it is withheld.' })
  yes!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Households that said no; only for those who see the counts of areas.',
  })
  no!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Households that said neither; only for those who see the counts of areas.',
  })
  other!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'yes over the households asked as a part of one, "0.9524", the sixth place rounded half up; null where it is withheld or nobody was asked.',
  })
  approval!: string | null;

  @Field(() => Boolean, {
    description: 'Whether enough said yes, judged by the counts themselves and not by the rounded share.',
  })
  reached!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the counts are withheld because they are so small that people could be recognized.',
  })
  withheld!: boolean;
}

@ObjectType('NewRuralAreasPollResult', {
  description: 'What came of a closed poll, held against the rule that was in force when it was opened.',
})
export class PollResult {
  @Field(() => Poll, { nullable: true, description: 'The poll, with its rule.' })
  poll!: number;

  @Field(() => Int, { description: 'How many households there are in the unit.' })
  households!: number;

  @Field(() => Int, { description: 'How many of them were asked.' })
  polled!: number;

  @Field(() => DecimalScalar, {
    description: 'polled over households as a part of one, the sixth place rounded half up.',
  })
  coverage!: string;

  @Field(() => Boolean, { description: 'Whether enough were asked, judged by the counts themselves.' })
  coverageReached!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the poll passed: enough asked, and enough yes to every decisive question.',
  })
  passed!: boolean;

  @Field(() => [PollAnswer], { description: 'Question by question, in the order of the ballot.' })
  answers!: PollAnswer[];
}

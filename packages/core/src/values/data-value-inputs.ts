import { Field, ID, InputType } from 'type-graphql';
import { PeriodReference } from '../periods/period-reference.js';
import { FigureInput } from './given-figure.js';

@InputType({ description: 'A figure to record: what, where, when, and how much.' })
export class RecordDataValueInput extends FigureInput {
  @Field(() => String, { description: 'Key of the indicator: "fund-for-the-poor.houses".' })
  indicator!: string;

  @Field(() => ID, {
    description: 'The unit it is of; one of the level and kinds that the indicator applies to.',
  })
  unit!: string;

  @Field(() => PeriodReference, { description: 'The period it is of, in the calendar of the indicator.' })
  period!: PeriodReference;

  @Field(() => String, {
    nullable: true,
    description: 'Code of where it was taken from; the first source of the indicator when not given.',
  })
  source?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Which part it is of ("work:repair"); the whole when not given.',
  })
  disaggregation?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The organization that reports it: one that the caller acts for.',
  })
  organization?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What there is to say about it, for whoever accepts it.',
  })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'What a figure should have been, and why it was not.' })
export class CorrectDataValueInput extends FigureInput {
  @Field(() => ID, { description: 'The figure that is wrong; it must be the one that counts now.' })
  dataValue!: string;

  @Field(() => String, { description: 'Why it was wrong; kept with the new figure, as the old one is kept.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What there is to say about the new one; that of the old one when not given.',
  })
  note?: string | null;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which figures to accept; all or none are.' })
export class AcceptDataValuesInput {
  @Field(() => [ID], { description: 'Provisional figures that count now, entered by others; at most 500.' })
  dataValues!: string[];

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

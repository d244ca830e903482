import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PeriodReference } from '../periods/period-reference.js';
import { FigureInput } from '../values/given-figure.js';

@InputType({ description: 'One figure of a report.' })
export class ReportItemInput extends FigureInput {
  @Field(() => String, { description: 'Key of an indicator that the form asks for.' })
  indicator!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Which part it is of ("work:repair"); the whole when not given.',
  })
  disaggregation?: string | null;

  @Field(() => String, { nullable: true, description: 'What there is to say about the figure.' })
  note?: string | null;
}

@InputType({ description: 'What a report says in words in one section of its form.' })
export class ReportNarrativeInput {
  @Field(() => String, { description: 'Key of a section that is answered in words: "difficulties".' })
  section!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What is said there; null or blank takes back what was said.',
  })
  text?: string | null;
}

@InputType({ description: 'A report being filled in: which one, and the figures known so far.' })
export class SaveReportDraftInput {
  @Field(() => String, { description: 'Key of the form: "commune-monthly".' })
  template!: string;

  @Field(() => ID, { description: 'The unit it is of, one of the level of the form.' })
  unit!: string;

  @Field(() => PeriodReference, { description: 'The period it reports on, in the calendar of the form.' })
  period!: PeriodReference;

  @Field(() => ID, {
    nullable: true,
    description: 'The organization that answers for it: one that the caller acts for.',
  })
  organization?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that was read; needed where there is a draft already. CONFLICT where it has changed since.',
  })
  expectedVersion?: number | null;

  @Field(() => [ReportItemInput], {
    description:
      'Figures: new ones are recorded, changed ones replace those of the draft, those not named stay; at most 500.',
  })
  items!: ReportItemInput[];

  @Field(() => [ReportNarrativeInput], {
    nullable: true,
    description:
      'What is said in words, each section named once; sections not named keep what they say; at most 30.',
  })
  narratives?: ReportNarrativeInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'What its unit has to say beside the figures; that of before when not given.',
  })
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a report made of those below: why it is to be handed in although some of these are missing; that of before when not given.',
  })
  missingReason?: string | null;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which report takes its next step.' })
export class ReportStepInput {
  @Field(() => ID, { description: 'The report that is meant, by its global id.' })
  report!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT where it has changed since.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'What is wrong with one figure, or one section, of a report; one of the two.' })
export class ReviewRemarkInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The figure, one of the report that counts now, by its global id.',
  })
  dataValue?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the section of the form that is meant as a whole: "difficulties".',
  })
  section?: string | null;

  @Field(() => String, { description: 'What is to be mended; shown to its unit.' })
  reason!: string;
}

@InputType({ description: 'Which report goes back to its unit, and why.' })
export class ReturnReportInput extends ReportStepInput {
  @Field(() => String, { description: 'What is to be mended; shown to its unit.' })
  reason!: string;

  @Field(() => [ReviewRemarkInput], {
    nullable: true,
    description: 'What is wrong with single figures and sections, each named once; at most 500.',
  })
  remarks?: ReviewRemarkInput[] | null;
}

@InputType({ description: 'Which accepted report is opened again, and why.' })
export class ReopenReportInput extends ReportStepInput {
  @Field(() => String, { description: 'Why it has to be changed after all; shown to its unit, and kept.' })
  reason!: string;
}

@InputType({
  description: 'Who got a report: an organization kept here, or somebody in words; one of the two.',
})
export class ReportRecipientInput {
  @Field(() => ID, { nullable: true, description: 'The organization, by its global id.' })
  organization?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who it is, as on the letter: "Ủy ban MTTQ Việt Nam tỉnh".',
  })
  name?: string | null;
}

@InputType({ description: 'Which signed report went out, to whom, and when.' })
export class SendReportInput extends ReportStepInput {
  @Field(() => [ReportRecipientInput], { description: 'Who got it, each named once; at most 50.' })
  recipients!: ReportRecipientInput[];

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it went out, not after the business date; that date when not given.',
  })
  sentOn?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the letter it went out with, as in "15/BC-MTTQ-BTT".',
  })
  reference?: string | null;
}

import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DeadlineRule, FreeDayRule } from './obligation-enums.js';

@InputType({ description: 'When the reports of a form are due from a day on, and why.' })
export class SetReportDeadlineInput {
  @Field(() => String, { description: 'Key of the form: "commune-monthly".' })
  template!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'It holds for this unit and everything below; not given: for the whole country.',
  })
  unit?: string | null;

  @Field(() => DeadlineRule, { description: 'How the day follows from the last day the report is about.' })
  rule!: DeadlineRule;

  @Field(() => Int, {
    description:
      'How many days after the last day, −366 to 366, negative for before; or which day of the month, 1 to 31.',
  })
  days!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'For DAY_OF_MONTH: how many months after, 0 to 12; 0 for the month of the last day itself, 1 when not given.',
  })
  months?: number | null;

  @Field(() => FreeDayRule, {
    nullable: true,
    description: 'Where it goes when it falls on a free day; to the next working day when not given.',
  })
  freeDay?: FreeDayRule | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many days before the deadline a report counts as due, 0 to 366; 5 when not given.',
  })
  noticeDays?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many days after the deadline entry closes for reports that were never handed in, 0 to 366; it stays open when not given.',
  })
  closesAfter?: number | null;

  @Field(() => DateScalar, {
    description: 'Reports about days from this one on are due by it; not before the business date.',
  })
  validFrom!: string;

  @Field(() => String, {
    description: 'What sets it, as it is cited: a decision, a plan; shown to everyone.',
  })
  basis!: string;

  @Field(() => String, { description: 'Why it is set or changed; kept in the audit trail.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which report a unit is excused from, and why.' })
export class WaiveObligationInput {
  @Field(() => ID, { description: 'The obligation that is meant, by its global id.' })
  obligation!: string;

  @Field(() => String, {
    description: 'Why the unit need not report; shown to it and kept in the audit trail.',
  })
  reason!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT where it has changed since.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

@InputType({
  description: 'Which report may be entered longer than its deadline allows, until when, and why.',
})
export class ExtendReportEntryInput {
  @Field(() => ID, { description: 'The obligation whose report is meant, by its global id.' })
  obligation!: string;

  @Field(() => DateScalar, {
    description:
      'The last day on which it may be entered: from the business date on, later than it would be, at most a year away.',
  })
  until!: string;

  @Field(() => String, {
    description: 'Why the report may come later; shown to the unit and kept in the audit trail.',
  })
  reason!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT where it has changed since.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Of which obligation the waiver is taken back, and why.' })
export class WithdrawWaiverInput {
  @Field(() => ID, { description: 'The obligation that is meant, by its global id.' })
  obligation!: string;

  @Field(() => String, {
    description: 'Why the unit has to report after all; shown to it and kept in the audit trail.',
  })
  reason!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT where it has changed since.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType } from 'type-graphql';
import { PeriodCalendarKey } from './period-enums.js';

@InputType({ description: 'A term, campaign or span of years, with the decision that sets its days.' })
export class AddPeriodInput {
  @Field(() => PeriodCalendarKey, {
    description: 'TERM, CAMPAIGN or MULTI_YEAR; the periods of the other calendars follow a rule.',
  })
  calendar!: PeriodCalendarKey;

  @Field(() => String, {
    description:
      'Short name, unique over all calendars, in capital letters, digits and hyphens: "FRONT-CONGRESS-2019-2024".',
  })
  key!: string;

  @Field(() => String, {
    description:
      'What it is one of, in small letters, digits and hyphens: "front-congress". Periods of one series do not overlap within a unit.',
  })
  series!: string;

  @Field(() => String, { description: 'Name in Vietnamese, as reports print it.' })
  labelVi!: string;

  @Field(() => String, { description: 'Name in English, for readers of other languages.' })
  labelEn!: string;

  @Field(() => DateScalar, { description: 'The first day inside.' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day inside.' })
  endsOn!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit for which it was decided; not given: it holds for the whole country.',
  })
  unit?: string | null;

  @Field(() => String, {
    description: 'The decision or document that sets the days, cited as it stands there; shown to everyone.',
  })
  basis!: string;

  @Field(() => String, { description: 'Why it is added; kept in the audit trail.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

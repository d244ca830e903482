import { DateScalar } from '@phoihop/platform';
import { Field, ID, InputType, Int } from 'type-graphql';
import { PeriodCalendarKey } from '../periods/period-enums.js';
import { UnitKind } from '../units/unit-kind.js';
import {
  CollectionLevel,
  FeederKind,
  IndicatorKind,
  MergeRule,
  OverTime,
  SplitRule,
} from './indicator-enums.js';

@InputType({ description: 'A code with its names in two languages.' })
export class CodedTitleInput {
  @Field(() => String, { description: 'Stable short name in kebab-case: "advanced".' })
  code!: string;

  @Field(() => String, { description: 'Name in Vietnamese, as reports print it.' })
  titleVi!: string;

  @Field(() => String, { description: 'Name in English, for readers of other languages.' })
  titleEn!: string;
}

@InputType({ description: 'The two counts that a share is kept as, by name.' })
export class IndicatorComponentsInput {
  @Field(() => String, { description: 'What is counted above the line, in Vietnamese.' })
  numeratorVi!: string;

  @Field(() => String, { description: 'What is counted above the line, in English.' })
  numeratorEn!: string;

  @Field(() => String, { description: 'What it is counted among, in Vietnamese.' })
  denominatorVi!: string;

  @Field(() => String, { description: 'What it is counted among, in English.' })
  denominatorEn!: string;
}

@InputType({ description: 'Where the figures come from, and from which day on.' })
export class IndicatorFeederInput {
  @Field(() => FeederKind, { description: 'Whether people enter the figures or a plugin computes them.' })
  kind!: FeederKind;

  @Field(() => String, {
    nullable: true,
    description:
      'Of computed figures: the records of the plugin they come from, by type name; for entered ones nothing.',
  })
  derivedFrom?: string | null;

  @Field(() => DateScalar, {
    description: 'The first day of which it holds: figures whose period ends on it or later.',
  })
  validFrom!: string;
}

@InputType({ description: 'What is to be measured, and by which rules its figures are added up.' })
export class CreateIndicatorInput {
  @Field(() => String, {
    description: 'Stable name for ever, `<plugin>.<indicator>` in kebab-case: "social-care.visits".',
  })
  key!: string;

  @Field(() => String, { description: 'Code of the line of the coordination program it measures: "PRG-16".' })
  program!: string;

  @Field(() => String, { description: 'Name in Vietnamese, as reports print it.' })
  titleVi!: string;

  @Field(() => String, { description: 'Name in English, for readers of other languages.' })
  titleEn!: string;

  @Field(() => String, { description: 'What counts and what does not, in Vietnamese.' })
  descriptionVi!: string;

  @Field(() => String, { description: 'What counts and what does not, in English.' })
  descriptionEn!: string;

  @Field(() => String, { description: 'What one of it is called in Vietnamese: "căn nhà", "%".' })
  unitOfMeasureVi!: string;

  @Field(() => String, { description: 'What one of it is called in English: "houses", "%".' })
  unitOfMeasureEn!: string;

  @Field(() => IndicatorKind, { description: 'What sort of figure it is; cannot be changed later.' })
  kind!: IndicatorKind;

  @Field(() => IndicatorComponentsInput, {
    nullable: true,
    description: 'Of a RATIO, and only of one: what its two counts are.',
  })
  components?: IndicatorComponentsInput | null;

  @Field(() => [CodedTitleInput], {
    nullable: true,
    description:
      'Of a STATUS_COUNT, and only of one: the statuses that count. "none" is always known and never counts.',
  })
  statuses?: CodedTitleInput[] | null;

  @Field(() => PeriodCalendarKey, {
    description: 'The calendar its figures are entered in; cannot be changed later.',
  })
  calendar!: PeriodCalendarKey;

  @Field(() => OverTime, {
    nullable: true,
    description:
      'How figures of several periods become one; BY_KIND when not given. LATEST is for a RATIO only.',
  })
  overTime?: OverTime | null;

  @Field(() => CollectionLevel, {
    description: 'The one level at which figures are entered; cannot be changed later.',
  })
  collectionLevel!: CollectionLevel;

  @Field(() => [UnitKind], {
    nullable: true,
    description: 'Kinds of unit it applies to; every kind of its level when not given.',
  })
  appliesTo?: UnitKind[] | null;

  @Field(() => MergeRule, {
    description: 'What becomes of earlier figures when units merge; it must fit the kind.',
  })
  mergeRule!: MergeRule;

  @Field(() => SplitRule, {
    nullable: true,
    description: 'How figures of a divided unit are shared out; NONE when not given.',
  })
  splitRule?: SplitRule | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Digits after the decimal sign, 0 to 6; 0 when not given.',
  })
  decimals?: number | null;

  @Field(() => [String], {
    description: 'Codes of the sources its figures may come from, the default first.',
  })
  sources!: string[];

  @Field(() => Int, {
    nullable: true,
    description:
      'A count above zero and below this, at least 2, is withheld from aggregates; none is when not given.',
  })
  smallCellThreshold?: number | null;

  @Field(() => String, { nullable: true, description: 'Code of the role whose task it is to report it.' })
  reportedBy?: string | null;

  @Field(() => IndicatorFeederInput, {
    nullable: true,
    description: 'Where its figures come from; entered by people when not given.',
  })
  feeder?: IndicatorFeederInput | null;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'What of an indicator to change; what is not given stays as it is.' })
export class ChangeIndicatorInput {
  @Field(() => ID, { description: 'The indicator that changes.' })
  indicator!: string;

  @Field(() => Int, { description: 'The version that was read; CONFLICT where it has changed since.' })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'New name in Vietnamese.' })
  titleVi?: string | null;

  @Field(() => String, { nullable: true, description: 'New name in English.' })
  titleEn?: string | null;

  @Field(() => String, { nullable: true, description: 'New explanation in Vietnamese of what counts.' })
  descriptionVi?: string | null;

  @Field(() => String, { nullable: true, description: 'New explanation in English of what counts.' })
  descriptionEn?: string | null;

  @Field(() => [UnitKind], { nullable: true, description: 'New kinds of unit it applies to, of its level.' })
  appliesTo?: UnitKind[] | null;

  @Field(() => SplitRule, { nullable: true, description: 'New way of sharing out figures of divided units.' })
  splitRule?: SplitRule | null;

  @Field(() => Int, { nullable: true, description: 'New number of digits after the decimal sign, 0 to 6.' })
  decimals?: number | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'New list of sources, the default first. Figures of others stay but do not count by default.',
  })
  sources?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'New threshold below which counts are withheld, at least 2.',
  })
  smallCellThreshold?: number | null;

  @Field(() => String, { nullable: true, description: 'New role whose task it is to report it.' })
  reportedBy?: string | null;

  @Field(() => IndicatorFeederInput, {
    nullable: true,
    description: 'Where figures come from, from a day on; the feeder before ends there and is kept.',
  })
  feeder?: IndicatorFeederInput | null;

  @Field(() => String, { nullable: true, description: 'UUID under which a repetition has no second effect.' })
  idempotencyKey?: string | null;
}

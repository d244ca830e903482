import { DateScalar, DecimalScalar } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Indicator } from '../indicators/indicator.js';
import { UnitGroup } from '../organizations/unit-group.js';
import { Period } from '../periods/period.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { AggregationBasis, CountedStates, ValueState } from './data-value-enums.js';
import { FigureReasonCode } from './figure-reasons.js';

@ObjectType({ description: 'Why a figure is not there, for programs and for people.' })
export class FigureReason {
  @Field(() => FigureReasonCode, { description: 'The reason as a stable code.' })
  code!: FigureReasonCode;

  @Field(() => String, { description: 'The reason as a sentence in the language of the caller.' })
  message!: string;
}

@ObjectType({ description: 'A figure that a total needs and does not have.' })
export class MissingFigure {
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit that has not reported it.' })
  unit!: number;

  @Field(() => Period, {
    nullable: true,
    description: 'The period of the indicator’s calendar it is missing for.',
  })
  period!: number;
}

@ObjectType({
  description:
    'How much of what a total needs is there: one figure for each unit and each period of the indicator’s calendar.',
})
export class FigureCoverage {
  @Field(() => Int, { description: 'How many figures are there.' })
  have!: number;

  @Field(() => Int, { description: 'How many figures are needed by now.' })
  needed!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'have over needed, from 0 to 1; null where nothing is needed.',
  })
  ratio!: string | null;

  @Field(() => [AdministrativeUnit], {
    description: 'Units of which some figure is missing; at most 200 are named.',
  })
  missing!: number[];

  @Field(() => [MissingFigure], {
    description: 'The missing figures one by one, the earliest first; at most 200 are named.',
  })
  missingFigures!: MissingFigure[];
}

@ObjectType({
  description:
    'A figure of a unit or group computed from those of the units that report. It counts all of them, whatever the caller may see one by one.',
})
export class IndicatorAggregate {
  @Field(() => Indicator, { nullable: true, description: 'The indicator whose figures these are.' })
  indicator!: number;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit asked for, named as on the day of the tree; null for a group.',
  })
  unit!: number | null;

  @Field(() => UnitGroup, { nullable: true, description: 'The group asked for; null for a unit.' })
  unitGroup!: number | null;

  @Field(() => Period, { nullable: true, description: 'The period the answer is about, as asked for.' })
  period!: number;

  @Field(() => DateScalar, { description: 'The first day of what was taken together.' })
  from!: string;

  @Field(() => DateScalar, { description: 'The last day of what was taken together.' })
  to!: string;

  @Field(() => AggregationBasis, { description: 'On which tree the figures were added up.' })
  basis!: AggregationBasis;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The date of the map; null where figures are as reported.',
  })
  mapDate!: string | null;

  @Field(() => CountedStates, { description: 'Which figures were counted.' })
  counted!: CountedStates;

  @Field(() => String, { description: 'Code of the source whose figures were counted.' })
  source!: string;

  @Field(() => String, { description: 'Which part it is of; empty for the whole.' })
  disaggregation!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The figure in its unit of measure; a share is a part of one ("0.934"), at most six places. Null where it cannot be computed or is withheld.',
  })
  value!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a share: the total above the line.' })
  numerator!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a share: the total it is counted among.' })
  denominator!: string | null;

  @Field(() => ValueState, {
    nullable: true,
    description: 'PROVISIONAL as soon as one figure in it is; null where there is none.',
  })
  state!: ValueState | null;

  @Field(() => Boolean, {
    description: 'Whether there is a figure at all; coverage says how complete it is.',
  })
  computable!: boolean;

  @Field(() => Boolean, {
    description: 'Whether it is withheld because a count in it is so small that it could point at persons.',
  })
  suppressed!: boolean;

  @Field(() => FigureReason, {
    nullable: true,
    description: 'Why there is no figure; null where there is one.',
  })
  reason!: FigureReason | null;

  @Field(() => FigureCoverage, {
    description: 'How much of what it needs is there. A total over less than all is less than it seems.',
  })
  coverage!: FigureCoverage;

  @Field(() => [AdministrativeUnit], {
    description:
      'Of a latest figure: units whose figure is of an earlier period than the last one due, which stands in.',
  })
  carriedForward!: number[];

  @Field(() => [AdministrativeUnit], {
    description:
      'On the map: units that stand in the way of an answer, or that hold today what the asked one held.',
  })
  obstacles!: number[];
}

@ObjectType({ description: 'A figure against the same period of the year before: "so với cùng kỳ".' })
export class ReportingChange {
  @Field(() => DecimalScalar, { nullable: true, description: 'The figure of the same period last year.' })
  samePeriodLastYear!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'This year’s less last year’s, in the unit of the figure: for shares a part of one.',
  })
  difference!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The difference over last year’s figure, in percent with at most two places.',
  })
  relativeChange!: string | null;

  @Field(() => FigureReason, {
    nullable: true,
    description: 'Why there is no change in percent; null where there is one.',
  })
  reason!: FigureReason | null;
}

@ObjectType({
  description:
    'The row that every Vietnamese report shows: in period, cumulative since the start of that calendar’s year, percent of plan, against the same period last year.',
})
export class IndicatorReportingRow {
  @Field(() => Indicator, { nullable: true, description: 'The indicator whose figures these are.' })
  indicator!: number;

  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit asked for; null for a group.' })
  unit!: number | null;

  @Field(() => UnitGroup, { nullable: true, description: 'The group asked for; null for a unit.' })
  unitGroup!: number | null;

  @Field(() => Period, { nullable: true, description: 'The period the answer is about, as asked for.' })
  period!: number;

  @Field(() => DecimalScalar, { nullable: true, description: 'The figure of the period by itself.' })
  inPeriod!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'Since the start of the calendar’s year: amounts add, a stock shows its latest, a share adds its parts, a status counts each unit once.',
  })
  cumulative!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The plan of the year, from the target that was named; null where none was.',
  })
  plan!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The cumulative figure over the plan, in percent with at most two places.',
  })
  percentOfPlan!: string | null;

  @Field(() => FigureReason, {
    nullable: true,
    description: 'Why there is no percentage of the plan; null where there is one.',
  })
  percentOfPlanReason!: FigureReason | null;

  @Field(() => ReportingChange, { description: 'The period by itself against the same period last year.' })
  inPeriodChange!: ReportingChange;

  @Field(() => ReportingChange, { description: 'The year so far against last year so far.' })
  cumulativeChange!: ReportingChange;

  @Field(() => IndicatorAggregate, {
    description: 'How the figure of the period was computed, with its coverage.',
  })
  inPeriodAggregate!: IndicatorAggregate;

  @Field(() => IndicatorAggregate, {
    description: 'How the cumulative figure was computed, with its coverage.',
  })
  cumulativeAggregate!: IndicatorAggregate;
}

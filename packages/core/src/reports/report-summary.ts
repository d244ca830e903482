import { Field, Int, ObjectType } from 'type-graphql';
import { Indicator } from '../indicators/indicator.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { IndicatorAggregate } from '../values/aggregate-types.js';
import { ReportVersion } from './report-version.js';

@ObjectType({
  description: 'One line of a form, with the accepted figures of all units below put together.',
})
export class ReportSummaryLine {
  @Field(() => Int, { description: 'Place of the line on the form, from 1.' })
  position!: number;

  @Field(() => Indicator, { nullable: true, description: 'The indicator that the line asks for.' })
  indicator!: number;

  @Field(() => String, { description: 'Which part of it ("work:repair"); empty for the whole.' })
  disaggregation!: string;

  @Field(() => IndicatorAggregate, {
    nullable: true,
    description: 'The figure, with how much of what it needs is there; null where the period is not kept.',
  })
  aggregate!: IndicatorAggregate | null;
}

@ObjectType({
  description:
    'What a report made of those below says now. Once it is signed, its versions say what it said then.',
})
export class ReportSummary {
  @Field(() => [ReportSummaryLine], { description: 'Its lines in the order of the form.' })
  lines!: ReportSummaryLine[];

  @Field(() => [ReportVersion], {
    description: 'The accepted reports of units below, as last signed, by the codes of their units.',
  })
  included!: number[];

  @Field(() => [AdministrativeUnit], {
    description: 'Units below whose report for the period has not been accepted.',
  })
  missing!: number[];
}

import { DecimalScalar } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Indicator } from '../indicators/indicator.js';
import { FindingKind, FindingSeverity } from './quality-enums.js';
import { ValueCheck } from './value-check.js';

@ObjectType({ description: 'Something about a figure of a report that is wrong, or worth a second look.' })
export class ReportFinding {
  @Field(() => FindingKind, { description: 'Whether a rule is broken or the figure is unusual.' })
  kind!: FindingKind;

  @Field(() => FindingSeverity, { description: 'Whether the report can be handed in all the same.' })
  severity!: FindingSeverity;

  @Field(() => String, { description: 'What was found, as a sentence in the language of the caller.' })
  message!: string;

  @Field(() => Indicator, { nullable: true, description: 'The indicator of the figure.' })
  indicator!: number;

  @Field(() => String, { description: 'Which part of it ("work:repair"); empty for the whole.' })
  disaggregation!: string;

  @Field(() => DecimalScalar, { description: 'What was told; of added parts, their sum.' })
  given!: string;

  @Field(() => ValueCheck, { nullable: true, description: 'The rule that is broken; null of outliers.' })
  check!: number | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The figure it is held against by a rule; null of outliers.',
  })
  against!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of an outlier: the lower end of what is usual for the unit; null of rules.',
  })
  usualFrom!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of an outlier: the upper end of what is usual for the unit; null of rules.',
  })
  usualTo!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of an outlier: how many earlier figures that is judged by; null of rules.',
  })
  history!: number | null;
}

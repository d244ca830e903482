import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Indicator } from '../indicators/indicator.js';
import { CheckRelation, FigureComponent, FindingSeverity } from './quality-enums.js';

/** How two figures must stand to each other. Reference data, told by the plugins in their contributions. */
@ObjectType({
  implements: Node,
  description: 'A rule that figures of one unit and period must satisfy together.',
})
@Entity({ schema: 'core', tableName: 'value_check' })
export class ValueCheck extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => String, { description: 'Stable name: "houses-add-up".' })
  @Property({ type: 'text', unique: true })
  key!: string;

  @Field(() => FindingSeverity, { description: 'What becomes of a report that does not satisfy it.' })
  @Property({ type: 'text' })
  severity!: FindingSeverity;

  @Field(() => CheckRelation, { description: 'How the first figure must stand to the other.' })
  @Property({ type: 'text' })
  relation!: CheckRelation;

  @Field(() => Indicator, { nullable: true, description: 'The indicator of the first figure.' })
  @ManyToOne({ entity: () => Indicator, fieldName: 'indicator_id' })
  indicator!: Rel<Indicator>;

  @Field(() => String, { description: 'Which part of it ("work:repair"); empty for the whole.' })
  @Property({ type: 'text', default: '' })
  disaggregation: string = '';

  @Field(() => FigureComponent, { description: 'Which number of the first figure.' })
  @Property({ type: 'text', default: 'VALUE' })
  component: FigureComponent = 'VALUE';

  @Field(() => Indicator, {
    nullable: true,
    description: 'The indicator of the other figure; null where parts are added up.',
  })
  @ManyToOne({ entity: () => Indicator, fieldName: 'other_indicator_id', nullable: true })
  otherIndicator: Rel<Indicator> | null = null;

  @Field(() => String, { description: 'Which part of the other; empty for the whole.' })
  @Property({ type: 'text', default: '' })
  otherDisaggregation: string = '';

  @Field(() => FigureComponent, { description: 'Which number of the other figure.' })
  @Property({ type: 'text', default: 'VALUE' })
  otherComponent: FigureComponent = 'VALUE';

  @Field(() => String, {
    nullable: true,
    description: 'Whose parts are added up, as in "work"; null for other relations.',
  })
  @Property({ type: 'text', nullable: true })
  dimension: string | null = null;

  @Property({ type: 'text' })
  titleVi!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Field(() => String, { description: 'What the rule rests on: a decree, a form, or plain arithmetic.' })
  @Property({ type: 'text' })
  basis!: string;

  @Field(() => DateScalar, { description: 'The first day about which figures are checked by it.' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day about which they are no longer; null while it holds.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { DataValue } from '../values/data-value.js';
import { ReviewStep } from './review-step.js';

@ObjectType({
  implements: Node,
  description: 'What is wrong with one figure, or one section, of a report that was returned.',
})
@Entity({ schema: 'core', tableName: 'review_remark' })
export class ReviewRemark extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => ReviewStep, { nullable: true, description: 'The step with which the report was returned.' })
  @ManyToOne({ entity: () => ReviewStep, fieldName: 'step_id' })
  step!: Rel<ReviewStep>;

  @Field(() => DataValue, {
    nullable: true,
    description: 'The figure as it was then; null where a whole section is meant.',
  })
  @ManyToOne({ entity: () => DataValue, fieldName: 'data_value_id', nullable: true })
  dataValue: Rel<DataValue> | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Key of the section that is meant; null where it is one figure.',
  })
  @Property({ type: 'text', nullable: true })
  section: string | null = null;

  @Field(() => String, { description: 'What is to be mended.' })
  @Property({ type: 'text' })
  reason!: string;
}

import { BigIntType, DecimalType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DecimalScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { CriteriaSet } from './criteria-set.js';
import { Comparison, Topic } from './topic.js';

/** One criterion of a set. */
@ObjectType('NewRuralAreasCriterion', {
  implements: Node,
  description:
    'One criterion of a set, with its threshold in words and, where there is a single one, as a number.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'criterion' })
export class Criterion {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => CriteriaSet, fieldName: 'set_id' })
  @Field(() => CriteriaSet, { nullable: true, description: 'The set that the criterion belongs to.' })
  set!: Rel<CriteriaSet>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Its number within the set, from 1 to 19.' })
  number!: number;

  @Property({ type: 'text' })
  @Field(() => Topic, { description: 'The group of criteria that it is put in.' })
  topic!: Topic;

  @Property({ type: 'text' })
  titleVi!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Property({ type: 'text' })
  thresholdTextVi!: string;

  @Property({ type: 'text' })
  thresholdTextEn!: string;

  @Property({ type: new DecimalType('string'), columnType: 'numeric', nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The threshold as a number; null where it cannot be said in one.',
  })
  threshold: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => Comparison, {
    nullable: true,
    description: 'How a value is held against the threshold; null where there is no number.',
  })
  comparison: Comparison | null = null;

  @Property({ type: 'text', nullable: true })
  unitOfMeasureVi: string | null = null;

  @Property({ type: 'text', nullable: true })
  unitOfMeasureEn: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the criterion was invented for the demonstration.' })
  demo: boolean = false;
}

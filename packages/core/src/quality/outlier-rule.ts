import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, DecimalScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Indicator } from '../indicators/indicator.js';

/** How far a figure may be from a unit's own history before somebody is told. Reference data. */
@ObjectType({
  implements: Node,
  description:
    'How far a figure may be from what the same unit reported before until it is pointed out as unusual.',
})
@Entity({ schema: 'core', tableName: 'outlier_rule' })
export class OutlierRule extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Indicator, {
    nullable: true,
    description: 'The indicator it is for; null for all that have no rule of their own.',
  })
  @ManyToOne({ entity: () => Indicator, fieldName: 'indicator_id', nullable: true })
  indicator: Rel<Indicator> | null = null;

  @Field(() => Int, { description: 'How many figures before it are looked at, at most.' })
  @Property({ type: 'int' })
  history!: number;

  @Field(() => Int, { description: 'How many there must be; with fewer nothing is said.' })
  @Property({ type: 'int' })
  leastHistory!: number;

  @Field(() => DecimalScalar, {
    description: 'From how many spreads off the median a figure is unusual (modified z-score).',
  })
  @Property({ type: 'numeric' })
  threshold!: string;

  @Field(() => DecimalScalar, {
    description:
      'The spread is taken as at least this part of the median, so that a flat history is not too strict.',
  })
  @Property({ type: 'numeric' })
  leastSpread!: string;

  @Field(() => String, { description: 'Where method and numbers are from.' })
  @Property({ type: 'text' })
  basis!: string;

  @Field(() => DateScalar, { description: 'The first day about which figures are judged by it.' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day about which they are no longer; null while it holds.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;
}

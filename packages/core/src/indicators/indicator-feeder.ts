import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { FeederKind } from './indicator-enums.js';
import { Indicator } from './indicator.js';

/** Where an indicator's figures come from over a range of days, judged at the end of a figure's period. */
@ObjectType({
  implements: Node,
  description:
    'Where figures of an indicator come from over a range of days; switching keeps what was before.',
})
@Entity({ schema: 'core', tableName: 'indicator_feeder' })
export class IndicatorFeeder extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Indicator, { nullable: true, description: 'The indicator that is fed.' })
  @ManyToOne({ entity: () => Indicator, fieldName: 'indicator_id' })
  indicator!: Rel<Indicator>;

  @Field(() => FeederKind, { description: 'Whether people enter the figures or a plugin computes them.' })
  @Property({ type: 'text' })
  kind!: FeederKind;

  @Field(() => String, {
    nullable: true,
    description:
      'Of computed figures: the records of the plugin they come from, by type name; null for entered ones.',
  })
  @Property({ type: 'text', nullable: true })
  derivedFrom: string | null = null;

  @Field(() => DateScalar, {
    description: 'The first day of which it holds: figures whose period ends on it or later.',
  })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day of which it no longer holds; null while it does.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { TipState } from './tip-state.js';
import { Tip } from './tip.js';

/**
 * What was done with a tip, in words that are as sealed as the tip: the audit trail, which others read, has the states
 * alone.
 */
@ObjectType('CrimePreventionTipStep', {
  implements: Node,
  description:
    'A step that was taken with a tip: from where to where, when, and what was said; sealed as the tip is.',
})
@Entity({ schema: 'crime_prevention', tableName: 'tip_step' })
export class TipStepTaken {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Tip, fieldName: 'tip_id' })
  @Field(() => Tip, { nullable: true, description: 'The tip that it was taken with.' })
  tip!: Rel<Tip>;

  @Property({ type: 'text' })
  @Field(() => TipState, { description: 'Where the tip stood before.' })
  before!: TipState;

  @Property({ type: 'text' })
  @Field(() => TipState, { description: 'Where it has stood since.' })
  after!: TipState;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The reason, the body it went to, or what the police said; null without words.',
  })
  note: string | null = null;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which it was taken.' })
  takenOn!: string;

  @Property({ type: new BigIntType('number') })
  takenBy!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

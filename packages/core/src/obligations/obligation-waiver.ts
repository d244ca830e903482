import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { User } from '../people/user.js';
import { Obligation } from './obligation.js';

/** Written by a trigger when an obligation is waived; changed once, when that is taken back. */
@ObjectType({
  implements: Node,
  description: 'That a unit was excused from a report, and, where it was, that this was taken back.',
})
@Entity({ schema: 'core', tableName: 'obligation_waiver' })
export class ObligationWaiver extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Obligation, { nullable: true, description: 'What the unit was excused from.' })
  @ManyToOne({ entity: () => Obligation, fieldName: 'obligation_id' })
  obligation!: Rel<Obligation>;

  @Field(() => Date, { description: 'When the unit was excused.' })
  @Property({ type: 'timestamptz' })
  waivedAt!: Date;

  @Field(() => User, {
    nullable: true,
    description: 'Who excused it; null where accounts may not be seen, or it was loaded.',
  })
  @ManyToOne({ entity: () => User, fieldName: 'waived_by', nullable: true })
  waivedBy: Rel<User> | null = null;

  @Field(() => String, { description: 'Why it was excused, as the officer wrote.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => Date, { nullable: true, description: 'When that was taken back; null while it holds.' })
  @Property({ type: 'timestamptz', nullable: true })
  withdrawnAt: Date | null = null;

  @Field(() => User, {
    nullable: true,
    description: 'Who took it back; null while it holds, or where accounts may not be seen.',
  })
  @ManyToOne({ entity: () => User, fieldName: 'withdrawn_by', nullable: true })
  withdrawnBy: Rel<User> | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was taken back; null while it holds.' })
  @Property({ type: 'text', nullable: true })
  withdrawReason: string | null = null;
}

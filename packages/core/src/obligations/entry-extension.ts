import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { User } from '../people/user.js';
import { Obligation } from './obligation.js';

/** That one report may be entered longer than its deadline lets. Kept for good; of several the longest counts. */
@ObjectType({
  implements: Node,
  description:
    'That figures of one report may be entered for longer than its deadline allows, and why. Of several, the longest counts.',
})
@Entity({ schema: 'core', tableName: 'entry_extension' })
export class EntryExtension extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Obligation, { nullable: true, description: 'The report that is owed.' })
  @ManyToOne({ entity: () => Obligation, fieldName: 'obligation_id' })
  obligation!: Rel<Obligation>;

  @Field(() => DateScalar, { description: 'The last day on which it may be entered and handed in.' })
  @Property({ type: 'date' })
  openUntil!: string;

  @Field(() => String, { description: 'Why it was kept open, as the officer wrote.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => Date, { description: 'When it was granted, by the clock of the server.' })
  @Property({ type: 'timestamptz' })
  grantedAt!: Date;

  @Field(() => User, {
    nullable: true,
    description: 'Who granted it; null where accounts may not be seen, or it was loaded.',
  })
  @ManyToOne({ entity: () => User, fieldName: 'granted_by', nullable: true })
  grantedBy: Rel<User> | null = null;

  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;
}

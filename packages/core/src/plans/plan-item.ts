import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Activity } from '../activities/activity.js';
import { Target } from '../targets/target.js';
import { Plan } from './plan.js';

/** A target to reach or an activity to hold, as a plan has it over some of its versions. */
@ObjectType({
  implements: Node,
  description: 'A target or an activity (exactly one of them) that a work plan contains, or once did.',
})
@Entity({ schema: 'core', tableName: 'plan_item' })
export class PlanItem extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Plan, { nullable: true, description: 'The plan that contains it.' })
  @ManyToOne({ entity: () => Plan, fieldName: 'plan_id' })
  plan!: Rel<Plan>;

  @Field(() => Target, {
    nullable: true,
    description: 'The target to be reached; null for an activity, or where you may not see it.',
  })
  @ManyToOne({ entity: () => Target, fieldName: 'target_id', nullable: true })
  target: Rel<Target> | null = null;

  @Field(() => Activity, {
    nullable: true,
    description: 'The activity to be held; null for a target, or where you may not see it.',
  })
  @ManyToOne({ entity: () => Activity, fieldName: 'activity_id', nullable: true })
  activity: Rel<Activity> | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'How the unit means to go about it, in Vietnamese; null where nothing is said.',
  })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => Int, { description: 'The first version of the plan that contains it.' })
  @Property({ type: 'int' })
  addedVersion!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The first version of the plan that no longer does; null while it does.',
  })
  @Property({ type: 'int', nullable: true })
  removedVersion: number | null = null;
}

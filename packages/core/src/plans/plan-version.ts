import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Document } from '../documents/document.js';
import { User } from '../people/user.js';
import { PlanState } from './plan-state.js';
import { Plan } from './plan.js';

/** What a plan was before it was adjusted (“kịp thời điều chỉnh, bổ sung”). Its items are those of that version. */
@ObjectType({
  implements: Node,
  description:
    'A work plan as it was before an adjustment; `Plan.items(filter: { inVersion })` has its items.',
})
@Entity({ schema: 'core', tableName: 'plan_version' })
export class PlanVersion extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Plan, { nullable: true, description: 'The plan that was adjusted.' })
  @ManyToOne({ entity: () => Plan, fieldName: 'plan_id' })
  plan!: Rel<Plan>;

  @Field(() => Int, { description: 'The last number that the plan had as it was.' })
  @Property({ type: 'int' })
  version!: number;

  @Field(() => String, { description: 'What it was called.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => PlanState, { description: 'Whether this version was in force or waited to be approved.' })
  @Property({ type: 'text' })
  state!: PlanState;

  @Field(() => Document, {
    nullable: true,
    description: 'The document it rested on; null where none was named or you may not read it.',
  })
  @ManyToOne({ entity: () => Document, fieldName: 'basis_document_id', nullable: true })
  basisDocument: Rel<Document> | null = null;

  @Field(() => String, { description: 'Why it was adjusted.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => Date, { description: 'When it was adjusted.' })
  @Property({ type: 'timestamptz' })
  replacedAt!: Date;

  @Field(() => User, {
    nullable: true,
    description: 'Who adjusted it; null where accounts may not be seen, or it was loaded.',
  })
  @ManyToOne({ entity: () => User, fieldName: 'replaced_by', nullable: true })
  replacedBy: Rel<User> | null = null;
}

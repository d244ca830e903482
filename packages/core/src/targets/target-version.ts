import { BigIntType, DecimalType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, DecimalScalar, Node, type RequestContext } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { User } from '../people/user.js';
import { TargetOperator } from './target-enums.js';
import { Target } from './target.js';

const numeric = { type: new DecimalType('string'), columnType: 'numeric' } as const;

/** What was asked for before somebody asked for something else. */
@ObjectType({
  implements: Node,
  description: 'What a target asked for before it was changed, and why it was.',
})
@Entity({ schema: 'core', tableName: 'target_version' })
export class TargetVersion extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Target, { nullable: true, description: 'The target that was changed.' })
  @ManyToOne({ entity: () => Target, fieldName: 'target_id' })
  target!: Rel<Target>;

  @Field(() => Int, { description: 'The number that the target had.' })
  @Property({ type: 'int' })
  version!: number;

  @Field(() => TargetOperator as object, { description: 'What was asked for: at least, at most, a range.' })
  @Property({ type: 'text' })
  operator!: TargetOperator;

  @Field(() => DecimalScalar, { description: 'The level, the lower end or the change that it asked for.' })
  @Property({ ...numeric })
  value!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'The upper end of a range; null for all else.' })
  @Property({ ...numeric, nullable: true })
  valueMax: string | null = null;

  @Field(() => DateScalar, { description: 'The last day on which it was to be reached.' })
  @Property({ type: 'date' })
  deadline!: string;

  @Field(() => String, { description: 'Why it was changed.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => Date, { description: 'When it was changed.' })
  @Property({ type: 'timestamptz' })
  replacedAt!: Date;

  @Field(() => User, {
    nullable: true,
    description: 'Who changed it; null where accounts may not be seen, or it was loaded.',
  })
  @ManyToOne({ entity: () => User, fieldName: 'replaced_by', nullable: true })
  replacedBy: Rel<User> | null = null;
}

/** Keeps what targets ask for, before they are changed. */
export async function keepVersions(
  { session, clock, caller }: RequestContext,
  targets: readonly number[],
  reason: string,
): Promise<void> {
  await session.query(
    `insert into core.target_version (target_id, version, operator, value, value_max, deadline, reason, replaced_at, replaced_by)
     select id, version, operator, value, value_max, deadline, $2, $3, $4 from core.target where id = any ($1::bigint[])
     on conflict (target_id, version) do nothing`,
    [targets, reason, clock.now(), caller.userId],
  );
}

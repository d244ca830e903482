import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { Period } from './period.js';

/** That the figures of a period are closed for a part of the country. Opened again, it stays as a record. */
@ObjectType({
  implements: Node,
  description:
    'That figures of a period, and of the smaller periods inside it, are closed: nothing is recorded, corrected or accepted.',
})
@Entity({ schema: 'core', tableName: 'period_lock' })
export class PeriodLock extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Period, { nullable: true, description: 'The period that is closed, with all that lie in it.' })
  @ManyToOne({ entity: () => Period, fieldName: 'period_id' })
  period!: Rel<Period>;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'It is closed for this unit and everything below; null: for the whole country.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id', nullable: true })
  unit: Rel<AdministrativeUnit> | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'It is closed for this program ("PRG-27"); null: for all.',
  })
  @Property({ type: 'text', nullable: true })
  program: string | null = null;

  @Field(() => String, { description: 'Why it was closed, as the officer wrote.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => Date, { description: 'When it was closed, by the clock of the server.' })
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  lockedAt!: Date;

  /** Who closed it: a user id; audit rows tell the rest. */
  @Property({ type: new BigIntType('number'), nullable: true })
  lockedBy: number | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was opened again; null while it holds.' })
  @Property({ type: 'timestamptz', nullable: true })
  unlockedAt: Date | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  unlockedBy: number | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was opened again.' })
  @Property({ type: 'text', nullable: true })
  unlockReason: string | null = null;
}

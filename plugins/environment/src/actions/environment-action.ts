import { BigIntType, DecimalType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, Organization } from '@phoihop/core';
import { DateScalar, DecimalScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Code } from '../codes/code.js';
import { ActionPurpose, ActionState } from './action-state.js';

/** What people did together for the environment on a day. */
@ObjectType('EnvironmentAction', {
  implements: Node,
  description:
    'What people did together for the environment on a day: cleaning a place, or meeting climate change.',
})
@Entity({ schema: 'environment', tableName: 'action' })
export class EnvironmentAction {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'Residential area, commune, ward or town, named as it was on the day.',
  })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id', nullable: true })
  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that led it; null where the Front of the place did.',
  })
  organization: Rel<Organization> | null = null;

  @Property({ type: 'text' })
  @Field(() => ActionPurpose, { description: 'What it was for.' })
  purpose!: ActionPurpose;

  @ManyToOne({ entity: () => Code, fieldName: 'kind_id' })
  @Field(() => Code, { nullable: true, description: 'Its kind, from the list of its purpose.' })
  kind!: Rel<Code>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which it was.' })
  heldOn!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Where in the unit: the road, canal or market.' })
  place!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many people took part.' })
  participants!: number;

  @Property({ type: new DecimalType('string'), columnType: 'numeric' })
  @Field(() => DecimalScalar, { description: 'Waste collected, in kilograms.' })
  wasteKg!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Road cleaned, in meters.' })
  roadMeters!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Canal or drain cleared, in meters.' })
  canalMeters!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Trees planted.' })
  trees!: number;

  @Property({ type: 'text' })
  @Field(() => ActionState, { description: 'Whether somebody else has looked at it.' })
  state: ActionState = ActionState.RECORDED;

  @Property({ type: new BigIntType('number') })
  recordedBy!: number;

  @Property({ type: new BigIntType('number'), nullable: true })
  correctedBy: number | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When it was confirmed; null unless it is.' })
  confirmedOn: string | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  confirmedBy: number | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null while it counts.' })
  withdrawalReason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { GapState } from './gap-state.js';

/** A household with members who lack health insurance. Personal data, restricted: every list of them is audited. */
@ObjectType('SocialInsuranceGapHousehold', {
  implements: Node,
  description:
    'A household with members who lack health insurance: personal data for those who call on it, and for nobody else.',
})
@Entity({ schema: 'social_insurance', tableName: 'gap_household' })
export class GapHousehold {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'Residential area or commune in which the household lives.',
  })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Name of the person who heads the household; personal data.' })
  headName!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'House and road, as far as noted; personal data.' })
  address: string | null = null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many people live in the household.' })
  members!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, {
    description: 'How many of them have no health insurance; 0 exactly when they have joined.',
  })
  uninsured!: number;

  @Property({ type: 'text' })
  @Field(() => GapState, { description: 'How far the talk with them has come.' })
  state: GapState = GapState.OPEN;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Day on which the gap was noted.' })
  notedOn!: string;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the household was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

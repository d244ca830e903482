import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Code } from '../codes/code.js';
import { ModelState } from './model-state.js';

/** A model by which people of a place keep watch themselves. */
@ObjectType('CrimePreventionSecurityModel', {
  implements: Node,
  description:
    'A model by which the people of a place keep watch themselves, within the movement “All people protect national security”.',
})
@Entity({ schema: 'crime_prevention', tableName: 'security_model' })
export class SecurityModel {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'Residential area, commune, ward or town that it belongs to.',
  })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Code, fieldName: 'kind_id' })
  @Field(() => Code, { nullable: true, description: 'Its kind, from the list MODEL_KIND.' })
  kind!: Rel<Code>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What its people call it.' })
  name!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, {
    description: 'How many people take part; for a bell or cameras, those who look after it.',
  })
  members!: number;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which it began.' })
  startedOn!: string;

  @Property({ type: 'text' })
  @Field(() => ModelState, { description: 'Whether it keeps watch at present.' })
  state: ModelState = ModelState.ACTIVE;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it rests; null unless it is suspended.',
  })
  suspendedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is no more; null while it goes on.',
  })
  endedOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was given up; null while it goes on.' })
  endReason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

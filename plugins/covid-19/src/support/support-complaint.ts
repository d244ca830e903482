import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { SupportList } from './support-list.js';

/** Personal data, restricted: every list of them is audited. */
@ObjectType('Covid19SupportComplaint', {
  implements: Node,
  description: 'A complaint about a posted list, with its answer: personal data; every look is recorded.',
})
@Entity({ schema: 'covid_19', tableName: 'support_complaint' })
export class SupportComplaint {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => SupportList, fieldName: 'list_id' })
  @Field(() => SupportList, { nullable: true, description: 'The list it is about.' })
  list!: Rel<SupportList>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit of the list.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What is complained about; personal data.' })
  text!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day it was received.' })
  receivedOn!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What was answered; null before.' })
  answer: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day it was answered; null before.' })
  answeredOn: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

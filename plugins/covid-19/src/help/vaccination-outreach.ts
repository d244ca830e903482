import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Outbreak } from '../outbreaks/outbreak.js';

@ObjectType('Covid19VaccinationOutreach', {
  implements: Node,
  description:
    'A meeting or round of calls to win people for vaccination; who was vaccinated is not kept here.',
})
@Entity({ schema: 'covid_19', tableName: 'vaccination_outreach' })
export class VaccinationOutreach {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit in which it was held.' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Outbreak, fieldName: 'outbreak_id' })
  @Field(() => Outbreak, { nullable: true, description: 'The outbreak it was for.' })
  outbreak!: Rel<Outbreak>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day it was held.' })
  heldOn!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was spoken about.' })
  topic!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many people came or were called on.' })
  reached!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many of them put their name down.' })
  registered!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was withdrawn: it stays in the list and counts nowhere.' })
  withdrawn: boolean = false;

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

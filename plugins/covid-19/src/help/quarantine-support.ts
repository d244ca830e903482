import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Outbreak } from '../outbreaks/outbreak.js';
import { QuarantinePlace } from './quarantine-place.js';

@ObjectType('Covid19QuarantineSupport', {
  implements: Node,
  description:
    'Food and goods brought to people in quarantine or in a sealed area, counted by households; nobody is named.',
})
@Entity({ schema: 'covid_19', tableName: 'quarantine_support' })
export class QuarantineSupport {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit in which they were brought.' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Outbreak, fieldName: 'outbreak_id' })
  @Field(() => Outbreak, { nullable: true, description: 'The outbreak it was for.' })
  outbreak!: Rel<Outbreak>;

  @Property({ type: 'text' })
  @Field(() => QuarantinePlace, { description: 'Where the people were.' })
  place!: QuarantinePlace;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day it was brought.' })
  givenOn!: string;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description:
      'How many households it was for; told to those who record such help, because few in quarantine are soon known.',
  })
  households: number | null = null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many parcels or meals were brought.' })
  parcels!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was brought.' })
  what!: string;

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

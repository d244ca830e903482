import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../units/administrative-unit.js';

/** Someone who works for the Front or a partner: no more is kept than is needed to reach them. */
@ObjectType({
  implements: Node,
  description:
    'Someone who works for the Front or a partner. Personal data: seen by the person and by those who may read personal data over the unit.',
})
@Entity({ schema: 'core', tableName: 'person' })
export class Person extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => String, { description: 'Family name, middle name and given name in the Vietnamese order.' })
  @Property({ type: 'text' })
  fullName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number for official calls; null where none was given.',
  })
  @Property({ type: 'text', nullable: true })
  phone: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Address for official mail; null where none was given.',
  })
  @Property({ type: 'text', nullable: true })
  email: string | null = null;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description:
      'The unit that keeps the record: its administrators answer for it. Roles elsewhere do not change it.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @Field(() => Boolean, { description: 'Whether the person was invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;
}

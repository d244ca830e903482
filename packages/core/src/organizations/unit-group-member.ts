import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { UnitGroup } from './unit-group.js';

/** That a unit belonged to a group over a range of days. */
@ObjectType({ implements: Node, description: 'That a unit belongs to a group, over a range of days.' })
@Entity({ schema: 'core', tableName: 'unit_group_member' })
export class UnitGroupMember extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => UnitGroup, { nullable: true, description: 'Which group it belongs to.' })
  @ManyToOne({ entity: () => UnitGroup, fieldName: 'group_id' })
  group!: Rel<UnitGroup>;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The administrative unit that belongs to it.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @Field(() => DateScalar, { description: 'The first day of membership.' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day after membership; null while it lasts.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;
}

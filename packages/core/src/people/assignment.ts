import { ArrayType, BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Organization } from '../organizations/organization.js';
import { UnitGroup } from '../organizations/unit-group.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { AssignmentReach } from './assignment-reach.js';
import { Person } from './person.js';
import { Role } from './role.js';
import { User } from './user.js';

/** That someone holds a role, over a unit or a group of units and over some programs, for a time. */
@ObjectType({
  implements: Node,
  description:
    'That someone holds a role over a unit or a group of units, and over some programs, for a time. Rights are those of the assignments valid on the business date.',
})
@Entity({ schema: 'core', tableName: 'assignment' })
export class Assignment extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => User, { nullable: true, description: 'The account that holds the role.' })
  @ManyToOne({ entity: () => User, fieldName: 'user_id' })
  user!: Rel<User>;

  @Field(() => Role, { nullable: true, description: 'The role that the person holds by it.' })
  @ManyToOne({ entity: () => Role, fieldName: 'role_id' })
  role!: Rel<Role>;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization it is held for; null where it is for none.',
  })
  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id', nullable: true })
  organization: Rel<Organization> | null = null;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit it is held over; null where it is over a group.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id', nullable: true })
  unit: Rel<AdministrativeUnit> | null = null;

  @Field(() => UnitGroup, {
    nullable: true,
    description:
      'The group whose members on the business date it is held over; null where it is over a unit.',
  })
  @ManyToOne({ entity: () => UnitGroup, fieldName: 'group_id', nullable: true })
  group: Rel<UnitGroup> | null = null;

  @Field(() => AssignmentReach, {
    description: 'Whether what is below the unit, or below each member, is meant too.',
  })
  @Property({ type: 'text' })
  reach!: AssignmentReach;

  @Field(() => [String], {
    nullable: true,
    description:
      'Codes of the programs it is limited to, as "PRG-27"; null for all programs, or see organizationPrograms.',
  })
  @Property({ type: new ArrayType(), columnType: 'text[]', nullable: true })
  programs: string[] | null = null;

  @Field(() => Boolean, {
    description:
      'Whether it is limited to the programs in which its organization takes part on the business date.',
  })
  @Property({ type: 'boolean', default: false })
  organizationPrograms: boolean = false;

  @Field(() => DateScalar, { description: 'The first day on which the role is held.' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is no longer held; null without an end.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;

  @Field(() => Person, {
    nullable: true,
    description: 'Whom the holder stands in for; null where it is held in one’s own right.',
  })
  @ManyToOne({ entity: () => Person, fieldName: 'acting_for_id', nullable: true })
  actingFor: Rel<Person> | null = null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was taken away at once; null where it was not.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null = null;

  @Field(() => Boolean, { description: 'Whether it was made for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;

  @Field(() => Int, {
    description: 'Number of the state that was read; to be sent back as expectedVersion with a change.',
  })
  @Property({ type: 'integer', version: true })
  version!: number;
}

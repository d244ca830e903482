import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { SupportPackage } from '../reference/support-package.js';
import { SupportListState } from './support-list-state.js';

@ObjectType('Covid19SupportList', {
  implements: Node,
  description:
    'A list of those who are to get a support package in a unit, from its draft over the posting for complaints to the delivery. It names nobody; its households do.',
})
@Entity({ schema: 'covid_19', tableName: 'support_list' })
export class SupportList {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The commune, ward or town whose list it is.',
  })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => SupportPackage, fieldName: 'package_id' })
  @Field(() => SupportPackage, { nullable: true, description: 'What is given, and by which policy.' })
  package!: Rel<SupportPackage>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called: the round, the group.' })
  title!: string;

  @Property({ type: 'text' })
  @Field(() => SupportListState, { description: 'How far it has come.' })
  state!: SupportListState;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day it was posted; null before.' })
  postedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day for complaints; null before it is posted.',
  })
  complaintsUntil: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day it was approved; null before.' })
  approvedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day the last household had received it; null before.',
  })
  deliveredOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'The decision that approves it, as it is cited; null before.',
  })
  decision: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was returned last; null where it never was.' })
  returnReason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

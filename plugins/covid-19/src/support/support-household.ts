import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, DecimalScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { SupportList } from './support-list.js';

/** Personal data, restricted: every list of them is audited. */
@ObjectType('Covid19SupportHousehold', {
  implements: Node,
  description:
    'A household on a support list: personal data for those who make, check and supervise such lists; every look is recorded.',
})
@Entity({ schema: 'covid_19', tableName: 'support_household' })
export class SupportHousehold {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => SupportList, fieldName: 'list_id' })
  @Field(() => SupportList, { nullable: true, description: 'The list it stands on.' })
  list!: Rel<SupportList>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit of the list.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Name of the person who heads the household; personal data.' })
  headName!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'House and road, as far as noted; personal data.' })
  address: string | null = null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many people of the household the support is for.' })
  people!: number;

  @Property({ type: 'decimal', precision: 16, scale: 0 })
  @Field(() => DecimalScalar, { description: 'How much it is to get, in dong.' })
  amount!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why it was taken off the list; null while it is on it.',
  })
  removedReason: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'The day it received the support; null before.' })
  receivedOn: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

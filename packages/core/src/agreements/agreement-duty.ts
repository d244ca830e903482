import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Organization } from '../organizations/organization.js';
import { AgreementDutyKind, AgreementDutyOwner, AgreementRecurrence } from './agreement-enums.js';
import { Agreement } from './agreement.js';

/** What an agreement says that somebody does; obligations are made of it when it is signed. */
@ObjectType({
  implements: Node,
  description: 'What an agreement says is to be done: by whom, how often, and how soon after each period.',
})
@Entity({ schema: 'core', tableName: 'agreement_duty' })
export class AgreementDuty extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Agreement, { nullable: true, description: 'The agreement that says so.' })
  @ManyToOne({ entity: () => Agreement, fieldName: 'agreement_id' })
  agreement!: Rel<Agreement>;

  @Field(() => Int, { description: 'Its place among the duties, from 1.' })
  @Property({ type: 'int' })
  position!: number;

  @Field(() => AgreementDutyKind, { description: 'Whether it is a review, and which, or another action.' })
  @Property({ type: 'text' })
  kind!: AgreementDutyKind;

  @Field(() => AgreementDutyOwner, { description: 'Who owes it.' })
  @Property({ type: 'text' })
  owedBy!: AgreementDutyOwner;

  @Field(() => Organization, {
    nullable: true,
    description: 'The party that owes it; null where each party or the Front does.',
  })
  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id', nullable: true })
  organization: Rel<Organization> | null = null;

  @Field(() => String, { description: 'What is to be done, in Vietnamese.' })
  @Property({ type: 'text' })
  action!: string;

  @Field(() => AgreementRecurrence, { description: 'How often it comes back.' })
  @Property({ type: 'text' })
  recurrence!: AgreementRecurrence;

  @Field(() => DateScalar, { nullable: true, description: 'Of a duty that is owed ONCE: the day it is for.' })
  @Property({ type: 'date', nullable: true })
  onceOn: string | null = null;

  @Field(() => Int, {
    description:
      'How many days after the end of each period, or after its day, it is due; a free day moves it to the next working day.',
  })
  @Property({ type: 'int' })
  dueAfter!: number;

  @Field(() => Boolean, { description: 'Whether these days are working days.' })
  @Property({ type: 'boolean' })
  inWorkingDays!: boolean;

  @Field(() => Int, { description: 'How many days before the deadline one is reminded.' })
  @Property({ type: 'int' })
  noticeDays!: number;

  @Field(() => Boolean, { description: 'Whether it was taken out again while the agreement was a draft.' })
  @Property({ type: 'boolean', default: false })
  dropped: boolean = false;

  @Field(() => Boolean, { description: 'Whether the duty was invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;
}

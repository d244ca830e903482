import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Obligation } from '../obligations/obligation.js';
import { Organization } from '../organizations/organization.js';
import { User } from '../people/user.js';
import { Period } from '../periods/period.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { ReportState } from './report-enums.js';
import { ReportTemplate } from './report-template.js';

/** A form filled in by one unit for one period, on its way from draft to accepted. Its figures are data values. */
@ObjectType({
  implements: Node,
  description:
    'A form as one unit fills it in for one period: drafted, handed in, accepted by the level above.',
})
@Entity({ schema: 'core', tableName: 'report' })
export class Report extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => ReportTemplate, { nullable: true, description: 'The form that is filled in.' })
  @ManyToOne({ entity: () => ReportTemplate, fieldName: 'template_id' })
  template!: Rel<ReportTemplate>;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit it is of, named as on the last day the report is about.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that answers for it, where one is named.',
  })
  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id', nullable: true })
  organization: Rel<Organization> | null = null;

  @Field(() => Period, { nullable: true, description: 'The stretch of days it reports on.' })
  @ManyToOne({ entity: () => Period, fieldName: 'period_id' })
  period!: Rel<Period>;

  @Field(() => DateScalar, {
    description: 'The last day it is about: of its period, or of its unit where that ended before.',
  })
  @Property({ type: 'date' })
  asOf!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the program of its form; null where that gathers several.',
  })
  @Property({ type: 'text', nullable: true })
  program: string | null = null;

  @Field(() => ReportState, { description: 'How far it has come on its way from draft to accepted.' })
  @Property({ type: 'text', default: 'DRAFT' })
  state: ReportState = 'DRAFT';

  @Field(() => String, { nullable: true, description: 'What its unit has to say beside the figures.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => String, {
    nullable: true,
    description:
      'Of a report made of those below: why it is handed in although some of these are missing; null where none is.',
  })
  @Property({ type: 'text', nullable: true })
  missingReason: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When it was last handed in; null while it never was.' })
  @Property({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null = null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was first handed in; stays when it is returned and handed in again.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  firstSubmittedAt: Date | null = null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The business date on which it was first handed in, by which it is in time or late.',
  })
  @Property({ type: 'date', nullable: true })
  firstSubmittedOn: string | null = null;

  @Field(() => Obligation, {
    nullable: true,
    description: 'That its unit owes it, and by when; null where no deadline asks for it.',
  })
  @ManyToOne({ entity: () => Obligation, fieldName: 'obligation_id', nullable: true })
  obligation: Rel<Obligation> | null = null;

  @Field(() => User, {
    nullable: true,
    description: 'Who handed it in; null where accounts may not be seen.',
  })
  @ManyToOne({ entity: () => User, fieldName: 'submitted_by', nullable: true })
  submittedBy: Rel<User> | null = null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the level above accepted it; null while it has not.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  acceptedAt: Date | null = null;

  @Field(() => User, { nullable: true, description: 'Who accepted it; never who handed it in.' })
  @ManyToOne({ entity: () => User, fieldName: 'accepted_by', nullable: true })
  acceptedBy: Rel<User> | null = null;

  @Field(() => Date, {
    nullable: true,
    description: 'When an officer verified what was handed in last; null while none has.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  verifiedAt: Date | null = null;

  @Field(() => User, { nullable: true, description: 'Who verified it; never who handed it in.' })
  @ManyToOne({ entity: () => User, fieldName: 'verified_by', nullable: true })
  verifiedBy: Rel<User> | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was last returned; null where it never was.' })
  @Property({ type: 'text', nullable: true })
  returnReason: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was last opened again after it had been accepted; null where it never was.',
  })
  @Property({ type: 'text', nullable: true })
  reopenReason: string | null = null;

  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;

  @Field(() => Int, {
    description: 'Number of the state that was read; to be sent back as expectedVersion with a change.',
  })
  @Property({ type: 'int', version: true })
  version!: number;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Document } from '../documents/document.js';
import { Organization } from '../organizations/organization.js';
import { User } from '../people/user.js';
import { Period } from '../periods/period.js';
import { AgreementDuty } from './agreement-duty.js';
import { Agreement } from './agreement.js';

/** Made by the system of duties, periods and parties; the status is computed, see agreement-obligation-status.ts. */
@ObjectType({
  implements: Node,
  description: 'That an organization owes a duty of an agreement for a period, and by when.',
})
@Entity({ schema: 'core', tableName: 'agreement_obligation' })
export class AgreementObligation extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Agreement, { nullable: true, description: 'The agreement it is owed under.' })
  @ManyToOne({ entity: () => Agreement, fieldName: 'agreement_id' })
  agreement!: Rel<Agreement>;

  @Field(() => AgreementDuty, { nullable: true, description: 'What is to be done, as the agreement says.' })
  @ManyToOne({ entity: () => AgreementDuty, fieldName: 'duty_id' })
  duty!: Rel<AgreementDuty>;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that owes it, named as on the last day of the period.',
  })
  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id' })
  organization!: Rel<Organization>;

  @Field(() => Organization, {
    nullable: true,
    description:
      'The Front committee that owed it until its unit ended and another took over; null where none did.',
  })
  @ManyToOne({ entity: () => Organization, fieldName: 'taken_over_from_id', nullable: true })
  takenOverFrom: Rel<Organization> | null = null;

  @Field(() => Period, {
    nullable: true,
    description: 'The stretch of days it is owed for; null where it is owed for one day.',
  })
  @ManyToOne({ entity: () => Period, fieldName: 'period_id', nullable: true })
  period: Rel<Period> | null = null;

  @Field(() => DateScalar, { description: 'The last day of that stretch, or the day itself.' })
  @Property({ type: 'date' })
  asOf!: string;

  @Field(() => DateScalar, { description: 'The last day on which it is in time.' })
  @Property({ type: 'date' })
  dueOn!: string;

  @Field(() => Boolean, {
    description:
      'Whether the holidays of all years up to the deadline are known; false: only weekends were heeded.',
  })
  @Property({ type: 'boolean' })
  holidaysKnown!: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it was done, as was said.' })
  @Property({ type: 'date', nullable: true })
  doneOn: string | null = null;

  @Field(() => String, { nullable: true, description: 'What was done, in a few words.' })
  @Property({ type: 'text', nullable: true })
  doneNote: string | null = null;

  @Field(() => Document, {
    nullable: true,
    description: 'The document that proves it; null where none was named or you may not read it.',
  })
  @ManyToOne({ entity: () => Document, fieldName: 'evidence_id', nullable: true })
  evidence: Rel<Document> | null = null;

  @Field(() => User, {
    nullable: true,
    description: 'Who said that it was done; null where accounts may not be seen, or it was loaded.',
  })
  @ManyToOne({ entity: () => User, fieldName: 'done_by', nullable: true })
  doneBy: Rel<User> | null = null;

  @Field(() => Date, { nullable: true, description: 'When the organization was excused; null where not.' })
  @Property({ type: 'timestamptz', nullable: true })
  waivedAt: Date | null = null;

  @Field(() => User, {
    nullable: true,
    description: 'Who excused it, never of the organization itself; null where accounts may not be seen.',
  })
  @ManyToOne({ entity: () => User, fieldName: 'waived_by', nullable: true })
  waivedBy: Rel<User> | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was excused.' })
  @Property({ type: 'text', nullable: true })
  waiveReason: string | null = null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which the agreement ended before this was due; null where it did not.',
  })
  @Property({ type: 'date', nullable: true })
  lapsedOn: string | null = null;

  @Field(() => Int, {
    description: 'Number of the state that was read; to be sent back as expectedVersion with a change.',
  })
  @Property({ type: 'int', version: true })
  version!: number;
}

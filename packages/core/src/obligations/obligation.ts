import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { User } from '../people/user.js';
import { Period } from '../periods/period.js';
import { ReportTemplate } from '../reports/report-template.js';
import { Report } from '../reports/report.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { ReportDeadline } from './report-deadline.js';

/**
 * That a unit owes a report: made by the system from forms, periods, units and deadlines. What the report says of its
 * hand-in is repeated here by triggers; the status is computed, see obligation-status.ts.
 */
@ObjectType({
  implements: Node,
  description: 'That a unit owes the report of a form for a period, and by when.',
})
@Entity({ schema: 'core', tableName: 'obligation' })
export class Obligation extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => ReportTemplate, { nullable: true, description: 'The form that is to be filled in.' })
  @ManyToOne({ entity: () => ReportTemplate, fieldName: 'template_id' })
  template!: Rel<ReportTemplate>;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit that owes it, named as on the last day the report is about.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @Field(() => Period, { nullable: true, description: 'The stretch of days to be reported on.' })
  @ManyToOne({ entity: () => Period, fieldName: 'period_id' })
  period!: Rel<Period>;

  @Field(() => DateScalar, {
    description: 'The last day the report is about: of the period, or of the unit where that ended before.',
  })
  @Property({ type: 'date' })
  asOf!: string;

  @Field(() => Boolean, {
    description: 'Whether the unit ended inside the period, so that it owes a report of the days until then.',
  })
  @Property({ type: 'boolean', default: false })
  closesEarly: boolean = false;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the program of the form; null where that gathers several.',
  })
  @Property({ type: 'text', nullable: true })
  program: string | null = null;

  @Field(() => ReportDeadline, {
    nullable: true,
    description: 'The rule by which it is due, with its basis.',
  })
  @ManyToOne({ entity: () => ReportDeadline, fieldName: 'deadline_id' })
  deadline!: Rel<ReportDeadline>;

  @Field(() => DateScalar, { description: 'The last day on which it is in time.' })
  @Property({ type: 'date' })
  dueOn!: string;

  @Field(() => Boolean, {
    description:
      'Whether the holidays of all years between the report’s last day and the deadline are known; false: only weekends were heeded.',
  })
  @Property({ type: 'boolean' })
  holidaysKnown!: boolean;

  @Field(() => Report, { nullable: true, description: 'The report, from its first draft on; null before.' })
  @ManyToOne({ entity: () => Report, fieldName: 'report_id', nullable: true })
  report: Rel<Report> | null = null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The business date on which the report was first handed in, whatever became of it after.',
  })
  @Property({ type: 'date', nullable: true })
  handedInOn: string | null = null;

  @Field(() => Date, { nullable: true, description: 'When the unit was excused; null where it was not.' })
  @Property({ type: 'timestamptz', nullable: true })
  waivedAt: Date | null = null;

  @Field(() => User, {
    nullable: true,
    description: 'Who excused it; null where accounts may not be seen, or it was loaded.',
  })
  @ManyToOne({ entity: () => User, fieldName: 'waived_by', nullable: true })
  waivedBy: Rel<User> | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was excused, as the officer wrote.' })
  @Property({ type: 'text', nullable: true })
  waiveReason: string | null = null;

  @Field(() => Int, {
    description: 'Number of the state that was read; to be sent back as expectedVersion with a change.',
  })
  @Property({ type: 'int', version: true })
  version!: number;
}

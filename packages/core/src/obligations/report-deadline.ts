import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { ReportTemplate } from '../reports/report-template.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { DeadlineRule, FreeDayRule } from './obligation-enums.js';

/** When reports of a form are due, from one day to another. A rule that was replaced stays, with its end. */
@ObjectType({
  implements: Node,
  description: 'When the reports of a form are due, for a unit and all below it, over a range of days.',
})
@Entity({ schema: 'core', tableName: 'report_deadline' })
export class ReportDeadline extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => ReportTemplate, { nullable: true, description: 'The form whose reports are due.' })
  @ManyToOne({ entity: () => ReportTemplate, fieldName: 'template_id' })
  template!: Rel<ReportTemplate>;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description:
      'It holds for this unit and everything below; null: for the whole country. Of several, the one of the nearest unit counts.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id', nullable: true })
  unit: Rel<AdministrativeUnit> | null = null;

  @Field(() => DeadlineRule, { description: 'How the day follows from the last day the report is about.' })
  @Property({ type: 'text' })
  rule!: DeadlineRule;

  @Field(() => Int, {
    description: 'How many days after the last day, negative for before; or which day of the month, from 1.',
  })
  @Property({ type: 'int' })
  days!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'For a day of the month: how many months after; 0 for the month of the last day itself.',
  })
  @Property({ type: 'int', nullable: true })
  months: number | null = null;

  @Field(() => FreeDayRule, { description: 'Where it goes when it falls on a free day.' })
  @Property({ type: 'text' })
  freeDay!: FreeDayRule;

  @Field(() => Int, { description: 'How many days before the deadline a report counts as due.' })
  @Property({ type: 'int' })
  noticeDays!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many days after the deadline entry closes for reports that were never handed in; null where it stays open.',
  })
  @Property({ type: 'int', nullable: true })
  closesAfter: number | null = null;

  @Field(() => DateScalar, { description: 'Reports about days from this one on are due by it.' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day for which it no longer holds; null while it does.',
  })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null;

  @Field(() => String, { description: 'What sets it, as it is cited: a decision, a plan, a custom.' })
  @Property({ type: 'text' })
  basis!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The business date on which it was set, before which nothing is due; null where it was loaded.',
  })
  @Property({ type: 'date', nullable: true })
  setOn: string | null = null;

  @Field(() => Boolean, { description: 'Whether it was assumed for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;
}

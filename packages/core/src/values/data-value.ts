import { BigIntType, DecimalType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, DecimalScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Indicator } from '../indicators/indicator.js';
import { Organization } from '../organizations/organization.js';
import { User } from '../people/user.js';
import { Period } from '../periods/period.js';
import { Report } from '../reports/report.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { ValueState } from './data-value-enums.js';

// A new object each time: MikroORM keeps what it is given and writes the column's name into it.
const exact = () => ({ type: new DecimalType('string'), columnType: 'numeric', nullable: true }) as const;

/**
 * One figure as it was entered or computed. Append-only: a correction or an acceptance is a new row, and the old one
 * says since when it no longer counts and what stands in its place.
 */
@ObjectType({
  implements: Node,
  description:
    'A figure of one indicator for one unit and period, from one source. It is never changed: a correction or an acceptance is a new one that supersedes it.',
})
@Entity({ schema: 'core', tableName: 'data_value' })
export class DataValue extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Indicator, { nullable: true, description: 'The indicator whose figures these are.' })
  @ManyToOne({ entity: () => Indicator, fieldName: 'indicator_id' })
  indicator!: Rel<Indicator>;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'Where; named as it was on the last day of the period.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that reported it, where one did.',
  })
  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id', nullable: true })
  organization: Rel<Organization> | null = null;

  @Field(() => Period, { nullable: true, description: 'The stretch of days it is of.' })
  @ManyToOne({ entity: () => Period, fieldName: 'period_id' })
  period!: Rel<Period>;

  @Field(() => DateScalar, {
    description: 'The last day of its period: units, kinds and feeders are judged on it.',
  })
  @Property({ type: 'date' })
  asOf!: string;

  @Field(() => String, { description: 'Code of the program of its indicator: "PRG-15".' })
  @Property({ type: 'text' })
  program!: string;

  @Field(() => String, {
    description: 'Code of where it was taken from: "front-report". Sources are never mixed.',
  })
  @Property({ type: 'text' })
  source!: string;

  @Field(() => String, { description: 'Which part it is of ("work:repair"); empty for the whole.' })
  @Property({ type: 'text', default: '' })
  disaggregation: string = '';

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The amount, in the unit of measure; null for shares and statuses.',
  })
  @Property(exact())
  value: string | null = null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a share: what is counted above the line.' })
  @Property(exact())
  numerator: string | null = null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of a share: what it is counted among.' })
  @Property(exact())
  denominator: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a status: its code, "none" where none was reached.',
  })
  @Property({ type: 'text', nullable: true })
  status: string | null = null;

  @Field(() => ValueState, { description: 'Whether another person has accepted it.' })
  @Property({ type: 'text', default: 'PROVISIONAL' })
  state: ValueState = 'PROVISIONAL';

  @Field(() => Report, { nullable: true, description: 'The report it was entered in, if in one.' })
  @ManyToOne({ entity: () => Report, fieldName: 'report_id', nullable: true })
  report: Rel<Report> | null = null;

  @Field(() => User, {
    nullable: true,
    description: 'Who entered it; null for computed figures and where accounts may not be seen.',
  })
  @ManyToOne({ entity: () => User, fieldName: 'entered_by', nullable: true })
  enteredBy: Rel<User> | null = null;

  @Field(() => User, { nullable: true, description: 'Who accepted it; null while nobody has.' })
  @ManyToOne({ entity: () => User, fieldName: 'accepted_by', nullable: true })
  acceptedBy: Rel<User> | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Of a computed figure: the records it was computed from, as their plugin names them.',
  })
  @Property({ type: 'text', nullable: true })
  origin: string | null = null;

  @Field(() => String, { nullable: true, description: 'What whoever entered it had to say about it.' })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => String, { nullable: true, description: 'Of a correction: why the figure before was wrong.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Field(() => Date, { description: 'When the platform learned it.' })
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  recordedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'Since when it no longer counts; null while it does.' })
  @Property({ type: 'timestamptz', nullable: true })
  supersededAt: Date | null = null;

  @Field(() => DataValue, {
    nullable: true,
    description: 'What stands in its place; null while it counts, or was withdrawn.',
  })
  @ManyToOne({ entity: () => DataValue, fieldName: 'superseded_by', nullable: true })
  supersededBy: Rel<DataValue> | null = null;

  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { PeriodCalendar } from './period-calendar.js';
import { PeriodCalendarKey } from './period-enums.js';

/** A stretch of days that figures are reported for. Reference data: never computed in a resolver. */
@ObjectType({
  implements: Node,
  description: 'A stretch of days that figures are reported for, of one calendar.',
})
@Entity({ schema: 'core', tableName: 'period' })
export class Period extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => PeriodCalendar, { nullable: true, description: 'The calendar it is a part of.' })
  @ManyToOne({ entity: () => PeriodCalendar, fieldName: 'calendar_id' })
  calendar!: Rel<PeriodCalendar>;

  @Field(() => PeriodCalendarKey, {
    description: 'Key of its calendar, repeated so that lists can be filtered by it.',
  })
  @Property({ type: 'text' })
  calendarKey!: PeriodCalendarKey;

  @Field(() => String, {
    description:
      'Short name, unique over all calendars: "2021", "2021-H1", "2021-Q3", "2021-09", "2021-T09".',
  })
  @Property({ type: 'text', unique: true })
  key!: string;

  @Field(() => String, { description: 'Name in Vietnamese, as reports print it: "Tháng 9/2021".' })
  @Property({ type: 'text' })
  labelVi!: string;

  @Field(() => String, { description: 'Name in English: "September 2021".' })
  @Property({ type: 'text' })
  labelEn!: string;

  @Field(() => DateScalar, { description: 'The first day inside.' })
  @Property({ type: 'date' })
  startsOn!: string;

  @Field(() => DateScalar, { description: 'The last day inside; units and kinds are judged on it.' })
  @Property({ type: 'date' })
  endsOn!: string;

  @Field(() => Period, {
    nullable: true,
    description: 'The larger period that it and its neighbours fill; null where no calendar lies above.',
  })
  @ManyToOne({ entity: () => Period, fieldName: 'parent_id', nullable: true })
  parent: Rel<Period> | null = null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The year it is counted in: for traffic, the year it ends in. Null where a decision sets the days.',
  })
  @Property({ type: 'int', nullable: true })
  year: number | null = null;

  @Field(() => Int, {
    description: 'Place in its year, from 1; where a decision sets the days, place by start.',
  })
  @Property({ type: 'int' })
  position!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Where a decision sets the days: what it is one of, as in "front-congress"; periods of one series follow one another.',
  })
  @Property({ type: 'text', nullable: true })
  series: string | null = null;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit for which it was decided; null where it holds for the whole country.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id', nullable: true })
  unit: Rel<AdministrativeUnit> | null = null;

  @Field(() => String, {
    nullable: true,
    description:
      'The decision, document or custom that sets the days, as it is cited; null where they follow a rule.',
  })
  @Property({ type: 'text', nullable: true })
  basis: string | null = null;
}

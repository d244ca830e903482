import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { PeriodCalendarKey, PeriodCalendarKind } from './period-enums.js';

/** A way of cutting time into periods, as reference data; the definitions are in calendars-definitions.ts. */
@ObjectType({
  implements: Node,
  description:
    'A way of cutting time into reporting periods. Programs differ: traffic safety counts months from the 16th to the 15th.',
})
@Entity({ schema: 'core', tableName: 'period_calendar' })
export class PeriodCalendar extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => PeriodCalendarKey, {
    description: 'Stable name of the calendar; indicators and periods refer to it.',
  })
  @Property({ type: 'text', unique: true })
  key!: PeriodCalendarKey;

  @Field(() => PeriodCalendarKind, {
    description: 'Whether its periods follow a rule or are set one by one.',
  })
  @Property({ type: 'text' })
  kind!: PeriodCalendarKind;

  @Field(() => String, { description: 'Name in Vietnamese, as it is printed on reports.' })
  @Property({ type: 'text' })
  titleVi!: string;

  @Field(() => String, { description: 'Name in English, for readers of other languages.' })
  @Property({ type: 'text' })
  titleEn!: string;
}

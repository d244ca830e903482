import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { CollectionLevel } from '../indicators/indicator-enums.js';
import { PeriodCalendarKey } from '../periods/period-enums.js';

/** A form that units fill in for each period, as reference data. */
@ObjectType({
  implements: Node,
  description: 'A form that units of a level fill in for each period of a calendar.',
})
@Entity({ schema: 'core', tableName: 'report_template' })
export class ReportTemplate extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => String, { description: 'Stable name: "commune-monthly".' })
  @Property({ type: 'text', unique: true })
  key!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code of the program it is about; null where it gathers several.',
  })
  @Property({ type: 'text', nullable: true })
  program: string | null = null;

  @Field(() => PeriodCalendarKey, { description: 'The calendar it is due in.' })
  @Property({ type: 'text' })
  calendar!: PeriodCalendarKey;

  @Field(() => CollectionLevel, { description: 'The level of the units that fill it in.' })
  @Property({ type: 'text' })
  level!: CollectionLevel;

  @Field(() => String, { description: 'Name in Vietnamese, as it stands on the form.' })
  @Property({ type: 'text' })
  titleVi!: string;

  @Field(() => String, { description: 'Name in English, for readers of other languages.' })
  @Property({ type: 'text' })
  titleEn!: string;

  @Field(() => Boolean, {
    description: 'Whether an officer has to verify a report made with it before it can be accepted.',
  })
  @Property({ type: 'boolean', default: false })
  verifiedFirst: boolean = false;

  @Field(() => ReportTemplate, {
    nullable: true,
    description:
      'The form of the units below whose accepted figures a report of this form puts together; null where figures are entered.',
  })
  @ManyToOne({ entity: () => ReportTemplate, fieldName: 'summarizes_id', nullable: true })
  summarizes: Rel<ReportTemplate> | null = null;

  @Field(() => Int, { description: 'Grows whenever the form, its sections or its items change.' })
  @Property({ type: 'int', default: 1 })
  version: number = 1;
}

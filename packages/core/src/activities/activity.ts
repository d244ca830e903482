import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Program } from '../programs/program.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { ActivityKind, ActivityLevel, ActivityState, DatePrecision } from './activity-enums.js';

/** Something that is to happen, at a time that may be known only roughly, and whether it has. */
@ObjectType({
  implements: Node,
  description: 'Something a Front committee plans and holds: a conference, a training, a festival, a visit.',
})
@Entity({ schema: 'core', tableName: 'activity' })
export class Activity extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Stable short name of an activity of the source program, as in "E-12"; null for those planned since.',
  })
  @Property({ type: 'text', nullable: true })
  code: string | null = null;

  @Field(() => Program, {
    nullable: true,
    description:
      'The line of the coordination program it belongs to; null while the plugin of that line is not installed.',
  })
  @ManyToOne({ entity: () => Program, fieldName: 'program_id', nullable: true })
  program: Rel<Program> | null = null;

  /** Code of the program, repeated for row rules. */
  @Property({ type: 'text' })
  programCode!: string;

  @Field(() => AdministrativeUnit, {
    nullable: true,
    description:
      'The unit whose Front plans it and answers for it; others below or above may be the ones who hold it.',
  })
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id', nullable: true })
  unit: Rel<AdministrativeUnit> | null = null;

  @Property({ type: 'text' })
  titleVi!: string;

  @Property({ type: 'text', nullable: true })
  titleEn: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'The Vietnamese text of the source document, word for word; null where there is none.',
  })
  @Property({ type: 'text', nullable: true })
  quote: string | null = null;

  @Field(() => ActivityKind as object, {
    description: 'What kind of event it is: a conference, a course, a visit and so on.',
  })
  @Property({ type: 'text' })
  kind!: ActivityKind;

  @Field(() => ActivityLevel, { description: 'At which level of the Front it takes place.' })
  @Property({ type: 'text' })
  level!: ActivityLevel;

  @Field(() => String, {
    description:
      'The time as the source writes it, slips included: "dự kiến quý III/2020". For reading; the days are beside it.',
  })
  @Property({ type: 'text' })
  whenText!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it may take place; null where it depends on events.',
  })
  @Property({ type: 'date', nullable: true })
  startsOn: string | null = null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day on which it may take place; null where it depends on events.',
  })
  @Property({ type: 'date', nullable: true })
  endsOn: string | null = null;

  @Field(() => DatePrecision, { description: 'How sharp the first and last day are.' })
  @Property({ type: 'text' })
  whenPrecision!: DatePrecision;

  @Property({ type: 'text', nullable: true })
  whenReadingVi: string | null = null;

  @Property({ type: 'text', nullable: true })
  whenReadingEn: string | null = null;

  @Field(() => ActivityState, { description: 'Whether it is still to come, took place or was called off.' })
  @Property({ type: 'text', default: 'PLANNED' })
  state!: ActivityState;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it took place, or began; null unless it did.',
  })
  @Property({ type: 'date', nullable: true })
  heldOn: string | null = null;

  @Field(() => Int, { nullable: true, description: 'How many people attended; null where nobody counted.' })
  @Property({ type: 'int', nullable: true })
  attendance: number | null = null;

  @Field(() => String, { nullable: true, description: 'Where it takes or took place, in words.' })
  @Property({ type: 'text', nullable: true })
  place: string | null = null;

  @Field(() => Boolean, {
    description: 'Whether it, or that it took place, was invented for the demonstration.',
  })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;

  @Field(() => Int, {
    description: 'Grows with every change; to be given back as `expectedVersion` with the next one.',
  })
  @Property({ type: 'int', default: 1 })
  version: number = 1;
}

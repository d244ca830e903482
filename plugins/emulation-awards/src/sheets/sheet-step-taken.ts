import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, User } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { ScoreSheet } from './score-sheet.js';
import { SheetAction } from './sheet-state.js';

/** Who wrote a sheet is told by its steps, so that somebody else puts it in force. */
@ObjectType('EmulationAwardsSheetStep', {
  implements: Node,
  description: 'A step that a score sheet has taken: what was done, when, and why.',
})
@Entity({ schema: 'emulation_awards', tableName: 'sheet_step' })
export class SheetStepTaken {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => ScoreSheet, fieldName: 'sheet_id' })
  @Field(() => ScoreSheet, { nullable: true, description: 'The sheet that took it.' })
  sheet!: Rel<ScoreSheet>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => SheetAction, { description: 'What happened to it.' })
  action!: SheetAction;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null for other steps.' })
  reason: string | null = null;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Business date of the step.' })
  takenOn!: string;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When it was recorded.' })
  takenAt!: Date;

  @ManyToOne({ entity: () => User, fieldName: 'taken_by', nullable: true })
  @Field(() => User, { nullable: true, description: 'Who took it; null where accounts may not be seen.' })
  takenBy: Rel<User> | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

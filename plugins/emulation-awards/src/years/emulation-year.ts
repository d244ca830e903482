import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { ScoreSheet } from '../sheets/score-sheet.js';
import { YearState } from './year-state.js';

@ObjectType('EmulationAwardsYear', {
  implements: Node,
  description:
    'The emulation year of a district: from its launch over pacts, scores and review to ranking and vote (W-10).',
})
@Entity({ schema: 'emulation_awards', tableName: 'emulation_year' })
export class EmulationYear {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The district that runs it.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Calendar year in which the work is judged.' })
  year!: number;

  @ManyToOne({ entity: () => ScoreSheet, fieldName: 'sheet_id' })
  @Field(() => ScoreSheet, { nullable: true, description: 'By what units are scored.' })
  sheet!: Rel<ScoreSheet>;

  @Property({ type: 'text' })
  @Field(() => YearState, { description: 'How far it has come.' })
  state!: YearState;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Day of the launch; null before it.' })
  launchedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was closed; null until then. Nothing of it changes afterwards.',
  })
  closedOn: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the year was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Level } from '../criteria/level.js';
import { PollState } from './poll-enums.js';
import { PollRule } from './poll-rule.js';

/** A poll of households on the results of new-rural work, led by the Front. */
@ObjectType('NewRuralAreasPoll', {
  implements: Node,
  description:
    'A poll of households on the results of new-rural work, led by the Front and counted by residential areas. Never held in towns and wards.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'poll' })
export class Poll {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The commune, or the district, whose results people are asked about.',
  })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => Level, { description: 'The level that the poll is held for.' })
  level!: Level;

  @ManyToOne({ entity: () => PollRule, fieldName: 'rule_id' })
  @Field(() => PollRule, {
    nullable: true,
    description: 'What it must reach: the rule in force when it was opened.',
  })
  rule!: Rel<PollRule>;

  @Property({ type: 'text' })
  @Field(() => PollState, { description: 'Whether areas are counting, or it has been closed or given up.' })
  state!: PollState;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which it was opened.' })
  openedOn!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many households there are in the unit.' })
  households!: number;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it was closed or given up; null while it is open.',
  })
  closedOn: string | null = null;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'How many households were asked; null until it is closed.',
  })
  polled: number | null = null;

  @Property({ type: 'boolean', nullable: true })
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether enough were asked and enough said yes; null until it is closed.',
  })
  passed: boolean | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was given up; null where it was not.' })
  cancelReason: string | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  openedBy: number | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  closedBy: number | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, UnitGroup } from '@phoihop/core';
import { DecimalScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Criterion } from '../sheets/criterion.js';
import { EmulationYear } from '../years/emulation-year.js';
import { Entry } from '../years/entry.js';
import { ScoreKind } from './score-kind.js';

@ObjectType('EmulationAwardsScore', {
  implements: Node,
  description:
    'Points of a unit for a criterion, as one side gave them. A later one of the same side supersedes it; nothing is overwritten.',
})
@Entity({ schema: 'emulation_awards', tableName: 'score' })
export class Score {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Entry, fieldName: 'entry_id' })
  @Field(() => Entry, { nullable: true, description: 'The unit in its emulation year.' })
  entry!: Rel<Entry>;

  @ManyToOne({ entity: () => EmulationYear, fieldName: 'emulation_year_id' })
  emulationYear!: Rel<EmulationYear>;

  @ManyToOne({ entity: () => UnitGroup, fieldName: 'group_id' })
  group!: Rel<UnitGroup>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit that is scored.' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Criterion, fieldName: 'criterion_id' })
  @Field(() => Criterion, { nullable: true, description: 'For what.' })
  criterion!: Rel<Criterion>;

  @Property({ type: 'text' })
  @Field(() => ScoreKind, { description: 'Which side gave it.' })
  kind!: ScoreKind;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'author_unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit that gave it: itself, another of its cluster, or the district.',
  })
  authorUnit!: Rel<AdministrativeUnit>;

  @Property({ type: 'numeric' })
  @Field(() => DecimalScalar, {
    description: 'How many points, from 0 to the criterion’s maximum; of a MINUS criterion, points lost.',
  })
  points!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'What it rests on, as written; of a computed score, the figure and the rule. Null where nothing was said.',
  })
  explanation: string | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When it was recorded.' })
  recordedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: 'When a later one took its place; null while it counts.',
  })
  supersededAt: Date | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why it corrects a locked score; null where it corrects none.',
  })
  reason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

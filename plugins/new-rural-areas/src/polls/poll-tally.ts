import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateTimeScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { PollArea } from './poll-area.js';
import { PollQuestion } from './poll-question.js';

/** How the households of an area answered one question. Append-only: a correction supersedes what it corrects. */
@ObjectType('NewRuralAreasPollTally', {
  implements: Node,
  description: 'How the households of a residential area answered one question; corrected counts are kept.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'poll_tally' })
export class PollTally {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => PollArea, fieldName: 'area_id' })
  @Field(() => PollArea, { nullable: true, description: 'The area whose ballots were counted.' })
  area!: Rel<PollArea>;

  /** Repeated for row rules. */
  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => PollQuestion, fieldName: 'question_id' })
  @Field(() => PollQuestion, { nullable: true, description: 'The question that was answered.' })
  question!: Rel<PollQuestion>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Households that said yes.' })
  yes!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Households that said no.' })
  no!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Households that said neither, spoiled ballots among them.' })
  other!: number;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why the earlier count was wrong; null where there was none.',
  })
  reason: string | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  recordedBy: number | null = null;

  @Property({ type: 'timestamptz', defaultRaw: 'clock_timestamp()' })
  @Field(() => DateTimeScalar, { description: 'When it was entered.' })
  recordedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a later count replaced it; null while it counts.',
  })
  supersededAt: Date | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

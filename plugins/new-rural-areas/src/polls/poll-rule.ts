import { BigIntType, DecimalType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, DecimalScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Level } from '../criteria/level.js';
import { PollScope } from './poll-enums.js';

const share = { type: new DecimalType('string'), columnType: 'numeric' } as const;

/** What a poll must reach. Reference data with validity, loaded from `data/`. */
@ObjectType('NewRuralAreasPollRule', {
  implements: Node,
  description: 'What a satisfaction poll must reach, as the guidance in force says. Shares are parts of one.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'poll_rule' })
export class PollRule {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => PollScope, { description: 'Whether it is for polls of communes or of districts.' })
  scope!: PollScope;

  @Property({ type: 'text' })
  @Field(() => Level, { description: 'The level that the poll is held for.' })
  level!: Level;

  @Property({ ...share })
  @Field(() => DecimalScalar, { description: 'The smallest share of households that must be asked.' })
  minimumCoverage!: string;

  @Property({ ...share, nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Up to which share a sample is drawn by the guidance; null where all may be asked.',
  })
  sampleUpTo: string | null = null;

  @Property({ ...share })
  @Field(() => DecimalScalar, { description: 'The share of those asked who must say yes.' })
  minimumApproval!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, {
    description: 'Whether the approval must lie above that share; otherwise the share itself is enough.',
  })
  approvalAbove!: boolean;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The first day on which polls are judged by it.' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which they no longer are; null while they are.',
  })
  validTo: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The guidance it comes from, as cited.' })
  legalBasis!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether it must be checked against the guidance before use.' })
  toBeChecked!: boolean;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What is not certain about it, in Vietnamese; null where nothing is.',
  })
  note: string | null = null;
}

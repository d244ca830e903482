import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DecimalScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { ScoreSheet } from './score-sheet.js';
import { CriterionKind, CriterionSource } from './sheet-enums.js';

/** A line of a score sheet: what is judged, at most how many points, and who or what gives them. */
@ObjectType('EmulationAwardsCriterion', {
  implements: Node,
  description: 'A line of a score sheet: what is judged, the most points, and where the points come from.',
})
@Entity({ schema: 'emulation_awards', tableName: 'criterion' })
export class Criterion {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => ScoreSheet, fieldName: 'sheet_id', nullable: true })
  @Field(() => ScoreSheet, {
    nullable: true,
    description: 'The sheet it is a line of; null where it was dropped from a draft.',
  })
  sheet: Rel<ScoreSheet> | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Number on the sheet: "1", "2.3".' })
  number!: string;

  @Property({ type: 'text' })
  titleVi!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Property({ type: 'text' })
  @Field(() => CriterionKind, { description: 'Whether its points are earned, earned on top, or lost.' })
  kind!: CriterionKind;

  @Property({ type: 'numeric' })
  @Field(() => DecimalScalar, { description: 'The most points that it can give or cost.' })
  maximum!: string;

  @Property({ type: 'text' })
  @Field(() => CriterionSource, { description: 'Whether people judge it or the platform computes it.' })
  source!: CriterionSource;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Key of the indicator whose figure of the year counts; null where people judge.',
  })
  indicator: string | null = null;

  @Property({ type: 'numeric', nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The figure at which there are no points yet; between it and `fullAt` points grow evenly. Shares are written as part of 1. Null without an indicator.',
  })
  zeroAt: string | null = null;

  @Property({ type: 'numeric', nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The figure from which on all points are given: the target. Below `zeroAt` where less is better. Null without an indicator.',
  })
  fullAt: string | null = null;

  @Property({ type: 'numeric', nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What each report handed in late costs; null where lateness does not count.',
  })
  perLate: string | null = null;

  @Property({ type: 'numeric', nullable: true })
  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'What each report never handed in costs; null where lateness does not count.',
  })
  perMissing: string | null = null;
}

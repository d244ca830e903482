import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { BallotKind } from './sheet-enums.js';
import { SheetState } from './sheet-state.js';

/** A district's sheet for a year: written here and issued, or loaded from `data/`. One in force does not change. */
@ObjectType('EmulationAwardsScoreSheet', {
  implements: Node,
  description:
    'By what a district scores its communes in a year: criteria, how ties are decided, how the vote is held. A sheet in force does not change; a new number replaces it.',
})
@Entity({ schema: 'emulation_awards', tableName: 'score_sheet' })
export class ScoreSheet {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The district that scores by it.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Calendar year for which it was made.' })
  year!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Which edition of the year’s sheet it is, from 1 on.' })
  number!: number;

  @Property({ type: 'text' })
  titleVi!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Property({ type: 'text' })
  @Field(() => BallotKind, { description: 'How the units of a cluster vote for the best of them.' })
  ballot!: BallotKind;

  @Property({ type: 'string[]', columnType: 'text[]' })
  @Field(() => [String], {
    description:
      'How a tie is decided, in this order: LEAST_MINUS (fewer points lost), MOST_BONUS (more bonus points), or the number of a criterion (more points there). What is still equal shares its rank.',
  })
  tieOrder!: string[];

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The first day on which it could be used.' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer could; null while it can.',
  })
  validTo: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it rests on, as cited; “minh họa” where it was invented.' })
  legalBasis!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What one must know before it is used in earnest; null where there is nothing.',
  })
  note: string | null = null;

  @Property({ type: 'text' })
  @Field(() => SheetState, { description: 'How far it has come; only one in force runs a year.' })
  state!: SheetState;

  @ManyToOne({ entity: () => ScoreSheet, fieldName: 'copied_from_id', nullable: true })
  @Field(() => ScoreSheet, {
    nullable: true,
    description: 'The sheet it was begun as a copy of; null where it was written new or loaded as data.',
  })
  copiedFrom: Rel<ScoreSheet> | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which its draft was begun; null where it was loaded as data.',
  })
  draftedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was put in force; null for a draft, and where it was loaded as data.',
  })
  issuedOn: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was given up; null where it was not. Why is told by its steps.',
  })
  withdrawnOn: string | null = null;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the sheet was invented for the demonstration.' })
  demo: boolean = false;
}

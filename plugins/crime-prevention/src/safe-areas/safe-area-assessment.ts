import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { AssessmentState } from './assessment-state.js';

const account = () => ({ type: new BigIntType('number'), nullable: true }) as const;

/** Whether a commune is safe in security and order in a year: what it says itself, and what was decided. */
@ObjectType('CrimePreventionSafeAreaAssessment', {
  implements: Node,
  description:
    'Whether a commune meets the standard “safe in security and order” in a year: its own assessment, the review and the decision. One for each commune and year.',
})
@Entity({ schema: 'crime_prevention', tableName: 'safe_area_assessment' })
export class SafeAreaAssessment {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'Commune, ward or town that is assessed.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The year it speaks of.' })
  year!: number;

  @Property({ type: 'text' })
  @Field(() => AssessmentState, { description: 'How far it has come.' })
  state: AssessmentState = AssessmentState.DRAFT;

  /** Who began it; who answered which criterion is kept with the answer. */
  @Property({ type: new BigIntType('number') })
  assessedBy!: number;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'When it was last handed in; null until it is.' })
  submittedOn: string | null = null;

  @Property(account())
  submittedBy: number | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'When an officer agreed with it; null until one does.',
  })
  reviewedOn: string | null = null;

  @Property(account())
  reviewedBy: number | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What the officer found; null without words.' })
  reviewNote: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why it was last given back; null where it never was.',
  })
  returnReason: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Number of the decision, as cited: 1234/QĐ-UBND; null until it is decided.',
  })
  decisionNumber: string | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, { nullable: true, description: 'Date of the decision; null until it is decided.' })
  decidedOn: string | null = null;

  @Property(account())
  decidedBy: number | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why recognition was refused; null where it was not.' })
  refusalReason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Assessment } from '../assessments/assessment.js';
import { CriteriaSet } from '../criteria/criteria-set.js';
import { Level } from '../criteria/level.js';
import { Poll } from '../polls/poll.js';
import { DossierState } from './dossier-state.js';

/** The way of a commune to a recognition. */
@ObjectType('NewRuralAreasDossier', {
  implements: Node,
  description:
    'The way of a commune to a recognition: registered, assessed, polled, handed in, appraised, decided, published.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'dossier' })
export class Dossier {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The commune that is to be recognized.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => Level, { description: 'The level that it aims at.' })
  level!: Level;

  @ManyToOne({ entity: () => CriteriaSet, fieldName: 'set_id', nullable: true })
  @Field(() => CriteriaSet, {
    nullable: true,
    description:
      'The criteria that it is judged by; null for an earlier decision entered without its dossier.',
  })
  set: Rel<CriteriaSet> | null = null;

  @Property({ type: 'text' })
  @Field(() => DossierState, { description: 'How far it has come.' })
  state!: DossierState;

  @ManyToOne({ entity: () => Assessment, fieldName: 'assessment_id', nullable: true })
  @Field(() => Assessment, {
    nullable: true,
    description: 'The signed self-assessment it rests on; null until one is attached.',
  })
  assessment: Rel<Assessment> | null = null;

  @ManyToOne({ entity: () => Poll, fieldName: 'poll_id', nullable: true })
  @Field(() => Poll, {
    nullable: true,
    description: 'The satisfaction poll it rests on; null until one is attached.',
  })
  poll: Rel<Poll> | null = null;

  @Property({ type: 'date' })
  @Field(() => DateScalar, {
    description: 'The day on which the commune registered; of an earlier decision, its day.',
  })
  registeredOn!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it was last handed in; null until it is.',
  })
  submittedOn: string | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  submittedBy: number | null = null;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day on which it was last appraised; null until it is.',
  })
  appraisedOn: string | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  appraisedBy: number | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What the appraisal came to, in the words of whoever made it.',
  })
  appraisalOpinion: string | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  decidedBy: number | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Why it was last returned, or why it was given up; null where it was neither.',
  })
  reason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, {
    description: 'Whether it stands for a decision of an earlier year, entered without its dossier.',
  })
  earlier: boolean = false;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

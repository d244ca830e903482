import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { CaseProgress } from './case-state.js';
import { RehabilitationCase } from './rehabilitation-case.js';

/** What a helper has seen of the person on a day. Append-only: the next review says what was wrong in the last. */
@ObjectType('CrimePreventionCaseReview', {
  implements: Node,
  description: 'What a helper has seen of the person on a day; sealed as the case is, and never changed.',
})
@Entity({ schema: 'crime_prevention', tableName: 'case_review' })
export class CaseReview {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => RehabilitationCase, fieldName: 'case_id' })
  @Field(() => RehabilitationCase, { nullable: true, description: 'The case that was reviewed.' })
  rehabilitationCase!: Rel<RehabilitationCase>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day that it speaks of.' })
  reviewedOn!: string;

  @Property({ type: 'text' })
  @Field(() => CaseProgress, { description: 'How the person gets on.' })
  progress!: CaseProgress;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the helper has seen, in words; sealed.' })
  note!: string;

  @Property({ type: new BigIntType('number') })
  recordedBy!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

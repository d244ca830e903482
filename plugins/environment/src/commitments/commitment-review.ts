import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { CommitmentResult } from './commitment-state.js';
import { ReligiousCommitment } from './religious-commitment.js';

/** How a commitment was kept in a year. Its unit is the commitment's, so that one row rule serves both. */
@ObjectType('EnvironmentCommitmentReview', {
  implements: Node,
  description: 'How a commitment was kept in a year; one for each year, never changed.',
})
@Entity({ schema: 'environment', tableName: 'commitment_review' })
export class CommitmentReview {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => ReligiousCommitment, fieldName: 'commitment_id' })
  @Field(() => ReligiousCommitment, { nullable: true, description: 'The commitment that was looked at.' })
  commitment!: Rel<ReligiousCommitment>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'The year it speaks of.' })
  year!: number;

  @Property({ type: 'text' })
  @Field(() => CommitmentResult, { description: 'How it was kept.' })
  result!: CommitmentResult;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was seen.' })
  note!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which it was written down.' })
  reviewedOn!: string;

  @Property({ type: new BigIntType('number') })
  reviewedBy!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

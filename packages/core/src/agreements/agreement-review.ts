import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Document } from '../documents/document.js';
import { AgreementReviewKind } from './agreement-enums.js';
import { Agreement } from './agreement.js';

/** E-26 and R-14 of the source: the parties take stock. Added, never changed. */
@ObjectType({ implements: Node, description: 'That the parties of an agreement took stock together.' })
@Entity({ schema: 'core', tableName: 'agreement_review' })
export class AgreementReview extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Agreement, { nullable: true, description: 'The agreement that was reviewed.' })
  @ManyToOne({ entity: () => Agreement, fieldName: 'agreement_id' })
  agreement!: Rel<Agreement>;

  @Field(() => AgreementReviewKind, { description: 'Whether it was one on the way or the final one.' })
  @Property({ type: 'text' })
  kind!: AgreementReviewKind;

  @Field(() => DateScalar, { description: 'The day on which it was held.' })
  @Property({ type: 'date' })
  heldOn!: string;

  @Field(() => String, { description: 'What it came to, in Vietnamese.' })
  @Property({ type: 'text' })
  conclusion!: string;

  @Field(() => Document, {
    nullable: true,
    description: 'Its report or minutes; null where none was named or you may not read it.',
  })
  @ManyToOne({ entity: () => Document, fieldName: 'document_id', nullable: true })
  document: Rel<Document> | null = null;

  @Field(() => Date, { description: 'When it was entered here.' })
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  recordedAt!: Date;
}

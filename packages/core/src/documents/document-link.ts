import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Activity } from '../activities/activity.js';
import { Plan } from '../plans/plan.js';
import { Program } from '../programs/program.js';
import { DocumentRelation } from './document-enums.js';
import { Document } from './document.js';

/** Reads as a sentence: `fromDocument` | `program` | `activity` | `plan` — `relation` — `document`. */
@ObjectType({
  implements: Node,
  description:
    'That a document, program, activity or plan (exactly one of them) cites, carries out or otherwise relates to a document.',
})
@Entity({ schema: 'core', tableName: 'document_link' })
export class DocumentLink extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => DocumentRelation, { description: 'In what way they belong together.' })
  @Property({ type: 'text' })
  relation!: DocumentRelation;

  @Field(() => Document, {
    nullable: true,
    description: 'The document that is cited, carried out, replaced, amended or offered as proof.',
  })
  @ManyToOne({ entity: () => Document, fieldName: 'document_id' })
  document!: Rel<Document>;

  @Field(() => Document, {
    nullable: true,
    description: 'The document that does so; null where it is something else.',
  })
  @ManyToOne({ entity: () => Document, fieldName: 'from_document_id', nullable: true })
  fromDocument: Rel<Document> | null = null;

  @Field(() => Program, {
    nullable: true,
    description: 'The line of the coordination program that does so, if one does.',
  })
  @ManyToOne({ entity: () => Program, fieldName: 'program_id', nullable: true })
  program: Rel<Program> | null = null;

  @Field(() => Activity, {
    nullable: true,
    description: 'The activity that does so, or that the document proves, if it is one.',
  })
  @ManyToOne({ entity: () => Activity, fieldName: 'activity_id', nullable: true })
  activity: Rel<Activity> | null = null;

  @Field(() => Plan, { nullable: true, description: 'The work plan that does so, if it is one.' })
  @ManyToOne({ entity: () => Plan, fieldName: 'plan_id', nullable: true })
  plan: Rel<Plan> | null = null;
}

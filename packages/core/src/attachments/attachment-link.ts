import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Activity } from '../activities/activity.js';
import { Document } from '../documents/document.js';
import { Plan } from '../plans/plan.js';
import { Report } from '../reports/report.js';
import { Attachment } from './attachment.js';

/** Reads as a sentence: `attachment` is attached to `document` | `activity` | `plan` | `report`. */
@ObjectType({
  implements: Node,
  description: 'That a file is attached to a document, activity, plan or report (exactly one of them).',
})
@Entity({ schema: 'core', tableName: 'attachment_link' })
export class AttachmentLink extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Attachment, { nullable: true, description: 'The file that is attached.' })
  @ManyToOne({ entity: () => Attachment, fieldName: 'attachment_id' })
  attachment!: Rel<Attachment>;

  @Field(() => Document, {
    nullable: true,
    description: 'The document whose text or proof it is, if it is one.',
  })
  @ManyToOne({ entity: () => Document, fieldName: 'document_id', nullable: true })
  document: Rel<Document> | null = null;

  @Field(() => Activity, { nullable: true, description: 'The activity that it proves, if it is one.' })
  @ManyToOne({ entity: () => Activity, fieldName: 'activity_id', nullable: true })
  activity: Rel<Activity> | null = null;

  @Field(() => Plan, { nullable: true, description: 'The work plan that it belongs to, if it is one.' })
  @ManyToOne({ entity: () => Plan, fieldName: 'plan_id', nullable: true })
  plan: Rel<Plan> | null = null;

  @Field(() => Report, { nullable: true, description: 'The report whose figures it proves, if it is one.' })
  @ManyToOne({ entity: () => Report, fieldName: 'report_id', nullable: true })
  report: Rel<Report> | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'What the file shows, in the words of whoever attached it.',
  })
  @Property({ type: 'text', nullable: true })
  note: string | null = null;

  @Field(() => Date, { description: 'When it was attached.' })
  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  attachedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was taken off again; null while it is attached.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  detachedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: 'Why it was taken off; null while it is attached.' })
  @Property({ type: 'text', nullable: true })
  detachReason: string | null = null;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { User } from '../people/user.js';
import { ReviewAction } from './report-enums.js';
import { Report } from './report.js';

@ObjectType({
  implements: Node,
  description: 'A step that a report has taken on its way: who did what to which version of it, and why.',
})
@Entity({ schema: 'core', tableName: 'review_step' })
export class ReviewStep extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Report, { nullable: true, description: 'The report that took it.' })
  @ManyToOne({ entity: () => Report, fieldName: 'report_id' })
  report!: Rel<Report>;

  @Field(() => Int, {
    nullable: true,
    description:
      'Number of the version that was signed last; null where the report was handed in before versions were kept.',
  })
  @Property({ type: 'int', nullable: true })
  versionNumber: number | null = null;

  @Field(() => ReviewAction, { description: 'What was done.' })
  @Property({ type: 'text' })
  action!: ReviewAction;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was returned or reopened; null for other steps.',
  })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null;

  @Field(() => Date, { description: 'When it was taken.' })
  @Property({ type: 'timestamptz' })
  takenAt!: Date;

  @Field(() => User, { nullable: true, description: 'Who took it; null where accounts may not be seen.' })
  @ManyToOne({ entity: () => User, fieldName: 'taken_by' })
  takenBy!: Rel<User>;

  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;
}

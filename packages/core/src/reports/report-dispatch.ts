import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Organization } from '../organizations/organization.js';
import { User } from '../people/user.js';
import { Report } from './report.js';

@ObjectType({
  implements: Node,
  description: 'That a signed report was sent to somebody: to the level above, to party or government.',
})
@Entity({ schema: 'core', tableName: 'report_dispatch' })
export class ReportDispatch extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => Report, { nullable: true, description: 'The report that was sent.' })
  @ManyToOne({ entity: () => Report, fieldName: 'report_id' })
  report!: Rel<Report>;

  @Field(() => Int, { description: 'Number of the signed version that was sent.' })
  @Property({ type: 'int' })
  versionNumber!: number;

  @Field(() => Organization, {
    nullable: true,
    description: 'Who got it; null where the recipient is not kept here as an organization.',
  })
  @ManyToOne({ entity: () => Organization, fieldName: 'organization_id', nullable: true })
  organization: Rel<Organization> | null = null;

  @Field(() => String, {
    nullable: true,
    description: 'Who got it, in words; null where it is an organization kept here.',
  })
  @Property({ type: 'text', nullable: true })
  recipient: string | null = null;

  @Field(() => DateScalar, { description: 'The day on which it went out.' })
  @Property({ type: 'date' })
  sentOn!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the letter it went out with, as in "15/BC-MTTQ-BTT"; null where there was none.',
  })
  @Property({ type: 'text', nullable: true })
  reference: string | null = null;

  @Field(() => Date, { description: 'When somebody entered that it was sent.' })
  @Property({ type: 'timestamptz' })
  recordedAt!: Date;

  @Field(() => User, { nullable: true, description: 'Who entered it; null where accounts may not be seen.' })
  @ManyToOne({ entity: () => User, fieldName: 'recorded_by' })
  recordedBy!: Rel<User>;

  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;
}

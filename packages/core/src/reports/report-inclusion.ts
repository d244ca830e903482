import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { ReportVersion } from './report-version.js';

@ObjectType({
  implements: Node,
  description: 'That a signed report put the figures of another signed report together with others.',
})
@Entity({ schema: 'core', tableName: 'report_inclusion' })
export class ReportInclusion extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => ReportVersion, {
    nullable: true,
    description: 'The report that was made, as it was signed.',
  })
  @ManyToOne({ entity: () => ReportVersion, fieldName: 'version_id' })
  version!: Rel<ReportVersion>;

  @Field(() => ReportVersion, {
    nullable: true,
    description: 'The report of a unit below that it was made of, as that was signed.',
  })
  @ManyToOne({ entity: () => ReportVersion, fieldName: 'included_id' })
  included!: Rel<ReportVersion>;
}

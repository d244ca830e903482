import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, UnitGroup } from '@phoihop/core';
import { DecimalScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { ClusterYear } from '../years/cluster-year.js';
import { Entry } from '../years/entry.js';

@ObjectType('EmulationAwardsRanking', {
  implements: Node,
  description:
    'The place of a unit in its cluster by its final scores. After a correction the cluster is ranked anew; earlier rankings are kept.',
})
@Entity({ schema: 'emulation_awards', tableName: 'ranking' })
export class Ranking {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Entry, fieldName: 'entry_id' })
  @Field(() => Entry, { nullable: true, description: 'The unit in its emulation year.' })
  entry!: Rel<Entry>;

  @ManyToOne({ entity: () => ClusterYear, fieldName: 'cluster_id' })
  @Field(() => ClusterYear, { nullable: true, description: 'The cluster in which it is ranked.' })
  cluster!: Rel<ClusterYear>;

  @ManyToOne({ entity: () => UnitGroup, fieldName: 'group_id' })
  group!: Rel<UnitGroup>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit that is ranked.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Its place, from 1 on; shared where a tie could not be decided.' })
  rank!: number;

  @Property({ type: 'numeric' })
  @Field(() => DecimalScalar, { description: 'Points and bonus points less points lost.' })
  points!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether another unit of the cluster has as many points.' })
  tied!: boolean;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'What decided the tie, as the score sheet names it: LEAST_MINUS, MOST_BONUS or the number of a criterion. Null where there was no tie, or where the rank is shared.',
  })
  decidedBy: string | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date, { description: 'When it was ranked.' })
  rankedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, {
    nullable: true,
    description: 'When a ranking after a correction took its place; null while it counts.',
  })
  supersededAt: Date | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, UnitGroup } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { ClusterYear } from '../years/cluster-year.js';
import { Entry } from '../years/entry.js';

@ObjectType('EmulationAwardsVoteCast', {
  implements: Node,
  description:
    'That a unit has voted for the best of its cluster. For whom is told only of a named vote, once it is closed.',
})
@Entity({ schema: 'emulation_awards', tableName: 'vote_cast' })
export class VoteCast {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Entry, fieldName: 'entry_id' })
  @Field(() => Entry, { nullable: true, description: 'The unit that has voted.' })
  entry!: Rel<Entry>;

  @ManyToOne({ entity: () => ClusterYear, fieldName: 'cluster_id' })
  @Field(() => ClusterYear, { nullable: true, description: 'The cluster in which it has voted.' })
  cluster!: Rel<ClusterYear>;

  @ManyToOne({ entity: () => UnitGroup, fieldName: 'group_id' })
  group!: Rel<UnitGroup>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit that has voted, as a unit.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Day on which it voted.' })
  castOn!: string;

  @ManyToOne({ entity: () => Entry, fieldName: 'candidate_id', nullable: true })
  @Field(() => Entry, {
    nullable: true,
    description: 'Whom it voted for; null of a secret vote, and of a named one until it is closed.',
  })
  candidate: Rel<Entry> | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, UnitGroup } from '@phoihop/core';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { ClusterYear } from '../years/cluster-year.js';
import { Entry } from '../years/entry.js';

@ObjectType('EmulationAwardsVoteResult', {
  implements: Node,
  description: 'How many units of its cluster voted for a unit, counted when the vote was closed (suy tôn).',
})
@Entity({ schema: 'emulation_awards', tableName: 'vote_result' })
export class VoteResult {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Entry, fieldName: 'entry_id' })
  @Field(() => Entry, { nullable: true, description: 'The unit that was voted for.' })
  entry!: Rel<Entry>;

  @ManyToOne({ entity: () => ClusterYear, fieldName: 'cluster_id' })
  @Field(() => ClusterYear, { nullable: true, description: 'The cluster that voted.' })
  cluster!: Rel<ClusterYear>;

  @ManyToOne({ entity: () => UnitGroup, fieldName: 'group_id' })
  group!: Rel<UnitGroup>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The same as a unit.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many of the others voted for it; 0 where none did.' })
  votes!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, UnitGroup } from '@phoihop/core';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { EmulationYear } from './emulation-year.js';

/** A cluster is a group of core with the purpose EMULATION; here is what an emulation year adds to it. */
@ObjectType('EmulationAwardsCluster', {
  implements: Node,
  description:
    'A cluster in an emulation year: the group of units that compete, and the unit that leads them.',
})
@Entity({ schema: 'emulation_awards', tableName: 'cluster_year' })
export class ClusterYear {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => EmulationYear, fieldName: 'emulation_year_id' })
  @Field(() => EmulationYear, { nullable: true, description: 'The emulation year it belongs to.' })
  emulationYear!: Rel<EmulationYear>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => UnitGroup, fieldName: 'group_id' })
  @Field(() => UnitGroup, { nullable: true, description: 'The group of units, with its name and members.' })
  group!: Rel<UnitGroup>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Number of the cluster in its district, from 1 on.' })
  number!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'lead_unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The member that leads the cluster this year; the lead rotates.',
  })
  leadUnit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => ClusterYear, fieldName: 'previous_id', nullable: true })
  @Field(() => ClusterYear, {
    nullable: true,
    description:
      'The cluster of the same number in the year before, whose lead does not lead again; null where there was none.',
  })
  previous: Rel<ClusterYear> | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

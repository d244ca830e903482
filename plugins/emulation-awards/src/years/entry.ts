import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, UnitGroup } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { ClusterYear } from './cluster-year.js';
import { EmulationYear } from './emulation-year.js';

@ObjectType('EmulationAwardsEntry', {
  implements: Node,
  description:
    'A unit in an emulation year: its cluster, what it has registered for, and all of its scores. One for each member of a cluster.',
})
@Entity({ schema: 'emulation_awards', tableName: 'entry' })
export class Entry {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => EmulationYear, fieldName: 'emulation_year_id' })
  @Field(() => EmulationYear, { nullable: true, description: 'The district’s year in which it competes.' })
  emulationYear!: Rel<EmulationYear>;

  @ManyToOne({ entity: () => ClusterYear, fieldName: 'cluster_id' })
  @Field(() => ClusterYear, { nullable: true, description: 'The cluster in which it competes.' })
  cluster!: Rel<ClusterYear>;

  @ManyToOne({ entity: () => UnitGroup, fieldName: 'group_id' })
  group!: Rel<UnitGroup>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The commune, ward or town that competes.',
  })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which its self-scores were signed and handed in; null while they are a draft.',
  })
  selfScoredOn: string | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  selfScoredBy: number | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, UnitGroup } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { ClusterYear } from './cluster-year.js';

@ObjectType('EmulationAwardsPact', {
  implements: Node,
  description:
    'The emulation pact of a cluster (giao ước thi đua, E-22): drawn up by its lead, signed by each member.',
})
@Entity({ schema: 'emulation_awards', tableName: 'pact' })
export class Pact {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => ClusterYear, fieldName: 'cluster_id' })
  @Field(() => ClusterYear, { nullable: true, description: 'The cluster that binds itself.' })
  cluster!: Rel<ClusterYear>;

  @ManyToOne({ entity: () => UnitGroup, fieldName: 'group_id' })
  group!: Rel<UnitGroup>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The lead that drew it up.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the members promise each other.' })
  content!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Day on which it was drawn up.' })
  drawnUpOn!: string;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

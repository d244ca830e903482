import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { TreeKind } from '../kinds/tree-kind.js';

/** A day on which people of a commune planted trees together. */
@ObjectType('TreePlantingDrive', {
  implements: Node,
  description: 'A day on which people of a unit planted trees together.',
})
@Entity({ schema: 'tree_planting', tableName: 'planting_drive' })
export class PlantingDrive {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'Commune, ward or town, named as it was on the day of planting.',
  })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => TreeKind, fieldName: 'kind_id' })
  @Field(() => TreeKind, { nullable: true, description: 'How the trees are counted.' })
  kind!: Rel<TreeKind>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day of planting.' })
  plantedOn!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many trees were planted that day; 1 or more.' })
  trees!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

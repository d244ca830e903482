import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Code } from '../codes/code.js';
import { SecurityModel } from './security-model.js';

/** What a model has of one kind of equipment. Its unit is the model's, so that one row rule serves both. */
@ObjectType('CrimePreventionModelEquipment', {
  implements: Node,
  description: 'How many pieces of one kind of equipment a self-managed model has.',
})
@Entity({ schema: 'crime_prevention', tableName: 'model_equipment' })
export class ModelEquipment {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => SecurityModel, fieldName: 'model_id' })
  @Field(() => SecurityModel, { nullable: true, description: 'The model whose equipment it is.' })
  model!: Rel<SecurityModel>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Code, fieldName: 'kind_id' })
  @Field(() => Code, { nullable: true, description: 'Its kind, from the list EQUIPMENT_KIND.' })
  kind!: Rel<Code>;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many pieces there are now; 0 when all have been taken away.' })
  pieces!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

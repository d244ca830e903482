import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, UnitGroup } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Entry } from './entry.js';
import { Pact } from './pact.js';

@ObjectType('EmulationAwardsPactSignature', {
  implements: Node,
  description: 'That a unit has signed the pact of its cluster.',
})
@Entity({ schema: 'emulation_awards', tableName: 'pact_signature' })
export class PactSignature {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Pact, fieldName: 'pact_id' })
  @Field(() => Pact, { nullable: true, description: 'The pact that was signed.' })
  pact!: Rel<Pact>;

  @ManyToOne({ entity: () => Entry, fieldName: 'entry_id' })
  @Field(() => Entry, { nullable: true, description: 'The unit in its emulation year.' })
  entry!: Rel<Entry>;

  @ManyToOne({ entity: () => UnitGroup, fieldName: 'group_id' })
  group!: Rel<UnitGroup>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit that signed.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Day of the signature.' })
  signedOn!: string;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

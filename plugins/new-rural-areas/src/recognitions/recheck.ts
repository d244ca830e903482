import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { Recognition } from './recognition.js';

/** What was found when a recognized commune was looked at again. Append-only. */
@ObjectType('NewRuralAreasRecheck', {
  implements: Node,
  description:
    'What was found when a recognized commune was looked at again. It takes no title away by itself.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'recheck' })
export class Recheck {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Recognition, fieldName: 'recognition_id' })
  @Field(() => Recognition, { nullable: true, description: 'The title that was looked at again.' })
  recognition!: Rel<Recognition>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The commune that holds it.' })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day it was looked at.' })
  checkedOn!: string;

  @Property({ type: 'boolean' })
  @Field(() => Boolean, { description: 'Whether the criteria were still met.' })
  stillMet!: boolean;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was found, in the words of whoever looked.' })
  findings!: string;

  @Property({ type: new BigIntType('number'), nullable: true })
  checkedBy: number | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;
}

import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit, UnitGroup } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Title } from '../honors/title.js';
import { Entry } from './entry.js';

@ObjectType('EmulationAwardsRegistration', {
  implements: Node,
  description:
    'That a unit strives for a title in an emulation year; withdrawn with a reason, never deleted.',
})
@Entity({ schema: 'emulation_awards', tableName: 'registration' })
export class Registration {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Entry, fieldName: 'entry_id' })
  @Field(() => Entry, { nullable: true, description: 'The unit in its emulation year.' })
  entry!: Rel<Entry>;

  @ManyToOne({ entity: () => UnitGroup, fieldName: 'group_id' })
  group!: Rel<UnitGroup>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit that strives for it.' })
  unit!: Rel<AdministrativeUnit>;

  @ManyToOne({ entity: () => Title, fieldName: 'title_id' })
  @Field(() => Title, { nullable: true, description: 'The title it strives for.' })
  title!: Rel<Title>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Day of the registration.' })
  registeredOn!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was withdrawn; null while it holds.',
  })
  withdrawnOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null while it holds.' })
  withdrawalReason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

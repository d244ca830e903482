import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { Poll } from './poll.js';

/** A residential area that takes part in a poll. */
@ObjectType('NewRuralAreasPollArea', {
  implements: Node,
  description: 'A residential area that takes part in a poll, with how many of its households were asked.',
})
@Entity({ schema: 'new_rural_areas', tableName: 'poll_area' })
export class PollArea {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => Poll, fieldName: 'poll_id' })
  @Field(() => Poll, { nullable: true, description: 'The poll that it takes part in.' })
  poll!: Rel<Poll>;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, { nullable: true, description: 'The residential area.' })
  unit!: Rel<AdministrativeUnit>;

  /** That of the poll: the area is named as it was then. */
  @Property({ type: 'date' })
  openedOn!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many households live there.' })
  households!: number;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many were asked; null until the area has counted.' })
  polled: number | null = null;

  @Property({ type: new BigIntType('number'), nullable: true })
  enteredBy: number | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

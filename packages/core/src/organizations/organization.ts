import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';

/**
 * A body that takes part in programs, as one thing through time. Name, kind and the unit it sits in are kept in
 * {@link OrganizationVersion} and read as of a date, so they are deliberately not declared here.
 */
@ObjectType({
  implements: Node,
  description:
    'An organization through time: Front body, member organization or partner. Its name, kind and unit are those of the date asked for.',
})
@Entity({ schema: 'core', tableName: 'organization' })
export class Organization extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => String, {
    description:
      'Lasting name for machines, as programs and imports refer to it: "farmers-union", "front-commune-26254".',
  })
  @Property({ type: 'text', unique: true })
  key!: string;

  @Field(() => Boolean, { description: 'Whether the organization was invented for the demonstration.' })
  @Property({ type: 'boolean', default: false })
  demo: boolean = false;
}

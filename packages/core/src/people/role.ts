import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';

/** A role as reference data; what it may do is in the plugins' grants (`access/roles.ts` for core). */
@ObjectType({
  implements: Node,
  description:
    'A role someone can be given. What it may do is listed in the access matrix of the documentation.',
})
@Entity({ schema: 'core', tableName: 'role' })
export class Role extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => String, { description: 'Lasting name for machines: "commune-clerk".' })
  @Property({ type: 'text', unique: true })
  code!: string;

  @Property({ type: 'text' })
  titleVi!: string;

  @Property({ type: 'text' })
  titleEn!: string;
}

import { BigIntType, Collection, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

/** A unit as it stands on the business date: a view over its versions. */
@ObjectType()
@Entity({ schema: 'bench', tableName: 'unit' })
export class Unit {
  @PrimaryKey({ type: new BigIntType('string') })
  id!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  name!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  kind!: string;

  @ManyToOne({ entity: () => Unit, fieldName: 'parent_id', ref: true, nullable: true })
  parent: Ref<Unit> | null = null;

  @OneToMany({ entity: () => Unit, mappedBy: 'parent', orderBy: { code: 'asc' } })
  children = new Collection<Unit>(this);
}

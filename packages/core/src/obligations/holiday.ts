import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { HolidayKind } from './obligation-enums.js';

/** A day off, or a weekend day that is worked. Reference data, loaded from the registry. */
@ObjectType({
  implements: Node,
  description: 'A day that is off for everyone, or a weekend day that is made up for by working.',
})
@Entity({ schema: 'core', tableName: 'holiday' })
export class Holiday extends Node {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  override id!: number;

  @Field(() => DateScalar, { description: 'The day itself; each is named once.' })
  @Property({ type: 'date', unique: true })
  date!: string;

  @Field(() => HolidayKind, { description: 'Whether it is off or, although a weekend day, worked.' })
  @Property({ type: 'text' })
  kind!: HolidayKind;

  @Field(() => String, { description: 'What is celebrated or made up for, in Vietnamese.' })
  @Property({ type: 'text' })
  titleVi!: string;

  @Field(() => String, { description: 'What is celebrated or made up for, in English.' })
  @Property({ type: 'text' })
  titleEn!: string;

  @Field(() => String, { description: 'The law it rests on, which was in force on the day.' })
  @Property({ type: 'text' })
  basis!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How the day is known, where the law does not name it.',
  })
  @Property({ type: 'text', nullable: true })
  sourceNote: string | null = null;

  @Field(() => Boolean, {
    description: 'Whether the day comes from general knowledge and wants checking before legal use.',
  })
  @Property({ type: 'boolean' })
  toCheck!: boolean;
}

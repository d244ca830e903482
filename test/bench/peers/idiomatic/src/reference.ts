import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';

@ObjectType()
@Entity({ schema: 'core', tableName: 'report_template' })
export class Form {
  @PrimaryKey({ type: new BigIntType('string') })
  id!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  key!: string;

  @Property({ type: 'text', nullable: true })
  program: string | null = null;
}

@ObjectType()
@Entity({ schema: 'core', tableName: 'period' })
export class Period {
  @PrimaryKey({ type: new BigIntType('string') })
  id!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  key!: string;

  @Property({ type: 'date' })
  endsOn!: string;
}

@ObjectType()
@Entity({ schema: 'core', tableName: 'indicator' })
export class Indicator {
  @PrimaryKey({ type: new BigIntType('string') })
  id!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  key!: string;

  @Field(() => String)
  @Property({ type: 'text' })
  titleVi!: string;

  @Property({ type: 'text' })
  program!: string;
}

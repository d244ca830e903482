import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('Covid19ResponseLevel', {
  implements: Node,
  description: 'A level of measures that a directive or resolution has: distancing, zones by risk.',
})
@Entity({ schema: 'covid_19', tableName: 'response_level' })
export class ResponseLevel {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Stable code, as in LEVEL_3 or CT_16.' })
  code!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called in Vietnamese.' })
  titleVi!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What it is called in English.' })
  titleEn!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How strict it is among those of its time: 1 is the mildest.' })
  rank!: number;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'First day on which it could be ordered.' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer could; null while it can.',
  })
  validTo: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The directive or resolution that has it, as it is cited.' })
  legalBasis!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is to be checked before official use.' })
  note: string | null = null;
}

import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType, registerEnumType } from 'type-graphql';

/** The class a disease has by law, from the most dangerous. */
export enum DiseaseClass {
  A = 'A',
  B = 'B',
  C = 'C',
}

registerEnumType(DiseaseClass, {
  name: 'Covid19DiseaseClass',
  description: 'The class that a disease has by the law on infectious diseases.',
  valuesConfig: {
    A: { description: 'Especially dangerous, spreading very fast and far.' },
    B: { description: 'Dangerous, spreading fast, possibly deadly.' },
    C: { description: 'Less dangerous, not spreading fast.' },
  },
});

@ObjectType('Covid19Disease', {
  implements: Node,
  description: 'A disease against which people are called on to act, with the class it had by law at a time.',
})
@Entity({ schema: 'covid_19', tableName: 'disease' })
export class Disease {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Stable code, as in COVID_19.' })
  code!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its name in Vietnamese.' })
  titleVi!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Its name in English.' })
  titleEn!: string;

  @Property({ type: 'text' })
  @Field(() => DiseaseClass, { description: 'Its class by law in this time.' })
  class!: DiseaseClass;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'First day on which it had this class.' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it no longer had it; null while it has.',
  })
  validTo: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The law or decision that says so, as it is cited.' })
  legalBasis!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is to be checked before official use.' })
  note: string | null = null;
}

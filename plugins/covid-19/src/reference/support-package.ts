import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, DecimalScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('Covid19SupportPackage', {
  implements: Node,
  description:
    'What a resolution of the government gives to a group of people in an epidemic, and how lists are posted.',
})
@Entity({ schema: 'covid_19', tableName: 'support_package' })
export class SupportPackage {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Stable code, as in NQ68_FREELANCE.' })
  code!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The policy it belongs to: NQ 42/NQ-CP, NQ 68/NQ-CP.' })
  policy!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Whom it is for, in Vietnamese.' })
  titleVi!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Whom it is for, in English.' })
  titleEn!: string;

  @Property({ type: 'decimal', precision: 14, scale: 0 })
  @Field(() => DecimalScalar, {
    description: 'How much is given, in dong for each of what the measure says.',
  })
  amount!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the amount is for one of, in Vietnamese: “đồng/hộ/lần”.' })
  measureVi!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the amount is for one of, in English.' })
  measureEn!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'For how many days at least a list is posted for complaints.' })
  complaintDays!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'Counts of households from 1 up to, not including, this are not told.' })
  smallCellThreshold!: number;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'First day on which lists could be made for it.' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which they no longer could; null while they can.',
  })
  validTo: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'The resolution and decision it rests on, as cited.' })
  legalBasis!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is to be checked before official use.' })
  note: string | null = null;
}

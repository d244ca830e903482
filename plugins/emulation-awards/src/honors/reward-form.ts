import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, DecimalScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { SubjectKind } from './subject-kind.js';

/** A form of reward (hình thức khen thưởng). Reference data with validity, loaded from `data/`. */
@ObjectType('EmulationAwardsRewardForm', {
  implements: Node,
  description:
    'A form of reward that the law knows. A reward is not a title: it honors one achievement, and one achievement has one reward.',
})
@Entity({ schema: 'emulation_awards', tableName: 'reward_form' })
export class RewardForm {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, {
    description: 'Stable name in capitals, by which it is proposed: CERTIFICATE_OF_MERIT.',
  })
  code!: string;

  @Property({ type: 'text' })
  titleVi!: string;

  @Property({ type: 'text' })
  titleEn!: string;

  @Property({ type: 'text' })
  @Field(() => SubjectKind, { description: 'Who can be given it.' })
  subject!: SubjectKind;

  @Property({ type: 'numeric' })
  @Field(() => DecimalScalar, {
    description: 'The share of the council’s votes that it takes, as part of 1.',
  })
  neededShare!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The first day on which the law knew it in this form.' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer did; null while it does.',
  })
  validTo: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Law or decision that defines it, as cited.' })
  legalBasis!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What has to be checked before it is used in earnest; null where there is nothing.',
  })
  note: string | null = null;
}

import { BigIntType } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, ObjectType } from 'type-graphql';
import { InsuranceKind } from './insurance-kind.js';

/** A group of the code list: who pays for the insurance. Reference data with validity, loaded from `data/`. */
@ObjectType('SocialInsuranceParticipantGroup', {
  implements: Node,
  description: 'A group of insured people by who pays, as the decree in force lists them.',
})
@Entity({ schema: 'social_insurance', tableName: 'participant_group' })
export class ParticipantGroup {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Stable name in capitals, used in imported files: HOUSEHOLD.' })
  code!: string;

  @Property({ type: 'text' })
  @Field(() => InsuranceKind, { description: 'To which insurance the group belongs.' })
  insurance!: InsuranceKind;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the group is called in Vietnamese.' })
  titleVi!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the group is called in English.' })
  titleEn!: string;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The first day on which the decree knew the group.' })
  validFrom!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it no longer did; null while it does.',
  })
  validTo: string | null = null;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Law and decree that define the group, as cited.' })
  legalBasis!: string;
}

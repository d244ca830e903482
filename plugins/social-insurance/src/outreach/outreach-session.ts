import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';

/** A meeting or round of house calls at which people were told of the insurance. */
@ObjectType('SocialInsuranceOutreachSession', {
  implements: Node,
  description: 'A meeting or a round of house calls at which people heard of health and social insurance.',
})
@Entity({ schema: 'social_insurance', tableName: 'outreach_session' })
export class OutreachSession {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'Where it was held: commune or residential area.',
  })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day it was held.' })
  heldOn!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was spoken about, in the words of whoever reports.' })
  topic!: string;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'People who came or were called on.' })
  attendance!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, {
    description: 'People who registered for insurance there and then; part of the attendance.',
  })
  registered!: number;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, {
    description: 'Whether it was withdrawn because it should not have been recorded; it counts nowhere then.',
  })
  withdrawn: boolean = false;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null while it stands.' })
  withdrawalReason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

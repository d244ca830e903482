import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

/** Which review it is. */
export enum MeetingKind {
  MID_YEAR = 'MID_YEAR',
  YEAR_END = 'YEAR_END',
}

registerEnumType(MeetingKind, {
  name: 'EmulationAwardsMeetingKind',
  description: 'Which review of the year a meeting was.',
  valuesConfig: {
    MID_YEAR: { description: 'Of the first half of the year (sơ kết).' },
    YEAR_END: { description: 'Of the whole year (tổng kết).' },
  },
});

@ObjectType('EmulationAwardsReviewMeeting', {
  implements: Node,
  description:
    'A meeting that reviews Front work, emulation and campaigns of a unit (E-27, E-28). One that should not be there is withdrawn, not deleted.',
})
@Entity({ schema: 'emulation_awards', tableName: 'review_meeting' })
export class ReviewMeeting {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'Whose work was reviewed, named as on that day.',
  })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'Day of the meeting.' })
  heldOn!: string;

  @Property({ type: 'text' })
  @Field(() => MeetingKind, { description: 'Whether it reviewed half of the year or all of it.' })
  kind!: MeetingKind;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many people took part.' })
  attendance!: number;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What was found, in a few sentences.' })
  summary!: string;

  @Property({ type: 'date', nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day on which it was withdrawn; null while it counts.',
  })
  withdrawnOn: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null while it counts.' })
  withdrawalReason: string | null = null;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether it was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Grows with every change; send it along when changing.' })
  version!: number;
}

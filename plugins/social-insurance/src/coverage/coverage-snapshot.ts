import { BigIntType, type Rel } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, DateTimeScalar, Node } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { InsuranceKind } from '../groups/insurance-kind.js';
import { ParticipantGroup } from '../groups/participant-group.js';

/**
 * How many people of a unit were insured on a day, for one group or for all together, by one source. Append-only: a
 * snapshot imported again for the same day, unit, group and source supersedes the earlier one.
 */
@ObjectType('SocialInsuranceCoverageSnapshot', {
  implements: Node,
  description:
    'How many people of a unit were insured on a day, as one source says: a count of stock, not of change.',
})
@Entity({ schema: 'social_insurance', tableName: 'coverage_snapshot' })
export class CoverageSnapshot {
  @PrimaryKey({ type: new BigIntType('number'), autoincrement: true })
  id!: number;

  @ManyToOne({ entity: () => AdministrativeUnit, fieldName: 'unit_id' })
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'Commune, ward or town whose people are counted.',
  })
  unit!: Rel<AdministrativeUnit>;

  @Property({ type: 'date' })
  @Field(() => DateScalar, { description: 'The day on which the people were counted.' })
  date!: string;

  @Property({ type: 'text' })
  @Field(() => InsuranceKind, { description: 'Which insurance they have.' })
  insurance!: InsuranceKind;

  @ManyToOne({ entity: () => ParticipantGroup, fieldName: 'group_id', nullable: true })
  @Field(() => ParticipantGroup, {
    nullable: true,
    description: 'Group of participants; null where all groups are counted together.',
  })
  group: Rel<ParticipantGroup> | null = null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'People insured on that day.' })
  insured!: number;

  @Property({ type: 'integer' })
  @Field(() => Int, {
    description:
      'People of whom the insured are a part: the population, or for a group those who belong to it.',
  })
  population!: number;

  @Property({ type: 'text' })
  @Field(() => String, {
    description:
      'Who counted: social-insurance-agency or front-report. Figures of two sources are never mixed.',
  })
  source!: string;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether the figure was invented for the demonstration.' })
  demo: boolean = false;

  @Property({ type: 'timestamptz', defaultRaw: 'clock_timestamp()' })
  @Field(() => DateTimeScalar, { description: 'When the platform learned the figure.' })
  recordedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a later import replaced it; null while it counts.',
  })
  supersededAt: Date | null = null;
}

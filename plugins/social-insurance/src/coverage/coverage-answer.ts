import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, DecimalScalar } from '@phoihop/platform';
import { Field, Int, ObjectType } from 'type-graphql';
import { InsuranceKind } from '../groups/insurance-kind.js';
import { ParticipantGroup } from '../groups/participant-group.js';

@ObjectType('SocialInsuranceCoverageFigure', {
  description:
    'How many people are insured, put together from the latest figure of each unit; counts are kept beside the rate.',
})
export class CoverageFigure {
  @Field(() => ParticipantGroup, {
    nullable: true,
    description: 'The group of participants; null for all together.',
  })
  group!: number | null;

  @Field(() => Int, { description: 'People insured.' })
  insured!: number;

  @Field(() => Int, {
    description: 'People of whom the insured are a part: the population, or those who belong to the group.',
  })
  population!: number;

  @Field(() => DecimalScalar, {
    description:
      'insured over population as a part of one, "0.9058": at most six places, the last one rounded half up.',
  })
  rate!: string;

  @Field(() => Int, { description: 'How many units the figure is put together from.' })
  units!: number;

  @Field(() => DateScalar, { description: 'The day of the oldest figure in it.' })
  oldestOn!: string;

  @Field(() => DateScalar, { description: 'The day of the latest figure in it.' })
  latestOn!: string;

  @Field(() => Boolean, { description: 'Whether a figure in it was invented for the demonstration.' })
  demo!: boolean;
}

@ObjectType('SocialInsuranceUnitCoverage', {
  description: 'Coverage of one of the units directly below the one asked for.',
})
export class UnitCoverage {
  @Field(() => AdministrativeUnit, {
    nullable: true,
    description: 'The unit, named as on the date asked for.',
  })
  unit!: number;

  @Field(() => CoverageFigure, {
    nullable: true,
    description: 'All groups together; null where no unit in it has a figure.',
  })
  total!: CoverageFigure | null;

  @Field(() => [CoverageFigure], {
    description: 'Group by group, as far as units give them; they need not add up to the total.',
  })
  groups!: CoverageFigure[];

  @Field(() => Int, { description: 'How many communes, wards and towns there are in it.' })
  needed!: number;

  @Field(() => Int, { description: 'How many of them have a figure on or before the date.' })
  have!: number;

  /** The date that units below are named as of. */
  asOf!: string;
}

@ObjectType('SocialInsuranceCoverage', {
  description:
    'Coverage of a unit on a date from the latest figures of its communes, wards and towns on or before that date, of one source. A missing unit is listed, never guessed.',
})
export class Coverage extends UnitCoverage {
  @Field(() => DateScalar, {
    description: 'The date the figures are of: the one asked for, or the business date.',
  })
  override asOf!: string;

  @Field(() => InsuranceKind, { description: 'Which insurance it is about.' })
  insurance!: InsuranceKind;

  @Field(() => String, { description: 'Who counted: social-insurance-agency or front-report.' })
  source!: string;

  @Field(() => [AdministrativeUnit], {
    description: 'Communes, wards and towns without any figure yet; at most 200 are named.',
  })
  missing!: number[];

  @Field(() => [AdministrativeUnit], {
    description:
      'Those whose latest figure is older than the latest day in the total, and counts until a later one comes; at most 200 are named.',
  })
  carriedForward!: number[];

  @Field(() => [UnitCoverage], {
    description:
      'The same for each unit directly below, in the order of codes; empty for a commune, which is counted itself.',
  })
  below!: UnitCoverage[];
}

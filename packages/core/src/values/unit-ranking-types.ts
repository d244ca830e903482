import { DateScalar, DecimalScalar } from '@phoihop/platform';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AdministrativeUnit } from '../units/administrative-unit.js';

export const RankedBy = { PERCENT_OF_PLAN: 'PERCENT_OF_PLAN', FIGURE: 'FIGURE' } as const;
export type RankedBy = keyof typeof RankedBy;

registerEnumType(RankedBy, {
  name: 'RankedBy',
  description: 'What units are compared by.',
  valuesConfig: {
    PERCENT_OF_PLAN: {
      description: 'How much of its own target each has reached; units without one are not ranked.',
    },
    FIGURE: { description: 'The figure itself.' },
  },
});

export const RankingOrder = { HIGHEST_FIRST: 'HIGHEST_FIRST', LOWEST_FIRST: 'LOWEST_FIRST' } as const;
export type RankingOrder = keyof typeof RankingOrder;

registerEnumType(RankingOrder, {
  name: 'RankingOrder',
  description: 'From which end a ranking is read.',
  valuesConfig: {
    HIGHEST_FIRST: { description: 'From rank 1 on.' },
    LOWEST_FIRST: { description: 'From the last rank back.' },
  },
});

@ObjectType('RankedUnit', { description: 'A unit in a ranking.' })
export class RankedUnit {
  @Field(() => Int, {
    description: 'From 1, the highest; units that are level share one, and as many are left out after them.',
  })
  rank!: number;

  @Field(() => AdministrativeUnit, { nullable: true, description: 'The unit itself.' })
  unit!: number;

  @Field(() => String, { description: 'Its official code on the day of the ranking.' })
  code!: string;

  @Field(() => String, { description: 'Its full name on the day of the ranking.' })
  fullName!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Its own figure for the period so far, in the unit of measure; a share as a fraction.',
  })
  value!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The value of its own target for the period; null where it has none that the caller may see.',
  })
  plan!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'How much of the plan is reached, in percent with at most two places.',
  })
  percentOfPlan!: string | null;
}

@ObjectType('UnitRanking', {
  description: 'Units ordered by what each has reported for itself: a page of them.',
})
export class UnitRanking {
  @Field(() => DateScalar, {
    description: 'The day that figures are counted up to, and units are named as of.',
  })
  asOf!: string;

  @Field(() => [RankedUnit], { description: 'The page.' })
  nodes!: RankedUnit[];

  @Field(() => Int, { description: 'How many units have a rank.' })
  ranked!: number;

  @Field(() => Int, {
    description:
      'How many units should report and have no rank: no figure, or no plan where that is compared.',
  })
  unranked!: number;

  @Field(() => Boolean, { description: 'Whether there are more after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'To be given as `after` for the next page.' })
  endCursor!: string | null;
}

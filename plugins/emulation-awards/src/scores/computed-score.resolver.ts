import { found, requireScope } from '@phoihop/core';
import { DecimalScalar, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { Criterion } from '../sheets/criterion.js';
import { Entry } from '../years/entry.js';
import { EmulationYear } from '../years/emulation-year.js';
import { computedPoints } from './computed-points.js';

@ObjectType('EmulationAwardsComputedScore', {
  description: 'What a unit would get today for a criterion that the platform computes.',
})
export class ComputedScore {
  @Field(() => Criterion, { nullable: true, description: 'For which criterion.' })
  criterion!: number;

  @Field(() => DecimalScalar, {
    description: 'How many points by the figures of today; of a MINUS criterion, points lost.',
  })
  points!: string;

  @Field(() => String, { description: 'The figure and the rule, in Vietnamese.' })
  explanation!: string;
}

@Resolver()
export class ComputedScoreResolver {
  @Query(() => [ComputedScore], {
    nullable: true,
    description:
      'What the platform would give a unit today from indicators and late reports: for those who see the unit’s figures and reports. Locked scores stand under `scores`.',
  })
  async emulationAwardsComputedScores(
    @Arg('entry', () => ID, { description: 'Global id of the unit’s entry in an emulation year.' })
    entry: string,
    @Ctx() context: RequestContext,
  ): Promise<ComputedScore[]> {
    const row = await found(context, Entry, entry, 'entry');
    const scope = { unitId: row['unit'] as number, field: 'entry' };
    await requireScope(context, 'core:value.read', scope);
    await requireScope(context, 'core:report.read', scope);
    const year = await context.read.byId(EmulationYear, row['emulationYear'] as number);
    return computedPoints(context, year!, row.id);
  }
}

import type { RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { EmulationYear } from '../years/emulation-year.js';
import { YearStepInput } from '../years/year-inputs.js';
import { takeYearStep } from '../years/year-step.js';
import { rankYear } from './rank-year.js';

@Resolver()
export class RankResolver {
  @Mutation(() => EmulationYear, {
    nullable: true,
    description:
      'Ranks the units of each cluster by their final scores; ties are declared and decided as the sheet says.',
  })
  async emulationAwardsRank(
    @Arg('input', () => YearStepInput, { description: 'The emulation year and the version seen.' })
    input: YearStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return takeYearStep(context, input, 'emulationAwardsRank', { after: ({ id }) => rankYear(context, id) });
  }
}

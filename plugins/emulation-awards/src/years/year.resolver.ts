import { found, refuse } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { sheetToUse } from '../sheets/sheet-at.js';
import { EmulationYear } from './emulation-year.js';
import { requireDone } from './require-done.js';
import { ChooseSheetInput, OpenYearInput, YearStepInput } from './year-inputs.js';
import { takeYearStep } from './year-step.js';

const words = { description: 'The emulation year and the version seen.' };

@Resolver()
export class YearResolver {
  @Mutation(() => EmulationYear, {
    nullable: true,
    description: 'Opens the emulation year of a district by a score sheet; clusters are added next.',
  })
  async emulationAwardsOpenYear(
    @Arg('input', () => OpenYearInput, { description: 'By which sheet, and so of which district and year.' })
    input: OpenYearInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const sheet = await sheetToUse(context, input.sheet);
    const [made] = await context.session.query<{ id: number }>(
      `insert into emulation_awards.emulation_year (unit_id, year, sheet_id) values ($1, $2, $3)
       on conflict (unit_id, year) do nothing returning id`,
      [sheet.unit, sheet.year, sheet.id],
    );
    if (!made) throw new ProblemError('ALREADY_EXISTS', { field: 'input.sheet', given: sheet.year });
    await context.audit('emulation-awards:open-year', { type: 'EmulationAwardsYear', id: made.id });
    return made.id;
  }

  @Mutation(() => EmulationYear, {
    nullable: true,
    description:
      'Runs a year by another edition of its score sheet, as long as no unit has begun to score itself.',
  })
  async emulationAwardsChooseSheet(
    @Arg('input', () => ChooseSheetInput, {
      description: 'The emulation year, the version seen, and by which sheet.',
    })
    input: ChooseSheetInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    // What the input names is found before the state of any of it is looked at.
    await found(context, EmulationYear, input.emulationYear, 'input.emulationYear');
    const sheet = await sheetToUse(context, input.sheet);
    return takeYearStep(context, input, 'emulationAwardsChooseSheet', {
      check: (year) => {
        if (sheet.unit !== year['unit'] || sheet.year !== year['year'])
          refuse('input.sheet', sheet.year, year['year']);
        return Promise.resolve();
      },
      set: { sheet_id: sheet.id },
    });
  }

  @Mutation(() => EmulationYear, {
    nullable: true,
    description:
      'Launches the year: from now on units register the titles they strive for. It needs a cluster.',
  })
  async emulationAwardsLaunch(
    @Arg('input', () => YearStepInput, words) input: YearStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return takeYearStep(context, input, 'emulationAwardsLaunch', {
      set: { launched_on: context.clock.businessDate },
      check: async ({ id }) => {
        const clusters = await context.session.query(
          'select from emulation_awards.cluster_year where emulation_year_id = $1 limit 1',
          [id],
        );
        if (clusters.length === 0)
          throw new ProblemError('EMULATION_NO_CLUSTER', {
            field: 'input.emulationYear',
            given: 0,
            allowed: '≥ 1',
          });
      },
    });
  }

  @Mutation(() => EmulationYear, {
    nullable: true,
    description: 'Closes the registration; clusters draw up and sign their pacts.',
  })
  async emulationAwardsCloseRegistration(
    @Arg('input', () => YearStepInput, words) input: YearStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return takeYearStep(context, input, 'emulationAwardsCloseRegistration');
  }

  @Mutation(() => EmulationYear, {
    nullable: true,
    description: 'Lets units score themselves. Each of them must have signed the pact of its cluster.',
  })
  async emulationAwardsBeginSelfScoring(
    @Arg('input', () => YearStepInput, words) input: YearStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return takeYearStep(context, input, 'emulationAwardsBeginSelfScoring', {
      check: ({ id }) => requireDone(context, id, 'pact'),
    });
  }

  @Mutation(() => EmulationYear, {
    nullable: true,
    description: 'Lets units score the others of their cluster. Each must have handed in its self-scores.',
  })
  async emulationAwardsBeginCrossScoring(
    @Arg('input', () => YearStepInput, words) input: YearStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return takeYearStep(context, input, 'emulationAwardsBeginCrossScoring', {
      check: ({ id }) => requireDone(context, id, 'self-scores'),
    });
  }

  @Mutation(() => EmulationYear, {
    nullable: true,
    description:
      'Begins the district’s review. Each unit must have been scored by another of its cluster in everything that people judge.',
  })
  async emulationAwardsBeginReview(
    @Arg('input', () => YearStepInput, words) input: YearStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return takeYearStep(context, input, 'emulationAwardsBeginReview', {
      check: ({ id }) => requireDone(context, id, 'cross-scores'),
    });
  }

  @Mutation(() => EmulationYear, {
    nullable: true,
    description: 'Opens the vote: each unit votes for the best other one of its cluster, once.',
  })
  async emulationAwardsOpenVote(
    @Arg('input', () => YearStepInput, words) input: YearStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return takeYearStep(context, input, 'emulationAwardsOpenVote');
  }

  @Mutation(() => EmulationYear, {
    nullable: true,
    description: 'Closes the year: nothing of it changes any more.',
  })
  async emulationAwardsCloseYear(
    @Arg('input', () => YearStepInput, words) input: YearStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return takeYearStep(context, input, 'emulationAwardsCloseYear', {
      set: { closed_on: context.clock.businessDate },
    });
  }
}

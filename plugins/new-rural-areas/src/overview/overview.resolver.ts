import { AdministrativeUnit, refuse } from '@phoihop/core';
import { DateScalar, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { Level } from '../criteria/level.js';
import { GapAnswer } from './gap-answer.js';
import { CriteriaMatrix } from './matrix-answer.js';
import { readGap } from './read-gap.js';
import { readMatrix, type MatrixQuestion } from './read-matrix.js';
import { readStatuses } from './read-statuses.js';
import { StatusAnswer } from './status-answer.js';

const anyUnit = 'Global id of the unit: a commune, or one with communes in it.';
const theYear = 'The year, not after that of the business date, which is taken when none is given.';

/** What is put together of many communes, for callers who see all of them. */
@Resolver()
export class OverviewResolver {
  @Query(() => StatusAnswer, {
    nullable: true,
    description:
      'The communes of a unit by the highest level they hold on a day. For callers who see all of its communes.',
  })
  newRuralAreasCommunesByStatus(
    @Arg('unit', () => ID, { description: anyUnit }) unit: string,
    @Ctx() context: RequestContext,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description: 'The day, not after the business date, which is taken when none is given.',
    })
    asOf?: string | null,
  ): Promise<StatusAnswer> {
    const { businessDate } = context.clock;
    const unitId = context.read.localId(AdministrativeUnit, unit, 'unit');
    if (asOf && asOf > businessDate) refuse('asOf', asOf, `≤ ${businessDate}`);
    return readStatuses(context, { unitId, asOf: asOf ?? businessDate });
  }

  @Query(() => CriteriaMatrix, {
    nullable: true,
    description:
      'Communes against criteria for a level and a year, as the communes have signed it. For callers who see all communes of the unit.',
  })
  newRuralAreasCriteriaMatrix(
    @Arg('unit', () => ID, { description: anyUnit }) unit: string,
    @Arg('level', () => Level, { description: 'The level whose criteria are the columns.' }) level: Level,
    @Ctx() context: RequestContext,
    @Arg('year', () => Int, { nullable: true, description: theYear }) year?: number | null,
  ): Promise<CriteriaMatrix> {
    return readMatrix(context, asked(context, { unit, level, year }));
  }

  @Query(() => GapAnswer, {
    nullable: true,
    description:
      'What is missing to the target of newly recognized communes, and which communes are nearest to it. For callers who see all communes of the unit.',
  })
  newRuralAreasGapToTarget(
    @Arg('unit', () => ID, { description: 'Global id of the unit that has the target.' }) unit: string,
    @Arg('level', () => Level, { description: 'The level that the target is about.' }) level: Level,
    @Ctx() context: RequestContext,
    @Arg('year', () => Int, { nullable: true, description: theYear }) year?: number | null,
  ): Promise<GapAnswer> {
    return readGap(context, asked(context, { unit, level, year }));
  }
}

function asked(
  context: RequestContext,
  { unit, level, year }: { unit: string; level: Level; year?: number | null },
): MatrixQuestion {
  const unitId = context.read.localId(AdministrativeUnit, unit, 'unit');
  const thisYear = Number(context.clock.businessDate.slice(0, 4));
  const wanted = year ?? thisYear;
  if (wanted > thisYear || wanted < 2010) refuse('year', wanted, `2010–${thisYear}`);
  return { unitId, level, year: wanted };
}

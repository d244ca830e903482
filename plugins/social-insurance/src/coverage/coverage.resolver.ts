import { AdministrativeUnit } from '@phoihop/core';
import { DateScalar, ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { InsuranceKind } from '../groups/insurance-kind.js';
import { Coverage } from './coverage-answer.js';
import { readCoverage } from './read-coverage.js';
import { sources } from './sources.js';

@Resolver()
export class CoverageResolver {
  @Query(() => Coverage, {
    nullable: true,
    description:
      'How many people of a unit are insured on a date: in total, by group, and for the units below, with what is missing. For callers who see the figures of all its communes.',
  })
  async socialInsuranceCoverage(
    @Arg('unit', () => ID, { description: 'Global id of the unit, of any level.' }) unit: string,
    @Ctx() context: RequestContext,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description:
        'The date: each unit counts with its latest figure on or before it; the business date when not given.',
    })
    asOf?: string | null,
    @Arg('insurance', () => InsuranceKind, {
      defaultValue: InsuranceKind.HEALTH,
      description: 'Health insurance or voluntary social insurance.',
    })
    insurance: InsuranceKind = InsuranceKind.HEALTH,
    @Arg('source', () => String, {
      defaultValue: sources[0],
      description:
        'Who counted: social-insurance-agency or front-report. Figures of two sources are never mixed.',
    })
    source: string = sources[0],
  ): Promise<Coverage> {
    const { businessDate } = context.clock;
    const unitId = context.read.localId(AdministrativeUnit, unit, 'unit');
    if (!(sources as readonly string[]).includes(source)) {
      throw new ProblemError('BAD_USER_INPUT', { field: 'source', given: source, allowed: sources });
    }
    if (asOf && asOf > businessDate) {
      throw new ProblemError('BAD_USER_INPUT', { field: 'asOf', given: asOf, allowed: `≤ ${businessDate}` });
    }
    return readCoverage(context, { unitId, asOf: asOf ?? businessDate, insurance, source });
  }
}

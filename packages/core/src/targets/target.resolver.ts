import type { GraphQLResolveInfo } from 'graphql';
import { AS_OF, DateScalar, ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { localized } from '../programs/localized.js';
import { IndicatorReportingRow } from '../values/aggregate-types.js';
import { TargetAllocation, allocationAnswer } from './target-allocation.js';
import { BaselineKind } from './target-enums.js';
import { targetFacts } from './target-facts.js';
import { loadParts, loadProgress, loadReportingRow } from './target-loaders.js';
import { reportingRowAnswer } from './target-reporting-row.js';
import { TargetBaseline, TargetProgressAnswer, progressAnswer } from './target-progress.js';
import { Target } from './target.js';

/** What is computed of a target. All of it is batched: a list costs as many statements as one. */
@Resolver(() => Target)
export class TargetResolver {
  @FieldResolver(() => TargetBaseline, {
    nullable: true,
    description: 'What the change is measured from; null where the target asks for none.',
  })
  baseline(@Root() target: Row, @Ctx() context: RequestContext): TargetBaseline | null {
    const { baselineKind, baselineValue } = targetFacts(target);
    if (baselineKind === BaselineKind.NONE) return null;
    return {
      kind: baselineKind,
      value: baselineValue,
      note: localized(target, 'baselineNote', context.locale),
    };
  }

  @FieldResolver(() => TargetProgressAnswer, {
    nullable: true,
    description:
      'How the target stands: computed from the figures of all units below, not from those the caller happens to see.',
  })
  async progress(
    @Root() target: Row,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description:
        'The day to compute it for, not after the business date; the date of the root field, or the business date, when not given.',
    })
    asOf: string | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TargetProgressAnswer> {
    const day = dayOf(target, asOf, context.clock.businessDate);
    return progressAnswer(context, await loadProgress(context, info, targetFacts(target), day));
  }

  @FieldResolver(() => IndicatorReportingRow, {
    nullable: true,
    description:
      'The row of a Vietnamese report for the latest period that has ended: in period, since the start of the year, percent of this target, against last year. Null where the platform keeps no such period.',
  })
  async reportingRow(
    @Root() target: Row,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description:
        'The day to look from, not after the business date; the date of the root field, or the business date, when not given.',
    })
    asOf: string | null,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<IndicatorReportingRow | null> {
    const day = dayOf(target, asOf, context.clock.businessDate);
    const row = await loadReportingRow(context, info, targetFacts(target), day);
    return row && reportingRowAnswer(context, targetFacts(target), row);
  }

  @FieldResolver(() => TargetAllocation, {
    nullable: true,
    description: 'What of it was handed down to lower units and member organizations, against the whole.',
  })
  async allocation(
    @Root() target: Row,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TargetAllocation> {
    const { kind, parts } = await loadParts(context, info, targetFacts(target));
    return allocationAnswer(context, targetFacts(target), kind, parts);
  }
}

/** A day that is asked for by name must have come; the date of a root field looks at most as far as today. */
function dayOf(target: Row, asked: string | null, businessDate: string): string {
  if (asked !== null && asked !== undefined) {
    if (asked <= businessDate) return asked;
    throw new ProblemError('BAD_USER_INPUT', { field: 'asOf', given: asked, allowed: `<= ${businessDate}` });
  }
  const ofRoot = target[AS_OF] ?? businessDate;
  return ofRoot < businessDate ? ofRoot : businessDate;
}

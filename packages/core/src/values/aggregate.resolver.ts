import DataLoader from 'dataloader';
import { DateScalar, type RequestContext } from '@phoihop/platform';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { PeriodReference } from '../periods/period-reference.js';
import { aggregateAnswer, reportingRowAnswer } from './aggregate-answer.js';
import { answers, refuseUnknown, requestFrom, type AggregateQuestion } from './aggregate-question.js';
import type { Aggregate, AggregateRequest } from './aggregate-request.js';
import { IndicatorAggregate, IndicatorReportingRow } from './aggregate-types.js';
import { aggregateIndicators } from './aggregate.js';
import { asksForNames } from './asks-for-names.js';
import { AggregationBasis, CountedStates } from './data-value-enums.js';
import { planOfTarget } from './plan-of-target.js';
import {
  computeReportingRows,
  type ComputedReportingRow,
  type ReportingRowRequest,
} from './reporting-row-of.js';

const about = {
  indicator: { description: 'Key of the indicator: "fund-for-the-poor.houses".' },
  unit: { nullable: true, description: 'The unit, with all below it; give either this or `unitGroup`.' },
  unitGroup: {
    nullable: true,
    description: 'A group whose members, on the last day of the period, are taken together.',
  },
  period: {
    description: 'The period; it may be longer than those the indicator is counted in, if these make it up.',
  },
  basis: {
    defaultValue: AggregationBasis.AS_REPORTED,
    description: 'On which tree of units figures are added up.',
  },
  mapDate: {
    nullable: true,
    description: 'The date of the map, for ON_MAP only; the business date when not given.',
  },
  state: {
    defaultValue: CountedStates.PROVISIONAL_AND_ACCEPTED,
    description: 'Which figures count: accepted ones only, or those not yet accepted too.',
  },
  source: {
    nullable: true,
    description: 'Code of the source whose figures count; the first source of the indicator when not given.',
  },
  disaggregation: { nullable: true, description: 'Which part ("work:repair"); the whole when not given.' },
} as const;

@Resolver()
export class AggregateResolver {
  @Query(() => IndicatorAggregate, {
    nullable: true,
    description:
      'A figure of a unit or group for a period, from those of the units that report. All counting figures are in it; coverage says what is missing.',
  })
  async indicatorAggregate(
    @Arg('indicator', () => String, about.indicator) indicator: string,
    @Arg('period', () => PeriodReference, about.period) period: PeriodReference,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('unit', () => ID, about.unit) unit?: string | null,
    @Arg('unitGroup', () => ID, about.unitGroup) unitGroup?: string | null,
    @Arg('basis', () => AggregationBasis, about.basis) basis: AggregationBasis = 'AS_REPORTED',
    @Arg('mapDate', () => DateScalar, about.mapDate) mapDate?: string | null,
    @Arg('state', () => CountedStates, about.state) state: CountedStates = 'PROVISIONAL_AND_ACCEPTED',
    @Arg('source', () => String, about.source) source?: string | null,
    @Arg('disaggregation', () => String, about.disaggregation) disaggregation?: string | null,
  ): Promise<IndicatorAggregate> {
    const asked: AggregateQuestion = {
      indicator,
      unit,
      unitGroup,
      period,
      basis,
      mapDate,
      state,
      source,
      disaggregation,
      names: asksForNames(info),
    };
    const { group, request } = await requestFrom(context, asked);
    const aggregate = await aggregates(context).load(request);
    return answers(aggregate, period)
      ? aggregateAnswer(context, aggregate, state, group)
      : refuseUnknown(context, asked);
  }

  @Query(() => IndicatorReportingRow, {
    nullable: true,
    description:
      'The row of a Vietnamese report for one indicator: in period, cumulative, percent of plan, against the same period last year.',
  })
  async reportingRow(
    @Arg('indicator', () => String, about.indicator) indicator: string,
    @Arg('period', () => PeriodReference, about.period) period: PeriodReference,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('unit', () => ID, about.unit) unit?: string | null,
    @Arg('unitGroup', () => ID, about.unitGroup) unitGroup?: string | null,
    @Arg('target', () => ID, {
      nullable: true,
      description:
        'The target whose figure is the plan of the year; without it there is no percentage of plan.',
    })
    target?: string | null,
    @Arg('basis', () => AggregationBasis, about.basis) basis: AggregationBasis = 'AS_REPORTED',
    @Arg('mapDate', () => DateScalar, about.mapDate) mapDate?: string | null,
    @Arg('state', () => CountedStates, about.state) state: CountedStates = 'PROVISIONAL_AND_ACCEPTED',
    @Arg('source', () => String, about.source) source?: string | null,
  ): Promise<IndicatorReportingRow> {
    const names = asksForNames(info);
    const asked: AggregateQuestion = {
      indicator,
      unit,
      unitGroup,
      period,
      basis,
      mapDate,
      state,
      source,
      names,
    };
    const { group, request } = await requestFrom(context, asked);
    const plan = target ? await planOfTarget(context, target, 'target') : null;
    const row = await rows(context).load({ ...request, plan });
    return row && answers(row.inPeriod, period)
      ? reportingRowAnswer(context, row, state, group)
      : refuseUnknown(context, asked);
  }
}

/** All aggregates that one operation asks for are computed together. */
const aggregates = (context: RequestContext): DataLoader<AggregateRequest, Aggregate | null> =>
  context.once(
    'core:aggregates',
    () => new DataLoader((asked) => aggregateIndicators(sourceOf(context), asked), { cache: false }),
  );

const rows = (context: RequestContext): DataLoader<ReportingRowRequest, ComputedReportingRow | null> =>
  context.once(
    'core:reporting-rows',
    () => new DataLoader((asked) => computeReportingRows(sourceOf(context), asked), { cache: false }),
  );

const sourceOf = ({ session, clock }: RequestContext) => ({ session, businessDate: clock.businessDate });

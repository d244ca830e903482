import DataLoader from 'dataloader';
import { DateScalar, ProblemError, type RequestContext } from '@phoihop/platform';
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { indicatorFacts } from '../indicators/indicator-facts.js';
import { UnitGroup } from '../organizations/unit-group.js';
import { Period } from '../periods/period.js';
import { PeriodReference, resolvePeriod } from '../periods/period-reference.js';
import { AdministrativeUnit } from '../units/administrative-unit.js';
import { aggregateIndicators } from './aggregate.js';
import type { Aggregate, AggregateRequest } from './aggregate-request.js';
import { IndicatorAggregate, IndicatorReportingRow, type ReportingChange } from './aggregate-types.js';
import { AggregationBasis, CountedStates } from './data-value-enums.js';
import { tellReason } from './figure-reasons.js';
import { planOfTarget } from './plan-of-target.js';
import { computeReportingRows, type ComputedReportingRow, type ReportingRowRequest, type RowChange } from './reporting-row-of.js';

/** What both questions ask for. */
interface Asked {
  readonly indicator: string;
  readonly unit?: string | null;
  readonly unitGroup?: string | null;
  readonly period: PeriodReference;
  readonly basis: AggregationBasis;
  readonly mapDate?: string | null;
  readonly state: CountedStates;
  readonly source?: string | null;
  readonly disaggregation?: string | null;
}

const about = {
  indicator: { description: 'Key of the indicator: "fund-for-the-poor.houses".' },
  unit: { nullable: true, description: 'The unit, with all below it; give either this or `unitGroup`.' },
  unitGroup: { nullable: true, description: 'A group whose members, on the last day of the period, are taken together.' },
  period: { description: 'The period; it may be longer than those the indicator is counted in, if these make it up.' },
  basis: { defaultValue: AggregationBasis.AS_REPORTED, description: 'On which tree of units figures are added up.' },
  mapDate: { nullable: true, description: 'The date of the map, for ON_MAP only; the business date when not given.' },
  state: { defaultValue: CountedStates.PROVISIONAL_AND_ACCEPTED, description: 'Which figures count.' },
  source: { nullable: true, description: 'Code of the source whose figures count; the first source of the indicator when not given.' },
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
    @Arg('unit', () => ID, about.unit) unit?: string | null,
    @Arg('unitGroup', () => ID, about.unitGroup) unitGroup?: string | null,
    @Arg('basis', () => AggregationBasis, about.basis) basis: AggregationBasis = 'AS_REPORTED',
    @Arg('mapDate', () => DateScalar, about.mapDate) mapDate?: string | null,
    @Arg('state', () => CountedStates, about.state) state: CountedStates = 'PROVISIONAL_AND_ACCEPTED',
    @Arg('source', () => String, about.source) source?: string | null,
    @Arg('disaggregation', () => String, about.disaggregation) disaggregation?: string | null,
  ): Promise<IndicatorAggregate> {
    const asked: Asked = { indicator, unit, unitGroup, period, basis, mapDate, state, source, disaggregation };
    const { group, request } = await requestFrom(context, asked);
    const aggregate = await aggregates(context).load(request);
    return answers(aggregate, period) ? shown(context, aggregate, state, group) : refuseUnknown(context, asked);
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
    @Arg('unit', () => ID, about.unit) unit?: string | null,
    @Arg('unitGroup', () => ID, about.unitGroup) unitGroup?: string | null,
    @Arg('target', () => ID, { nullable: true, description: 'The target whose figure is the plan of the year; without it there is no percentage of plan.' })
    target?: string | null,
    @Arg('basis', () => AggregationBasis, about.basis) basis: AggregationBasis = 'AS_REPORTED',
    @Arg('mapDate', () => DateScalar, about.mapDate) mapDate?: string | null,
    @Arg('state', () => CountedStates, about.state) state: CountedStates = 'PROVISIONAL_AND_ACCEPTED',
    @Arg('source', () => String, about.source) source?: string | null,
  ): Promise<IndicatorReportingRow> {
    const asked: Asked = { indicator, unit, unitGroup, period, basis, mapDate, state, source };
    const { group, request } = await requestFrom(context, asked);
    const plan = target ? await planOfTarget(context, target, 'target') : null;
    const row = await rows(context).load({ ...request, plan });
    return row && answers(row.inPeriod, period) ? shownRow(context, row, state, group) : refuseUnknown(context, asked);
  }
}

/** All aggregates that one operation asks for are computed together. */
const aggregates = (context: RequestContext): DataLoader<AggregateRequest, Aggregate | null> =>
  context.once('core:aggregates', () => new DataLoader((asked) => aggregateIndicators(sourceOf(context), asked), { cache: false }));

const rows = (context: RequestContext): DataLoader<ReportingRowRequest, ComputedReportingRow | null> =>
  context.once('core:reporting-rows', () => new DataLoader((asked) => computeReportingRows(sourceOf(context), asked), { cache: false }));

const sourceOf = ({ session, clock }: RequestContext) => ({ session, businessDate: clock.businessDate });

async function requestFrom(context: RequestContext, asked: Asked): Promise<{ group: number | null; request: AggregateRequest }> {
  const { unit, unitGroup, basis, mapDate, period } = asked;
  if (!unit === !unitGroup) {
    throw new ProblemError('BAD_USER_INPUT', { field: 'unit', given: unit ? 'unit, unitGroup' : null, allowed: 'unit, or unitGroup' });
  }
  if (mapDate && basis !== 'ON_MAP') {
    throw new ProblemError('BAD_USER_INPUT', { field: 'mapDate', given: mapDate, allowed: 'with basis ON_MAP only' });
  }
  const group = unitGroup ? context.read.localId(UnitGroup, unitGroup, 'unitGroup') : null;
  const named = periodName(context, period);
  const units = group === null ? [context.read.localId(AdministrativeUnit, unit!, 'unit')] : await membersOf(context, group, named);
  if (units.length === 0) throw new ProblemError('NOT_FOUND', { field: unit ? 'unit' : 'unitGroup', given: unit ?? unitGroup });
  return {
    group,
    request: {
      indicator: asked.indicator,
      units,
      period: named,
      basis,
      mapDate,
      states: asked.state,
      source: asked.source,
      disaggregation: asked.disaggregation,
    },
  };
}

/** The id or key of a period, without asking whether there is one. */
function periodName(context: RequestContext, { id, calendar, key }: PeriodReference): number | string {
  if (id && !calendar && !key) return context.read.localId(Period, id, 'period.id');
  if (key && calendar && !id) return key;
  throw new ProblemError('BAD_USER_INPUT', { field: 'period', given: JSON.stringify({ id, calendar, key }), allowed: 'id, or calendar and key' });
}

/** The members of a group on the last day of a period; empty where the caller sees no such group. */
async function membersOf(context: RequestContext, group: number, period: number | string): Promise<number[]> {
  const members = context.once(
    'core:group-members',
    () => new DataLoader(async (asked: readonly { group: number; period: number | string }[]) => {
      const found = await context.session.query<{ n: number; units: number[] }>(groupMembers, [
        asked.map((one) => one.group),
        asked.map((one) => (typeof one.period === 'number' ? one.period : null)),
        asked.map((one) => (typeof one.period === 'string' ? one.period : null)),
      ]);
      const units = new Map(found.map((row) => [row.n, row.units]));
      return asked.map((_, index) => units.get(index + 1) ?? []);
    }, { cache: false }),
  );
  return members.load({ group, period });
}

const groupMembers = /* sql */ `
select asked.n::int as n, array_agg(member.unit_id order by member.unit_id) as units
from unnest($1::bigint[], $2::bigint[], $3::text[]) with ordinality as asked (of_group, period_id, period_key, n)
join core.period on period.id = asked.period_id or period.key = asked.period_key
join core.unit_group_member member on member.group_id = asked.of_group
  and member.valid_from <= period.ends_on and (member.valid_to is null or period.ends_on < member.valid_to)
group by asked.n`;

/** Whether it is an answer, and of a period of the calendar that was named. */
const answers = (aggregate: Aggregate | null, { calendar }: PeriodReference): aggregate is Aggregate =>
  aggregate !== null && (!calendar || calendar === aggregate.period.calendar);

/** Says which of the things that were named does not exist. */
async function refuseUnknown(context: RequestContext, asked: Asked): Promise<never> {
  const known = await indicatorFacts(context.session, { keys: [asked.indicator] });
  if (known.length === 0) throw new ProblemError('INDICATOR_NOT_FOUND', { field: 'indicator', given: asked.indicator });
  await resolvePeriod(context, asked.period, 'period');
  throw new ProblemError('NOT_FOUND', { field: 'period' });
}

function shown(context: RequestContext, aggregate: Aggregate, counted: CountedStates, group: number | null): IndicatorAggregate {
  const { coverage, indicator, period, mapDate, units } = aggregate;
  const asOf = mapDate ?? aggregate.to;
  const reason = tellReason(context, aggregate.suppressed ? 'WITHHELD' : aggregate.reason, {
    period: period.key,
    calendar: indicator.calendar,
    mapDate,
  });
  const shownCoverage = {
    // Units are named as they were when they should have reported.
    asOf: aggregate.to,
    have: coverage.have,
    needed: coverage.needed,
    ratio: coverage.ratio,
    missing: [...new Set(coverage.missing.map(({ unit }) => unit))],
    missingFigures: coverage.missing.map((figure) => ({ ...figure, asOf: aggregate.to })),
  };
  const result = {
    ...aggregate,
    asOf,
    indicator: indicator.id,
    unit: group === null ? units[0]! : null,
    unitGroup: group,
    period: period.id,
    counted,
    reason,
    coverage: shownCoverage,
    carriedForward: [...aggregate.carriedForward],
    obstacles: [...aggregate.obstacles],
  };
  return result;
}

function shownRow(context: RequestContext, row: ComputedReportingRow, counted: CountedStates, group: number | null): IndicatorReportingRow {
  const { inPeriod, cumulative } = row;
  const facts = { period: inPeriod.period.key, calendar: inPeriod.indicator.calendar };
  const change = ({ lastYear, difference, relativeChange, reason }: RowChange): ReportingChange => ({
    samePeriodLastYear: lastYear,
    difference,
    relativeChange,
    reason: tellReason(context, reason, facts),
  });
  const result = {
    asOf: inPeriod.mapDate ?? inPeriod.to,
    indicator: inPeriod.indicator.id,
    unit: group === null ? inPeriod.units[0]! : null,
    unitGroup: group,
    period: inPeriod.period.id,
    inPeriod: inPeriod.value,
    cumulative: cumulative.value,
    plan: row.request.plan ?? null,
    percentOfPlan: row.percentOfPlan,
    percentOfPlanReason: tellReason(context, row.percentOfPlanReason, facts),
    inPeriodChange: change(row.inPeriodChange),
    cumulativeChange: change(row.cumulativeChange),
    inPeriodAggregate: shown(context, inPeriod, counted, group),
    cumulativeAggregate: shown(context, cumulative, counted, group),
  };
  return result;
}

import { localId, rootAnsweredInSql, type GivenArguments, type SqlRootAnswer } from '@phoihop/platform';
import type { PeriodReference } from '../periods/period-reference.js';
import { aggregateInSql, subjectInSql } from './aggregate-in-sql.js';
import { reasonInSql } from './figure-reasons.js';
import { planSql } from './plan-of-target.js';
import { cells, change, figure, numeric, percentOfPlan, type Cell } from './reporting-row-sql.js';

type Parameter = Parameters<SqlRootAnswer['from']>[0];

const text = (given: unknown): string | null => (given ?? null) as string | null;
/** The id behind a global one, where there is any. */
const idOf = (type: string, given: unknown, field: string): number | null =>
  given ? localId(type, given as string, field) : null;
const periodOf = ({ period }: GivenArguments): PeriodReference => period as PeriodReference;

/** On a map the lineage decides, which is code. How a question can be asked wrongly is told by `requestFrom`. */
const fits = ({ unit, unitGroup, basis, mapDate, period }: GivenArguments): boolean => {
  const { id, calendar, key } = period as PeriodReference;
  const named = id ? !calendar && !key : Boolean(calendar && key);
  return basis === 'AS_REPORTED' && !mapDate && !unit !== !unitGroup && named;
};

/** What was asked for, looked up; no row where anything of it is not there. With the caller's rights, as groups have rules. */
const question = (parameter: Parameter): string => {
  const unit = parameter('bigint', (given) => idOf('AdministrativeUnit', given['unit'], 'unit'));
  const group = parameter('bigint', (given) => idOf('UnitGroup', given['unitGroup'], 'unitGroup'));
  const key = parameter('text', (given) => text(periodOf(given).key));
  const calendar = parameter('text', (given) => text(periodOf(given).calendar));
  return /* sql */ `select i.id as indicator, ${unit} as unit, ${group} as unit_group, i.calendar, period.id as period, period.key as period_key,
      coalesce(${parameter('text', ({ source }) => text(source))}, i.sources[1]) as source,
      coalesce(${parameter('text', ({ disaggregation }) => text(disaggregation))}, '') as disaggregation,
      ${parameter('text', ({ state }) => text(state))} as counted,
      case when ${unit} is not null then array[${unit}] else array(
        select member.unit_id from core.unit_group_member member
        where member.group_id = ${group} and member.valid_from <= period.ends_on
          and (member.valid_to is null or period.ends_on < member.valid_to)
        order by member.unit_id) end as roots
    from core.indicator i
    join core.period on period.id = coalesce(${parameter('bigint', (given) => idOf('Period', periodOf(given).id, 'period.id'))},
      (select named.id from core.period named where named.key = ${key} and named.calendar_key = ${calendar}))
    where i.key = ${parameter('text', ({ indicator }) => text(indicator))}`;
};

/** @param places How many of the figures that `core.aggregates_of_period` can give. */
const answer = (
  places: number,
  day: string,
): string => /* sql */ `core.aggregates_of_period(asked.indicator, asked.roots, asked.period,
      ${places}, ${day}, asked.counted = 'ACCEPTED_ONLY', asked.source, asked.disaggregation)`;

/** An aggregate as SQL (aggregate.resolver.ts). */
export const indicatorAggregateAnswer = rootAnsweredInSql('indicatorAggregate', {
  fits,
  from: (parameter, day) => /* sql */ `select asked.*, answer.*
    from (${question(parameter)}) asked
    cross join lateral ${answer(1, day)} answer
    where cardinality(asked.roots) > 0`,
  ...aggregateInSql(1),
});

/** Why a figure cannot be compared with the one of last year. */
const noChange = (now: Cell, before: Cell) =>
  reasonInSql(
    (of) => {
      const [nowPlace, beforePlace] = [now, before].map((cell) => cells.indexOf(cell) + 1);
      return `case when ${of}.withheld[${nowPlace}] or ${of}.withheld[${beforePlace}] then 'WITHHELD'
        when ${of}.${now}_above is null then 'NO_DATA' when ${of}.${before}_above is null then 'NO_DATA_LAST_YEAR'
        when ${of}.${before}_above = 0 then 'ZERO_LAST_YEAR' end`;
    },
    ['WITHHELD', 'NO_DATA', 'NO_DATA_LAST_YEAR', 'ZERO_LAST_YEAR'],
  );

/** A reporting row as SQL, with its two aggregates. */
export const rootReportingRowAnswer = rootAnsweredInSql('reportingRow', {
  fits,
  from: (parameter, day) => {
    const target = parameter('bigint', (given) => idOf('Target', given['target'], 'target'));
    const shown = cells.flatMap((cell, place) => [
      `answer.above[${place + 1}] as ${cell}_above`,
      `answer.below[${place + 1}] as ${cell}_below`,
    ]);
    return /* sql */ `select asked.*, answer.*, ${shown.join(', ')}, ${planSql('target.operator', 'target.value')} as plan
    from (${question(parameter)}) asked
    cross join lateral ${answer(4, day)} answer
    left join core.target on target.id = ${target}
    where cardinality(asked.roots) > 0 and (${target} is null or target.id is not null)`;
  },
  fields: {
    ...subjectInSql((of) => `${of}.last_days[1]`),
    inPeriod: figure('now'),
    cumulative: figure('so_far'),
    plan: numeric((of) => `${of}.plan`),
    percentOfPlan,
    percentOfPlanReason: reasonInSql(
      (of) => `case when ${of}.plan is null then 'NO_PLAN' when ${of}.withheld[2] then 'WITHHELD'
        when ${of}.so_far_above is null then 'NO_DATA' when ${of}.plan = 0 then 'ZERO_PLAN' end`,
      ['NO_PLAN', 'WITHHELD', 'NO_DATA', 'ZERO_PLAN'],
    ),
    inPeriodChange: change('now', 'last', { reason: noChange('now', 'last') }),
    cumulativeChange: change('so_far', 'last_so_far', { reason: noChange('so_far', 'last_so_far') }),
    inPeriodAggregate: aggregateInSql(1),
    cumulativeAggregate: aggregateInSql(2),
  },
});

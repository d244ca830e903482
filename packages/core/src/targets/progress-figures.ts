import type { IndicatorFact } from '../indicators/indicator-facts.js';
import { cumulativePeriods, periodContaining, type Period as CalendarPeriod } from '../periods/calendars.js';
import { addDays } from '../periods/calendars-dates.js';
import { REGULAR_CALENDARS, type RegularCalendarKey } from '../periods/calendars-definitions.js';
import type { PeriodFact } from '../periods/period-reference.js';
import { aggregateFacts, type AggregateFacts } from '../values/aggregate-facts.js';
import type { AggregateSource } from '../values/aggregate.js';
import { aggregateIndicators } from '../values/aggregate.js';
import type { Aggregate, AggregateRequest } from '../values/aggregate-request.js';
import { BaselineKind } from './target-enums.js';
import type { TargetFacts } from './target-facts.js';

/** Everything that the progress of one target is computed from. */
export interface TargetFigures {
  readonly indicator: IndicatorFact;
  readonly period: PeriodFact;
  /** Null where nothing can be measured: an organization, a group without members. */
  readonly actual: Aggregate | null;
  /** The same period of the year before, whole; null where the target does not start from it. */
  readonly yearBefore: Aggregate | null;
  /** The year before, up to the point where this year stands; null where the path does not follow it. */
  readonly pointLastYear: Aggregate | null;
}

/**
 * Reads the figures of many targets at once: the same few statements for one as for two hundred.
 * @param source Its business date is the day that progress is asked for.
 * @param names Whether missing figures of the targets' own period are asked for by name.
 */
export async function figuresOf(
  source: AggregateSource,
  targets: readonly TargetFacts[],
  names = true,
): Promise<TargetFigures[]> {
  const requests: AggregateRequest[] = [];
  const ask = (request: AggregateRequest | null): number => (request ? requests.push(request) - 1 : -1);
  const { measures, facts } = await measuresOf(source, targets);
  const asked = measures.map(({ target, indicator, period, units }) => {
    const base =
      units.length > 0 ? { indicator: indicator.id, units, period: period.id, names: false } : null;
    const point =
      target.path === 'SAME_PERIOD_LAST_YEAR' ? pointOfYear(indicator, period, source.businessDate) : null;
    const fromLastYear = target.baselineKind === BaselineKind.SAME_PERIOD_LAST_YEAR;
    return {
      indicator,
      period,
      actual: ask(base && { ...base, names }),
      yearBefore: ask(fromLastYear && base ? { ...base, yearBefore: true } : null),
      pointLastYear: ask(
        point && base ? { ...base, period: point.key, span: 'YEAR_TO_PERIOD', yearBefore: true } : null,
      ),
    };
  });
  const answers = await aggregateIndicators(source, requests, facts);
  return asked.map(({ indicator, period, actual, yearBefore, pointLastYear }) => ({
    indicator,
    period,
    actual: answers[actual] ?? null,
    yearBefore: answers[yearBefore] ?? null,
    pointLastYear: answers[pointLastYear] ?? null,
  }));
}

/** What a target measures, where and when. */
export interface Measure {
  readonly target: TargetFacts;
  readonly indicator: IndicatorFact;
  readonly period: PeriodFact;
  /** The units whose figures are the target's; none for an organization, whose figures are not aggregated. */
  readonly units: readonly number[];
}

/** Looks up what targets refer to: one statement, and one more where a group of units has a target. */
export async function measuresOf(
  source: AggregateSource,
  targets: readonly TargetFacts[],
): Promise<{ measures: Measure[]; facts: AggregateFacts }> {
  const facts = await aggregateFacts(source.session, {
    indicators: targets.map(({ indicator }) => indicator),
    periods: targets.map(({ period }) => period),
  });
  const found = targets.map((target) => ({
    target,
    period: facts.periods.find(({ id }) => id === target.period)!,
    indicator: facts.indicators.find(({ id }) => id === target.indicator)!,
  }));
  const members = await membersOf(source, found);
  return { measures: found.map((one) => ({ ...one, units: unitsOf(one.target, members) })), facts };
}

function unitsOf(target: TargetFacts, members: ReadonlyMap<number, readonly number[]>): readonly number[] {
  if (target.unit !== null) return [target.unit];
  return target.unitGroup === null ? [] : (members.get(target.id) ?? []);
}

/** Members of the groups that targets are set for: on the day asked for, or at the end of the period if that was before. */
async function membersOf(
  { session, businessDate }: AggregateSource,
  targets: readonly { target: TargetFacts; period: PeriodFact }[],
): Promise<Map<number, number[]>> {
  const grouped = targets.filter(({ target }) => target.unitGroup !== null);
  if (grouped.length === 0) return new Map();
  const rows = await session.query<{ target: number; units: number[] }>(
    `select asked.target, array_agg(member.unit_id order by member.unit_id) as units
       from unnest($1::bigint[], $2::bigint[], $3::date[]) as asked (target, unit_group, day)
       join core.unit_group_member member on member.group_id = asked.unit_group and member.valid_from <= asked.day
        and (member.valid_to is null or member.valid_to > asked.day)
      group by asked.target`,
    [
      grouped.map(({ target }) => target.id),
      grouped.map(({ target }) => target.unitGroup),
      grouped.map(({ period }) => (period.end < businessDate ? period.end : businessDate)),
    ],
  );
  return new Map(rows.map(({ target, units }) => [target, units]));
}

/** The latest period of the indicator's calendar that has ended by the day, inside the target's own; null before there is one. */
export function latestEnded(
  indicator: Pick<IndicatorFact, 'calendar'>,
  period: Pick<PeriodFact, 'start' | 'end'>,
  day: string,
): CalendarPeriod | null {
  const calendar = indicator.calendar as RegularCalendarKey;
  if (!REGULAR_CALENDARS.some(({ key }) => key === calendar)) return null;
  const until = day < period.end ? day : period.end;
  const running = periodContaining(calendar, until);
  const ended = running.end <= until ? running : periodContaining(calendar, addDays(running.start, -1));
  return ended.start < period.start ? null : ended;
}

/**
 * The period up to which this year can be compared with the last one: the latest that has ended. Null also where the
 * target's period does not begin with the year of the indicator's calendar, which "so far this year" counts from.
 */
export function pointOfYear(
  indicator: Pick<IndicatorFact, 'calendar'>,
  period: Pick<PeriodFact, 'start' | 'end'>,
  day: string,
): CalendarPeriod | null {
  const point = latestEnded(indicator, period, day);
  return point && cumulativePeriods(point)[0]!.start === period.start ? point : null;
}

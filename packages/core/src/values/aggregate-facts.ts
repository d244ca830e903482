import type { Session } from '@phoihop/platform';
import { indicatorSelect, type IndicatorFact } from '../indicators/indicator-facts.js';
import type { PeriodFact } from '../periods/period-reference.js';

/** What aggregates are computed by: indicators, and the periods that may be asked for or be a part of what is. */
export interface AggregateFacts {
  readonly indicators: readonly IndicatorFact[];
  readonly periods: readonly StoredPeriod[];
}

/** A period, and the year that its calendar counts it in; null where a decision set it. */
export interface StoredPeriod extends PeriodFact {
  readonly year: number | null;
}

/** Things by id or key. */
export interface Named {
  readonly indicators: readonly (string | number)[];
  readonly periods: readonly (string | number)[];
}

/**
 * The named indicators and periods, and of the indicators' calendars every period from two years before the first to
 * the last of these: all that "so far this year" and "the year before" can be made of. One statement.
 */
export async function aggregateFacts(
  session: Pick<Session, 'query'>,
  { indicators, periods }: Named,
): Promise<AggregateFacts> {
  const [facts] = await session.query<AggregateFacts>(select, [
    ids(indicators),
    keys(indicators),
    ids(periods),
    keys(periods),
  ]);
  return facts!;
}

const ids = (names: readonly (string | number)[]): number[] => [
  ...new Set(names.filter((name) => typeof name === 'number')),
];
const keys = (names: readonly (string | number)[]): string[] => [
  ...new Set(names.filter((name) => typeof name === 'string')),
];

const select = /* sql */ `
with indicator as materialized (
  ${indicatorSelect} where i.id = any($1::bigint[]) or i.key = any($2::text[])
),
asked as materialized (
  select id, starts_on, ends_on from core.period where id = any($3::bigint[]) or key = any($4::text[])
),
period as (
  select p.id, p.calendar_key as calendar, p.key, p.starts_on as start, p.ends_on as "end", p.position, p.parent_id as "parentId",
    p.year
  from core.period p
  where p.id in (select id from asked)
    or (p.year is not null and p.calendar_key in (select calendar from indicator)
      and p.starts_on >= (select min(starts_on) from asked) - interval '25 months'
      and p.starts_on <= (select max(ends_on) from asked))
  order by p.starts_on
)
select (select coalesce(json_agg(indicator), '[]') from indicator) as indicators,
  (select coalesce(json_agg(period), '[]') from period) as periods`;

export const noFacts: AggregateFacts = { indicators: [], periods: [] };

/** Whether everything that is named is among the facts. */
export const holdsAll = (facts: AggregateFacts, { indicators, periods }: Named): boolean =>
  indicators.every((name) => facts.indicators.some((one) => isCalled(one, name))) &&
  periods.every((name) => facts.periods.some((one) => isCalled(one, name)));

/** Whether a thing has this id, or this key. */
export const isCalled = (
  thing: { readonly id: number; readonly key: string },
  name: string | number,
): boolean => thing.id === name || thing.key === name;

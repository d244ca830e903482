/**
 * What figures add to the totals above them: the one place that says so. Keeping, rebuilding and verifying all read
 * it; they differ only in which figures they hand in.
 *
 * A total is a sum of rows of one key (indicator, unit, period, source, disaggregation, part), so that a change is
 * never an update but one more row. The parts:
 *
 * - PROVISIONAL and ACCEPTED: figures of that state, of the period itself. Both together are all that count.
 * - YEAR and YEAR_ACCEPTED, of what shows its latest figure: what the total of the latest figures, since the beginning
 *   of the calendar's year, changes by in the period. Added up from the year's first period they are each unit's latest
 *   figure. Of statuses: how many units reach a counted one for the first time in the year.
 *
 * A figure counts for the units above its own on the last day of its period, if its unit is then of a kind that
 * reports. A latest figure counts for them as long as its unit stays there and has no later one.
 */

/** The columns that are added up. */
export const measures = [
  'have',
  'provisional',
  'amounts',
  'shares',
  'value',
  'numerator',
  'denominator',
  'reached',
] as const;

/** The columns that say which total it is. */
export const totalKey = ['indicator_id', 'unit_id', 'period_id', 'source', 'disaggregation', 'part'] as const;

export const keyColumns = totalKey.join(', ');
export const measureColumns = measures.join(', ');

/** What of an indicator the totals depend on. */
export const indicatorRules = /* sql */ `
create function core.reporting_kinds(collection_level text, applies_to text[]) returns text[]
  language sql immutable parallel safe as $$
    select array(
      select kind from unnest(case collection_level
        when 'DISTRICT' then array['DISTRICT', 'URBAN_DISTRICT', 'DISTRICT_TOWN', 'PROVINCIAL_CITY']
        when 'COMMUNE' then array['COMMUNE', 'WARD', 'TOWN', 'SPECIAL_ZONE']
        else array['RESIDENTIAL_AREA'] end) as kind
      where applies_to is null or kind = any (applies_to))
  $$;
comment on function core.reporting_kinds(text, text[]) is 'The kinds of unit that report an indicator; the same as reportingKinds() of core/indicators.';

create function core.indicator_rules()
  returns table (indicator_id bigint, calendar text, kinds text[], counts_statuses boolean, shows_latest boolean, counted text[])
  language sql stable parallel safe as $$
    select id, calendar, core.reporting_kinds(collection_level, applies_to), kind = 'STATUS_COUNT',
      kind = 'STOCK' or over_time = 'LATEST',
      array(select status ->> 'code' from jsonb_array_elements(statuses) as status order by 1)
    from core.indicator
  $$;
`;

/** Where rules and periods of some figures are found. */
export interface Surroundings {
  /** The rules of their indicators as `rule`, each worked out once and not for every figure again. */
  readonly tables: (figures: string) => string;
  readonly period: string;
}

const asDeclared: Surroundings = {
  tables: (figures) => /* sql */ `rule as materialized (
  select * from core.indicator_rules() where indicator_id in (select indicator_id from ${figures})
)`,
  period: 'core.period',
};

/**
 * Rows of the parts PROVISIONAL and ACCEPTED.
 * @param figures A relation of figures with `sign`: 1 for what counts now, -1 for what counts no more.
 */
export const periodRows = (figures: string, { tables, period } = asDeclared): string => /* sql */ `
with ${tables(figures)}
select f.indicator_id, above.unit_id, f.period_id, f.source, f.disaggregation, f.state as part,
  sum(f.sign) as have, 0 as provisional, sum(f.sign) filter (where f.value is not null) as amounts,
  sum(f.sign) filter (where f.numerator is not null) as shares, sum(f.sign * f.value) as value,
  sum(f.sign * f.numerator) as numerator, sum(f.sign * f.denominator) as denominator,
  sum(f.sign) filter (where rule.counts_statuses and f.status = any (rule.counted)) as reached
from ${figures} f
join rule on rule.indicator_id = f.indicator_id
join ${period} on period.id = f.period_id and period.year is not null and period.calendar_key = rule.calendar
join core.unit_standing standing on standing.unit_id = f.unit_id and standing.kind = any (rule.kinds)
  and standing.valid_from <= period.ends_on and (standing.valid_to is null or period.ends_on < standing.valid_to)
cross join unnest(standing.above) as above (unit_id)
group by f.indicator_id, above.unit_id, f.period_id, f.source, f.disaggregation, f.state`;

/**
 * Rows of the parts YEAR and YEAR_ACCEPTED.
 * @param figures A relation of figures with `sign`: for each series (indicator, unit, source, disaggregation, year) that
 *   is named by it, ALL figures of the series, with 1 as they are now, and with -1 as they were before.
 */
export const yearRows = (figures: string, { tables }: Surroundings = asDeclared): string => /* sql */ `
with ${tables(figures)},
counting as materialized (
  select f.indicator_id, f.unit_id, f.source, f.disaggregation, f.sign, parts.part, f.period_id, period.year, period.ends_on as day,
    rule.calendar, rule.shows_latest, rule.counts_statuses and f.status = any (rule.counted) as counts,
    case f.state when 'PROVISIONAL' then 1 else 0 end as provisional, f.value, f.numerator, f.denominator, rule.kinds
  from ${figures} f
  join rule on rule.indicator_id = f.indicator_id and (rule.shows_latest or rule.counts_statuses)
  join core.period on period.id = f.period_id and period.year is not null and period.calendar_key = rule.calendar
  cross join lateral (values ('YEAR'), ('YEAR_ACCEPTED')) as parts (part)
  where parts.part = 'YEAR' or f.state = 'ACCEPTED'
),
-- Looked up figure by figure, so that a plan made for one figure is as good for ten thousand. The days on
-- which the unit reports and lies below the other are "during".
placed as (
  select counting.*, stay.above, stay.during
  from counting
  cross join lateral (
    select above.unit_id as above, range_agg(daterange(standing.valid_from, standing.valid_to)) as during
    from core.unit_standing standing
    cross join unnest(standing.above) as above (unit_id)
    where standing.unit_id = counting.unit_id and standing.kind = any (counting.kinds)
    group by above.unit_id
  ) stay
  where stay.during @> counting.day
),
shown as (
  select placed.*, lead(day) over series as next_day, lead(period_id) over series as next_period
  from placed
  where shows_latest
  window series as (partition by indicator_id, unit_id, source, disaggregation, year, sign, part, above order by day)
),
stretch as (
  select shown.*, lower(days) as from_day, upper(days) as to_day
  from shown cross join unnest(during * datemultirange(daterange(day, next_day))) as days
),
-- A figure comes in with its period, or when its unit comes back; it goes out with the next one, or with its unit.
step as (
  select stretch.*, moment.change,
    case when moment.day = stretch.day then stretch.period_id when moment.day = stretch.next_day then stretch.next_period
      else later.id end as at_period
  from stretch
  cross join lateral (values (1, from_day), (-1, to_day)) as moment (change, day)
  left join lateral (
    select period.id from core.period
    where period.calendar_key = stretch.calendar and period.year = stretch.year and period.ends_on >= moment.day
      and moment.day <> stretch.day and moment.day is distinct from stretch.next_day
    order by period.ends_on limit 1
  ) later on true
  where moment.day is not null
),
first_reached as (
  select distinct on (indicator_id, unit_id, source, disaggregation, year, sign, part, above)
    indicator_id, source, disaggregation, sign, part, above, period_id
  from placed
  where counts
  order by indicator_id, unit_id, source, disaggregation, year, sign, part, above, day
)
select indicator_id, above as unit_id, at_period as period_id, source, disaggregation, part,
  sum(sign * change) as have, sum(sign * change * provisional) as provisional,
  sum(sign * change) filter (where value is not null) as amounts,
  sum(sign * change) filter (where numerator is not null) as shares, sum(sign * change * value) as value,
  sum(sign * change * numerator) as numerator, sum(sign * change * denominator) as denominator, 0 as reached
from step
where at_period is not null
group by indicator_id, above, at_period, source, disaggregation, part
union all
select indicator_id, above, period_id, source, disaggregation, part, 0, 0, 0, 0, null, null, null, sum(sign)
from first_reached
group by indicator_id, above, period_id, source, disaggregation, part`;

/** Whether a row of sums says anything: what came and went again leaves nothing. */
export const saysSomething = (row: string): string =>
  `(${measures.map((column) => `coalesce(${row}.${column}, 0) <> 0`).join(' or ')})`;

import { CollectionLevel } from '../indicators/indicator-enums.js';
import { kindsAtLevel } from '../indicators/indicator-facts.js';
import type { Surroundings } from './contribution-sql.js';

const kindsOf = (level: CollectionLevel): string => `'{${kindsAtLevel(level).join(',')}}'::text[]`;

/**
 * What `core.indicator_rules()` says of the indicators of some figures, with nothing called and nothing looked for that a
 * sum does not have: for eight figures the functions behind it took longer than adding them up.
 */
const rulesInPlace = (figures: string): string => /* sql */ `rule as materialized (
  select i.id as indicator_id, i.calendar, i.kind = 'STATUS_COUNT' as counts_statuses,
    i.kind = 'STOCK' or i.over_time = 'LATEST' as shows_latest,
    case when i.applies_to is null then level.kinds
      else array(select kind from unnest(level.kinds) as kind where kind = any (i.applies_to)) end as kinds,
    case when i.kind = 'STATUS_COUNT'
      then array(select status ->> 'code' from jsonb_array_elements(i.statuses) as status) end as counted
  from core.indicator i
  cross join lateral (
    select case i.collection_level when 'DISTRICT' then ${kindsOf('DISTRICT')} when 'COMMUNE' then ${kindsOf('COMMUNE')}
      else ${kindsOf('RESIDENTIAL_AREA')} end as kinds
  ) level
  where i.id in (select indicator_id from ${figures})
)`;

/**
 * The periods first, by their ids. The planner would otherwise look for all those on whose last day a figure's unit stood
 * where it stands, and throw away all but the figure's own: half of what keeping eight figures took.
 */
export const inPlace: Surroundings = {
  tables: (figures) => `${rulesInPlace(figures)},
of_figures as materialized (
  select id, calendar_key, year, ends_on from core.period where id in (select period_id from ${figures})
)`,
  period: 'of_figures period',
};

/** First and last day of the year that a period is of, in its calendar: `span`. */
export const spanOfYear = (period: string): string => /* sql */ `(
  select min(other.ends_on) as first_day, max(other.ends_on) as last_day
  from core.period other where other.calendar_key = ${period}.calendar_key and other.year = ${period}.year
) span`;

/** That a unit's `standing` is the same from the end of a year's first period to its last day. */
export const holdsAllYear = (standing: string, span: string): string =>
  `${standing}.valid_from <= ${span}.first_day and (${standing}.valid_to is null or ${span}.last_day < ${standing}.valid_to)`;

/**
 * Rows of the parts YEAR and YEAR_ACCEPTED of units that stand all the year where they stand: what `yearRows` says, without
 * asking for each figure and each unit above it from when to when it lay there. A figure changes the latest one by what
 * it differs from the one before it; its series is followed once, not once for each unit above.
 * @param figures As for `yearRows`.
 */
export const steadyRows = (figures: string): string => /* sql */ `
with ${inPlace.tables(figures)},
-- Asked for each year, not for each figure.
years as materialized (
  select its.*, span.* from (select distinct calendar_key, year from of_figures where year is not null) its
  cross join lateral ${spanOfYear('its')}
),
dated as materialized (select * from of_figures join years using (calendar_key, year)),
counting as (
  select f.indicator_id, f.unit_id, f.source, f.disaggregation, f.sign, parts.part, f.period_id, period.year, period.ends_on as day,
    standing.above, rule.shows_latest, coalesce(rule.counts_statuses and f.status = any (rule.counted), false) as counts,
    (f.state = 'PROVISIONAL')::int as provisional, (f.value is not null)::int as amounts, (f.numerator is not null)::int as shares,
    coalesce(f.value, 0) as value, coalesce(f.numerator, 0) as numerator, coalesce(f.denominator, 0) as denominator
  from ${figures} f
  join rule on rule.indicator_id = f.indicator_id and (rule.shows_latest or rule.counts_statuses)
  join dated period on period.id = f.period_id and period.calendar_key = rule.calendar
  join core.unit_standing standing on standing.unit_id = f.unit_id and standing.kind = any (rule.kinds)
    and ${holdsAllYear('standing', 'period')}
  cross join (values ('YEAR'), ('YEAR_ACCEPTED')) as parts (part)
  where parts.part = 'YEAR' or f.state = 'ACCEPTED'
),
step as (
  select indicator_id, above, period_id, source, disaggregation, part, sign, shows_latest,
    (row_number() over series = 1)::int as have, provisional - lag(provisional, 1, 0) over series as provisional,
    amounts - lag(amounts, 1, 0) over series as amounts, shares - lag(shares, 1, 0) over series as shares,
    value - lag(value, 1, 0::numeric) over series as value, numerator - lag(numerator, 1, 0::numeric) over series as numerator,
    denominator - lag(denominator, 1, 0::numeric) over series as denominator,
    (counts and count(*) filter (where counts) over series = 1)::int as reached
  from counting
  window series as (partition by indicator_id, unit_id, source, disaggregation, year, sign, part order by day rows unbounded preceding)
)
select indicator_id, top.unit_id, period_id, source, disaggregation, part,
  sum(sign * have) filter (where shows_latest) as have, sum(sign * provisional) filter (where shows_latest) as provisional,
  sum(sign * amounts) filter (where shows_latest) as amounts, sum(sign * shares) filter (where shows_latest) as shares,
  sum(sign * value) filter (where shows_latest) as value, sum(sign * numerator) filter (where shows_latest) as numerator,
  sum(sign * denominator) filter (where shows_latest) as denominator, sum(sign * reached) as reached
from step
cross join unnest(above) as top (unit_id)
group by indicator_id, top.unit_id, period_id, source, disaggregation, part`;

import { unitRows } from '../access/unit-rows.js';
import { inForce } from '../filters/in-force.js';
import { amountsSql } from './plan-of-target.js';
import { percentOfPlanSql } from './reporting-row-sql.js';

const figures = { unit: 'below.unit_id', read: 'core:value.read', explanation: '' } as const;
const rule = (more: { program?: { column: string } }): string =>
  (unitRows({ ...figures, ...more }).select as { using: string }).using;

/** Where the caller sees figures of any program. */
const seenWhole = rule({});
/** Where it sees those of the indicator's: a unit of which it sees none has no place in its ranking, not even as missing. */
const seen = rule({ program: { column: 'asked.program' } });

/** The target whose amount is a unit's plan: of several the latest. */
const targets = /* sql */ `core.target
    where target.indicator_id = asked.id and target.period_id = asked.period_id and target.operator in ${amountsSql}`;

/**
 * A page of a ranking in one statement: the units below a root that report an indicator, their own figures for the
 * period so far, their own targets for it. Figures and targets are read with the caller's rights: where it sees all
 * figures of a unit, and none of the indicator is withheld, `core.figures_of_units` reads them from the index alone.
 *
 * All units are ranked as a set; what a page shows besides is looked up for its units. No two sets are joined, because
 * the planner knows nothing of how many there are: it would compare all with all.
 *
 * Parameters: indicator, period id and key, root, business date, by, whether the lowest come first, the last measure
 * and unit of the page before, how many.
 */
export const unitRanking = /* sql */ `
with question as materialized (
  select i.id, i.program, i.kind, i.calendar, i.sources[1] as source, i.kind = 'STOCK' or i.over_time = 'LATEST' as shows_latest,
    i.small_cell_threshold is not null as may_withhold,
    core.reporting_kinds(i.collection_level, i.applies_to) as kinds, whole.id as period_id, whole.calendar_key as period_calendar,
    least(whole.ends_on, $5::date) as day, whole.starts_on, whole.ends_on
  from core.indicator i
  join core.period whole on whole.id = $2::bigint or whole.key = $3::text
  where i.key = $1
),
part as materialized (
  select part.id, part.ends_on from question
  join core.period part on part.calendar_key = question.calendar and part.year is not null
    and part.starts_on >= question.starts_on and part.ends_on <= question.ends_on and part.starts_on <= $5::date
),
asked as materialized (
  select question.*, array(select id from part) as parts from question
),
place as materialized (
  select below.unit_id, below.is_whole and not asked.may_withhold as is_whole
  from asked
  join core.unit_reach root on root.unit_id = $4::bigint and root.own and ${inForce('root', 'asked.day')}
  cross join lateral (
    select below.unit_id, ${seenWhole} as is_whole
    from core.unit_reach below
    where below.own and below.path operator(public.<@) root.path and ${inForce('below', 'asked.day')}
    offset 0
  ) below
  cross join lateral (
    -- In this order the btree index answers; the exclusion constraint's would be tried otherwise, many times slower.
    select its.kind, its.valid_to from core.administrative_unit_version its
    where its.unit_id = below.unit_id and its.superseded_at is null and its.valid_from <= asked.day
    order by its.valid_from desc limit 1
  ) version
  where version.kind = any (asked.kinds) and (version.valid_to is null or version.valid_to > asked.day)
    and (below.is_whole or ${seen})
),
unit as materialized (
  select array_agg(unit_id) as ids, array_agg(unit_id) filter (where is_whole) as whole, count(*)::int as units from place
),
own as materialized (
  select figure.unit_id, figure.above, figure.below
  from asked, unit
  cross join lateral core.figures_of_units(asked.id, unit.whole, asked.parts) figure
  union all
  -- Unit by unit, by the index: as a whole, the figures of the nation were read for a ranking of one district.
  select place.unit_id, figure.above, figure.below
  from asked, place
  cross join lateral (
    select
      case when asked.shows_latest then (array_agg(d.above order by d.ends_on desc))[1] else sum(d.above) end as above,
      case when asked.shows_latest then (array_agg(d.below order by d.ends_on desc))[1] else sum(d.below) end as below
    from (
      select part.ends_on, case asked.kind when 'RATIO' then figure.numerator else figure.value end as above,
        case asked.kind when 'RATIO' then figure.denominator else 1 end as below
      from core.data_value figure
      join part on part.id = figure.period_id
      where figure.indicator_id = asked.id and figure.unit_id = place.unit_id and figure.period_id = any (asked.parts)
        and figure.source = asked.source and figure.disaggregation = '' and figure.superseded_at is null
    ) d
  ) figure
  where not place.is_whole
),
planned as materialized (
  select distinct on (target.unit_id) target.unit_id, target.value as plan
  from asked, unit, ${targets} and target.unit_id = any (unit.ids) and $6 <> 'FIGURE'
  order by target.unit_id, target.id desc
),
known as (
  select unit_id, max(above) as so_far_above, max(plan) as plan,
    case (select kind from asked) when 'RATIO' then nullif(max(below), 0) else 1 end as so_far_below
  from (
    select unit_id, above, below, null::numeric as plan from own
    union all
    select unit_id, null, null, plan from planned
  ) one
  group by unit_id
),
measured as (
  select known.*, case $6 when 'FIGURE' then core.rounded_quotient(so_far_above, so_far_below, 6) else ${percentOfPlanSql('known')} end as measure
  from known
),
ranked as materialized (
  select measured.*, rank() over (order by measure desc) as rank from measured where measure is not null
),
page as (
  select * from ranked
  where $8::numeric is null
    or case when $7::boolean then (measure, unit_id) > ($8::numeric, $9::bigint) else (-measure, unit_id) > (-$8::numeric, $9::bigint) end
  order by case when $7::boolean then measure else -measure end, unit_id
  limit $10
),
shown as (
  select page.rank, page.unit_id, page.measure, page.so_far_above, page.so_far_below, version.code, version.full_name,
    case $6 when 'FIGURE' then target.value else page.plan end as plan
  from asked, page
  cross join lateral (
    select its.code, its.full_name from core.administrative_unit_version its
    where its.unit_id = page.unit_id and its.superseded_at is null and its.valid_from <= asked.day
    order by its.valid_from desc limit 1
  ) version
  left join lateral (
    select target.value from ${targets} and target.unit_id = page.unit_id and $6 = 'FIGURE'
    order by target.id desc limit 1
  ) target on true
)
select asked.day as "asOf", asked.kind, asked.period_calendar as calendar, (select count(*) from part)::int as parts,
  (select count(*) from ranked)::int as ranked, (select units from unit) as units,
  (select coalesce(json_agg(json_build_object('rank', rank, 'unit', unit_id, 'code', code, 'fullName', full_name,
    'value', core.rounded_quotient(so_far_above, so_far_below, 6)::text, 'plan', trim_scale(plan)::text,
    'percentOfPlan', (${percentOfPlanSql('shown')})::text, 'measure', measure::text)), '[]') from shown) as page
from asked`;

import { unitRows } from '../access/unit-rows.js';
import { inForce } from '../filters/in-force.js';
import { amountsSql } from './plan-of-target.js';
import { percentOfPlanSql } from './reporting-row-sql.js';

/** Where the caller sees figures: a unit of which it sees none has no place in its ranking, not even as missing. */
const seen = unitRows({
  unit: 'version.unit_id',
  program: { column: 'asked.program' },
  read: 'core:value.read',
  explanation: '',
}).select as { using: string };

/**
 * A page of a ranking in one statement: the units below a root that report an indicator, their own figures for the
 * period so far, their own targets for it. Figures and targets are read with the caller's rights.
 *
 * Parameters: indicator, period id and key, root, business date, by, whether the lowest come first, the last measure
 * and unit of the page before, how many.
 */
export const unitRanking = /* sql */ `
with question as materialized (
  select i.id, i.program, i.kind, i.calendar, i.sources[1] as source, i.kind = 'STOCK' or i.over_time = 'LATEST' as shows_latest,
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
  select version.unit_id, version.code, version.full_name
  from asked
  join core.unit_reach root on root.unit_id = $4::bigint and root.own and ${inForce('root', 'asked.day')}
  join core.unit_reach below on below.own and below.path operator(public.<@) root.path and ${inForce('below', 'asked.day')}
  join core.administrative_unit_version version on version.unit_id = below.unit_id and version.superseded_at is null
    and ${inForce('version', 'asked.day')} and version.kind = any (asked.kinds)
  where ${seen.using}
),
-- Unit by unit, by the index: as a whole, the figures of the nation were read for a ranking of one district. In one
-- step, because the planner knows nothing of how many there are: it would compare all with all.
known as materialized (
  select place.*, own.above as so_far_above, case asked.kind when 'RATIO' then nullif(own.below, 0) else 1 end as so_far_below,
    target.value as plan
  from asked, place
  cross join lateral (
    select
      case when asked.shows_latest then (array_agg(d.above order by d.ends_on desc))[1] else sum(d.above) end as above,
      case when asked.shows_latest then (array_agg(d.below order by d.ends_on desc))[1] else sum(d.below) end as below
    from (
      select part.ends_on, case asked.kind when 'RATIO' then figure.numerator else figure.value end as above,
        case asked.kind when 'RATIO' then figure.denominator else 0 end as below
      from core.data_value figure
      join part on part.id = figure.period_id
      where figure.indicator_id = asked.id and figure.unit_id = place.unit_id and figure.period_id = any (asked.parts)
        and figure.source = asked.source and figure.disaggregation = '' and figure.superseded_at is null
    ) d
  ) own
  left join lateral (
    select value from core.target
    where target.unit_id = place.unit_id and target.indicator_id = asked.id and target.period_id = asked.period_id
      and target.operator in ${amountsSql}
    order by target.id desc limit 1
  ) target on true
),
measured as (
  select unit_id, code, full_name, plan, core.rounded_quotient(so_far_above, so_far_below, 6) as value,
    ${percentOfPlanSql('known')} as percent
  from known
),
ranked as (
  select measured.*, measure, rank() over (order by measure desc) as rank
  from measured
  cross join lateral (select case $6 when 'FIGURE' then value else percent end as measure) by
  where measure is not null
),
page as (
  select * from ranked
  where $8::numeric is null
    or case when $7::boolean then (measure, unit_id) > ($8::numeric, $9::bigint) else (-measure, unit_id) > (-$8::numeric, $9::bigint) end
  order by case when $7::boolean then measure else -measure end, unit_id
  limit $10
)
select asked.day as "asOf", asked.kind, asked.period_calendar as calendar, (select count(*) from part)::int as parts,
  (select count(*) from ranked)::int as ranked, (select count(*) from place)::int as units,
  (select coalesce(json_agg(json_build_object('rank', rank, 'unit', unit_id, 'code', code, 'fullName', full_name, 'value', value::text,
    'plan', trim_scale(plan)::text, 'percentOfPlan', percent::text, 'measure', measure::text)), '[]') from page) as page
from asked`;

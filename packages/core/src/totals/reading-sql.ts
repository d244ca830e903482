import { MISSING_NAMED } from '../values/aggregate-request.js';
import { measures } from './contribution-sql.js';

const parts = { own: `('PROVISIONAL', 'ACCEPTED')`, of_year: `('YEAR', 'YEAR_ACCEPTED')` } as const;

/** A measure of the parts of the period, or of those of the year. Of a period all that is provisional is a part. */
const sumOf = (of: keyof typeof parts, measure: (typeof measures)[number]): string =>
  of === 'own' && measure === 'provisional'
    ? `sum(total.have) filter (where total.part = 'PROVISIONAL') as own_provisional`
    : `sum(total.${measure}) filter (where total.part in ${parts[of]}) as ${of}_${measure}`;

export const heldSums = (['own', 'of_year'] as const)
  .flatMap((of) => measures.map((measure) => sumOf(of, measure)))
  .join(',\n      ');
export const chosen = measures
  .filter((measure) => measure !== 'reached')
  .map(
    (measure) =>
      `case when slot.adds_up_latest then held.of_year_${measure} else held.own_${measure} end as ${measure}`,
  )
  .join(',\n    ');

/**
 * Answers what `core.aggregate_figures` answers, from kept totals where they hold, and by asking it where they do not:
 *
 * - figures of given cells with weights (`cells`): a map with divided units;
 * - units that report for themselves: one figure of theirs a period is as quickly read as a total;
 * - latest figures and counts of statuses over several periods that do not begin with the calendar's year, or reach
 *   beyond it; of several units, where the tree changes on the way; of a stock, where it changes in a running period;
 * - everything, while versions of units have changed and the tree has not been derived anew.
 *
 * So an answer is either kept in the transaction that changed the figures or computed from the figures: never stale.
 * A slot may have roots of its own (a map: units of its day that make up the one asked for). Which figures are missing,
 * or carried forward, is found only where `names` asks for it, and only in the periods that are not complete.
 */
export const readingSql = /* sql */ `
create function core.aggregate_totals(requests jsonb)
  returns table (n int, needed bigint, have bigint, value numeric, numerator numeric, denominator numeric,
    provisional boolean, suppressed boolean, root_missing boolean, carried bigint[], missing jsonb)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  set jit = off
as $$
#variable_conflict use_column
declare
  kept jsonb;
  others jsonb;
begin
if (select stale from core.tree_state) then
  return query select * from core.aggregate_figures(requests);
  return;
end if;

select jsonb_agg(asked.request) filter (where asked.is_kept), jsonb_agg(asked.request) filter (where not asked.is_kept)
from (
  select given.request,
    r.cells is null and r.kinds @> rule.kinds and r.kinds <@ rule.kinds
    and not exists (
      select from unnest(r.roots) as root (unit_id)
      join core.unit_standing standing on standing.unit_id = root.unit_id and standing.kind = any (rule.kinds))
    and (span.slots = 1 or not (rule.shows_latest or rule.counts_statuses) or (
      span.own_roots = 0 and span.begins_year and span.years = 1
      and not exists (select from core.tree_change where day > span.latest_day and day <= span.last_day)
      and (cardinality(r.roots) = 1
        or not exists (select from core.tree_change where day > span.first_day and day <= span.last_day)))) as is_kept
  from jsonb_array_elements(requests) as given (request)
  cross join jsonb_to_record(given.request) as r (indicator bigint, roots bigint[], kinds text[], slots jsonb, cells jsonb)
  join core.indicator_rules() rule on rule.indicator_id = r.indicator
  cross join lateral (
    select count(*) as slots, count(slot.roots) as own_roots, min(slot.day) as first_day, max(slot.day) as last_day,
      coalesce(max(slot.day) filter (where slot.due), max(slot.day)) as latest_day,
      bool_or(period.position = 1) as begins_year, count(distinct period.year) as years
    from jsonb_to_recordset(r.slots) as slot (period bigint, day date, due boolean, roots bigint[])
    join core.period on period.id = slot.period
  ) span
) asked
into kept, others;

if kept is not null then
return query
with request as materialized (
  select given.request, r.n, r.indicator, r.source, r.disaggregation, r.roots, r.kinds, r.slots, r.latest,
    coalesce(r.names, true) as names, i.kind = 'STATUS_COUNT' as counts_statuses, i.small_cell_threshold as threshold,
    case when r.accepted_only then array['ACCEPTED', 'YEAR_ACCEPTED'] else array['PROVISIONAL', 'ACCEPTED', 'YEAR'] end as parts
  from jsonb_array_elements(kept) as given (request)
  cross join jsonb_to_record(given.request) as r (n int, indicator bigint, source text, disaggregation text,
    accepted_only boolean, latest boolean, names boolean, roots bigint[], kinds text[], slots jsonb)
  join core.indicator i on i.id = r.indicator
),
slot as materialized (
  select r.*, s.period, s.day, s.due, coalesce(s.roots, r.roots) as slot_roots,
    r.latest and count(*) over whole > 1 as adds_up_latest, r.counts_statuses and count(*) over whole > 1 as adds_up_reached,
    coalesce(max(s.day) filter (where s.due) over whole, max(s.day) over whole) as latest_day
  from request r
  cross join jsonb_to_recordset(r.slots) as s (period bigint, day date, due boolean, roots bigint[])
  window whole as (partition by r.n)
),
-- One row a slot: the figures of the slot itself (own), and what it changes the year's latest by (of_year). Everything
-- is looked up one by one: the planner would otherwise read the totals of the whole nation.
by_slot as materialized (
  select slot.*, top.is_missing, coalesce(required.units, 0) as units, coalesce(held.own_have, 0) as own_have, held.own_reached,
    coalesce(held.of_year_have, 0) as of_year_have, coalesce(held.of_year_reached, 0) as of_year_reached,
    ${chosen}
  from slot
  cross join lateral (
    -- Of several units, one may lie within the other; and one may be named twice.
    select array_agg(distinct asked.root) filter (where not coalesce(standing.above && slot.slot_roots, false)) as roots,
      bool_or(standing.unit_id is null) as is_missing
    from unnest(slot.slot_roots) as asked (root)
    left join core.unit_standing standing on standing.unit_id = asked.root
      and standing.valid_from <= slot.day and (standing.valid_to is null or slot.day < standing.valid_to)
  ) top
  cross join lateral (
    select sum(below.units) as units from core.units_below below
    where below.unit_id = any (top.roots) and below.kind = any (slot.kinds)
      and below.valid_from <= slot.day and (below.valid_to is null or slot.day < below.valid_to)
  ) required
  cross join lateral (
    select ${heldSums}
    from core.kept_total total
    where total.indicator_id = slot.indicator and total.unit_id = any (top.roots) and total.source = slot.source
      and total.disaggregation = slot.disaggregation and total.period_id = slot.period and total.part = any (slot.parts)
  ) held
),
total as materialized (
  select by_slot.n,
    coalesce(sum(case when by_slot.latest then case when day = latest_day then units end
      when due then units else own_have end), 0)::bigint as needed,
    coalesce(sum(by_slot.have), 0)::bigint as have, coalesce(sum(by_slot.provisional), 0) > 0 as provisional,
    sum(by_slot.amounts) as amounts, sum(by_slot.shares) as shares,
    case when by_slot.counts_statuses then coalesce(sum(case when adds_up_reached then of_year_reached else own_reached end), 0)
      when sum(by_slot.amounts) > 0 then sum(by_slot.value) end as value,
    case when sum(by_slot.shares) > 0 then sum(by_slot.numerator) end as numerator,
    case when sum(by_slot.shares) > 0 then sum(by_slot.denominator) end as denominator,
    sum(of_year_have) filter (where day <= latest_day) > sum(own_have) filter (where day = latest_day) as carries,
    -- The total of each period, too: from two totals a month apart one could work out the month.
    by_slot.threshold is not null and not by_slot.latest and bool_or(by_slot.have > 0 and (
      core.is_small_cell(case when by_slot.counts_statuses then own_reached else by_slot.value end, by_slot.threshold)
      or core.is_small_cell(by_slot.numerator, by_slot.threshold) or core.is_small_cell(by_slot.denominator, by_slot.threshold))) as small_part,
    coalesce(bool_or(is_missing) filter (where case when by_slot.latest then day = latest_day else due end), false) as root_missing,
    by_slot.latest, by_slot.names, by_slot.threshold, bool_or(adds_up_latest) as adds_up_latest
  from by_slot
  group by by_slot.n, by_slot.latest, by_slot.names, by_slot.threshold, by_slot.counts_statuses
),
answer as materialized (
  select total.*, have > 0 and (small_part or (threshold is not null and (core.is_small_cell(value, threshold)
    or core.is_small_cell(numerator, threshold) or core.is_small_cell(denominator, threshold)))) as small
  from total
),
-- Where names are asked for: the periods with gaps, the earliest first, until enough would be named.
gap as (
  select by_slot.n, by_slot.period, by_slot.day, by_slot.due,
    sum(units - own_have) over (partition by by_slot.n order by by_slot.day rows unbounded preceding) - (units - own_have) as before
  from by_slot
  join answer using (n)
  where answer.names and not answer.latest and by_slot.due and own_have < units
),
to_name as (
  select r.request || jsonb_build_object('slots', (
      select jsonb_agg(jsonb_build_object('period', gap.period, 'day', gap.day, 'due', gap.due))
      from gap where gap.n = r.n and gap.before < ${MISSING_NAMED})) as request
  from request r
  where r.n in (select n from gap)
  union all
  select r.request from request r join answer using (n)
  where answer.names and answer.latest and (answer.have < answer.needed or (answer.adds_up_latest and answer.carries))
),
named as materialized (
  select found.n, found.carried, found.missing
  from (select jsonb_agg(request) as requests from to_name) asked
  cross join lateral core.aggregate_figures(asked.requests) found
  where asked.requests is not null
)
select r.n, answer.needed, answer.have,
  case when answer.have > 0 and not answer.small then answer.value end,
  case when answer.have > 0 and not answer.small then answer.numerator end,
  case when answer.have > 0 and not answer.small then answer.denominator end,
  answer.provisional, answer.small,
  answer.root_missing,
  coalesce(named.carried, '{}'), coalesce(named.missing, '[]')
from request r
join answer using (n)
left join named using (n);
end if;

if others is not null then
  return query select * from core.aggregate_figures(others);
end if;
end
$$;

create function core.is_small_cell(count numeric, threshold int) returns boolean
  language sql immutable parallel safe as $$ select coalesce(count > 0 and count < threshold, false) $$;
`;

export const readingDown = /* sql */ `
drop function core.aggregate_totals(jsonb);
drop function core.is_small_cell(numeric, int);
`;

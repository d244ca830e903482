import { MISSING_NAMED } from '../values/aggregate-request.js';

const summed = ['have', 'provisional', 'amounts', 'shares', 'value', 'numerator', 'denominator'];
const chosen = summed
  .map((column) => `case when r.latest and slot.slots > 1 then of_year.${column} else own.${column} end as ${column}`)
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
  select r.n, s.period, s.day, s.due, coalesce(s.roots, r.roots) as roots, count(*) over whole as slots,
    coalesce(max(s.day) filter (where s.due) over whole, max(s.day) over whole) as latest_day
  from request r
  cross join jsonb_to_recordset(r.slots) as s (period bigint, day date, due boolean, roots bigint[])
  window whole as (partition by r.n)
),
-- Of several units, one may lie within the other.
root as materialized (
  select slot.n, slot.period, slot.day, asked.root, standing.unit_id is null as is_missing
  from slot
  cross join lateral (select distinct root from unnest(slot.roots) as root) asked
  left join lateral (
    select unit_id, above from core.unit_standing
    where unit_id = asked.root and valid_from <= slot.day and (valid_to is null or slot.day < valid_to)
    limit 1
  ) standing on true
  where standing.unit_id is null or not (standing.above && slot.roots)
),
required as (
  select root.n, root.period, sum(below.units)::bigint as units
  from root
  join request r using (n)
  join core.units_below below on below.unit_id = root.root and below.kind = any (r.kinds)
    and below.valid_from <= root.day and (below.valid_to is null or root.day < below.valid_to)
  group by root.n, root.period
),
held as (
  select root.n, root.period, total.part in ('YEAR', 'YEAR_ACCEPTED') as of_year,
    sum(total.have) as have, sum(case total.part when 'PROVISIONAL' then total.have else total.provisional end) as provisional,
    sum(total.amounts) as amounts, sum(total.shares) as shares, sum(total.value) as value,
    sum(total.numerator) as numerator, sum(total.denominator) as denominator, sum(total.reached) as reached
  from root
  join request r using (n)
  join core.kept_total total on total.indicator_id = r.indicator and total.unit_id = root.root
    and total.source = r.source and total.disaggregation = r.disaggregation and total.period_id = root.period
    and total.part = any (r.parts)
  group by root.n, root.period, total.part in ('YEAR', 'YEAR_ACCEPTED')
),
-- One row a slot: the figures of the slot itself, and what it changes the year's latest by.
by_slot as materialized (
  select slot.n, slot.period, slot.day, slot.due, slot.latest_day,
    r.latest and slot.slots > 1 as adds_up_latest, r.counts_statuses and slot.slots > 1 as adds_up_reached,
    coalesce(required.units, 0) as units, coalesce(own.have, 0) as own_have,
    coalesce(of_year.have, 0) as year_have, coalesce(of_year.reached, 0) as year_reached,
    own.reached as own_reached,
    ${chosen}
  from slot
  join request r using (n)
  left join required using (n, period)
  left join held own on own.n = slot.n and own.period = slot.period and not own.of_year
  left join held of_year on of_year.n = slot.n and of_year.period = slot.period and of_year.of_year
),
total as materialized (
  select by_slot.n,
    coalesce(sum(case when r.latest then case when day = latest_day then units end
      when due then units else own_have end), 0)::bigint as needed,
    coalesce(sum(by_slot.have), 0)::bigint as have, coalesce(sum(by_slot.provisional), 0) > 0 as provisional,
    sum(by_slot.amounts) as amounts, sum(by_slot.shares) as shares,
    case when r.counts_statuses then coalesce(sum(case when adds_up_reached then year_reached else own_reached end), 0)
      when sum(by_slot.amounts) > 0 then sum(by_slot.value) end as value,
    case when sum(by_slot.shares) > 0 then sum(by_slot.numerator) end as numerator,
    case when sum(by_slot.shares) > 0 then sum(by_slot.denominator) end as denominator,
    sum(year_have) filter (where day <= latest_day) > sum(own_have) filter (where day = latest_day) as carries,
    -- The total of each period, too: from two totals a month apart one could work out the month.
    r.threshold is not null and not r.latest and bool_or(by_slot.have > 0 and (
      core.is_small_cell(case when r.counts_statuses then own_reached else by_slot.value end, r.threshold)
      or core.is_small_cell(by_slot.numerator, r.threshold) or core.is_small_cell(by_slot.denominator, r.threshold))) as small_part,
    r.latest, r.names, r.threshold, bool_or(adds_up_latest) as adds_up_latest
  from by_slot
  join request r using (n)
  group by by_slot.n, r.latest, r.names, r.threshold, r.counts_statuses
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
  exists (select from root join slot using (n, period)
    where root.n = r.n and root.is_missing and case when r.latest then slot.day = slot.latest_day else slot.due end),
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

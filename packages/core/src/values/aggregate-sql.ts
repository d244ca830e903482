/**
 * Totals, computed with the owner's rights over all figures that count, because an indicator's aggregate is a figure
 * of its own and never the sum of the rows one happens to see. It gives nothing but totals: a count below the
 * indicator's threshold is withheld here, before it leaves the database.
 *
 * A request's `slots` are the periods of the indicator's calendar to be taken together, `due` where a figure is
 * expected by now. Its cells, unit by slot, are found on the tree of each slot's last day (`roots` and `kinds`), or
 * are given with their weights (`cells`, from the lineage).
 */
export const aggregateSql = /* sql */ `
create function core.aggregate_figures(requests jsonb)
  returns table (n int, needed bigint, have bigint, value numeric, numerator numeric, denominator numeric,
    provisional boolean, suppressed boolean, root_missing boolean, carried bigint[], missing jsonb)
  -- PL/pgSQL keeps the plan for the session; planning takes longer than most answers.
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  set jit = off
as $$
#variable_conflict use_column
begin
return query
with request as materialized (
  select r.n, r.indicator, r.source, r.disaggregation, r.accepted_only, r.latest, r.roots, r.kinds, r.slots, r.cells,
    i.kind, i.small_cell_threshold as threshold,
    array(select status ->> 'code' from jsonb_array_elements(i.statuses) as status) as counted
  from jsonb_to_recordset(requests) as r (n int, indicator bigint, source text, disaggregation text,
    accepted_only boolean, latest boolean, roots bigint[], kinds text[], slots jsonb, cells jsonb)
  join core.indicator i on i.id = r.indicator
),
slot as materialized (
  select r.n, s.period, greatest(s.day, (select core.tree_begins())) as tree_day, s.day, s.due
  from request r, jsonb_to_recordset(r.slots) as s (period bigint, day date, due boolean)
),
-- Looked up one by one: the planner would otherwise read the whole nation for a district.
root as materialized (
  select asked.root, asked.tree_day, top.path
  from (select distinct root, slot.tree_day
        from request r join slot using (n) cross join unnest(r.roots) as root where r.cells is null) asked
  left join lateral (
    select reach.path from core.unit_reach reach
    where reach.unit_id = asked.root and reach.own
      and reach.valid_from <= asked.tree_day and (reach.valid_to is null or asked.tree_day < reach.valid_to)
    limit 1
  ) top on true
),
place as materialized (
  select root.root, root.tree_day, part.unit_id, standing.kind
  from root
  join core.unit_reach part on part.own and part.path operator(public.<@) root.path
    and part.valid_from <= root.tree_day and (part.valid_to is null or root.tree_day < part.valid_to)
  cross join lateral (
    -- In this order the btree index answers; the exclusion constraint's would be tried otherwise, 50 times slower.
    select version.kind, version.valid_to from core.administrative_unit_version version
    where version.unit_id = part.unit_id and version.superseded_at is null and version.valid_from <= root.tree_day
    order by version.valid_from desc limit 1
  ) standing
  where standing.valid_to is null or root.tree_day < standing.valid_to
),
cell as materialized (
  select r.n, slot.period, slot.day, slot.due, place.unit_id as unit, 1::numeric as weight
  from request r
  join slot using (n)
  join place on place.root = r.roots[1] and place.tree_day = slot.tree_day and place.kind = any (r.kinds)
  where r.cells is null and cardinality(r.roots) = 1
  union all
  -- Of several units, one may lie within the other.
  select distinct r.n, slot.period, slot.day, slot.due, place.unit_id, 1::numeric
  from request r
  join slot using (n)
  join place on place.root = any (r.roots) and place.tree_day = slot.tree_day and place.kind = any (r.kinds)
  where r.cells is null and cardinality(r.roots) > 1
  union all
  select r.n, slot.period, slot.day, slot.due, given.unit, given.weight
  from request r
  cross join jsonb_to_recordset(r.cells) as given (period bigint, unit bigint, weight numeric)
  join slot on slot.n = r.n and slot.period = given.period
),
filled as materialized (
  select cell.n, cell.period, cell.day, cell.due, cell.unit, cell.weight, r.latest,
    d.id is not null as has, d.value, d.numerator, d.denominator, d.status, d.state
  from cell
  join request r using (n)
  left join core.data_value d on d.indicator_id = r.indicator and d.unit_id = cell.unit and d.period_id = cell.period
    and d.source = r.source and d.disaggregation = r.disaggregation and d.superseded_at is null
    and (not r.accepted_only or d.state = 'ACCEPTED')
),
-- Of what shows its latest figure: the units of the last slot that is due, each with its latest figure.
last_day as (
  select n, coalesce(max(day) filter (where due), max(day)) as day from slot group by n
),
latest as (
  select distinct on (filled.n, filled.unit)
    filled.n, filled.period, filled.day, filled.unit, wanted.weight, filled.has, filled.value, filled.numerator,
    filled.denominator, filled.status, filled.state, filled.has and filled.day < last_day.day as carried,
    wanted.period as wanted_period
  from filled
  join last_day using (n)
  join filled wanted on wanted.n = filled.n and wanted.unit = filled.unit and wanted.day = last_day.day
  where filled.latest
  order by filled.n, filled.unit, filled.has desc, filled.day desc
),
counted as materialized (
  select n, period, day, unit, weight, has, value, numerator, denominator, status, state, false as carried, period as wanted_period
  from filled where not latest and (due or has)
  union all
  select n, period, day, unit, weight, has, value, numerator, denominator, status, state, carried, wanted_period
  from latest
),
total as (
  select n, count(*) as needed, count(*) filter (where has) as have, sum(weight * value) as value,
    sum(weight * numerator) as numerator, sum(weight * denominator) as denominator, bool_or(state = 'PROVISIONAL') as provisional
  from counted
  group by n
),
reached as (
  select n, count(distinct unit) as units
  from counted join request r using (n)
  where r.kind = 'STATUS_COUNT' and status = any (r.counted)
  group by n
),
old as (
  select n, array_agg(unit order by unit) as units from counted where carried group by n
),
-- The total of each period, too: from two totals a month apart one could work out the month.
small as (
  select distinct n
  from (
    select counted.n, r.threshold, r.latest, grouping(counted.period) = 1 as whole,
      case r.kind when 'STATUS_COUNT'
        then count(distinct unit) filter (where status = any (r.counted))
        else sum(weight * value) end as value,
      sum(weight * numerator) as numerator, sum(weight * denominator) as denominator
    from counted
    join request r using (n)
    where has and r.threshold is not null
    group by counted.n, r.kind, r.threshold, r.latest, rollup (counted.period)
  ) part
  where (whole or not latest)
    and ((value > 0 and value < threshold) or (numerator > 0 and numerator < threshold)
      or (denominator > 0 and denominator < threshold))
),
absent as (
  select n, jsonb_agg(jsonb_build_array(unit, wanted_period) order by day, unit) as missing
  from (
    select n, unit, wanted_period, day, row_number() over (partition by n order by day, unit) as place
    from counted where not has
  ) gap
  where place <= 200
  group by n
)
select r.n, coalesce(total.needed, 0::bigint), coalesce(total.have, 0::bigint),
  case when small.n is null and total.have > 0
    then case r.kind when 'STATUS_COUNT' then coalesce(reached.units, 0) else total.value end end,
  case when small.n is null then total.numerator end,
  case when small.n is null then total.denominator end,
  coalesce(total.provisional, false), small.n is not null,
  exists (select from slot
    join last_day using (n)
    cross join unnest(r.roots) as wanted (root)
    join root on root.root = wanted.root and root.tree_day = slot.tree_day
    where slot.n = r.n and root.path is null
      and case when r.latest then slot.day = last_day.day else slot.due end),
  coalesce(old.units, '{}'), coalesce(absent.missing, '[]')
from request r
left join total using (n)
left join reached using (n)
left join old using (n)
left join small using (n)
left join absent using (n);
end
$$;
`;

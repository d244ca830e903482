import { heldSums, chosen } from './reading-sql.js';

/**
 * Whose figures make up a unit as it stands on the map of a date: units of the days of the figures, of which totals are
 * kept (`roots`), and single ones that report. It follows from versions and lineage alone and is worked out from them by
 * `keepMaps` (keep-maps.ts). A figure changes nothing in it: whoever writes one writes the totals of its own day's tree,
 * and those of every map are sums of these.
 *
 * It holds for the version of the tree that it was worked out for and for no other: after any change of versions or
 * lineage nothing here is asked until it has been worked out anew.
 */
const tables = /* sql */ `
create table core.unit_on_map (
  unit_id bigint not null,
  map_from date not null,
  figures_from date not null,
  kinds text[] not null,
  split_rule text not null,
  roots bigint[] not null,
  reporters bigint[] not null,
  reason text,
  breaks boolean not null,
  in_doubt int not null,
  obstacles bigint[] not null,
  primary key (unit_id, map_from, figures_from, kinds, split_rule)
);
comment on table core.unit_on_map is
  'Derived from the tree and its lineage: the units whose totals of earlier days add up to a unit on a later map. Days are the first ones of stretches in which nothing changes.';

create table core.map_state (
  single boolean primary key default true check (single),
  -- That of core.tree_state for which the maps were worked out.
  version bigint not null,
  -- The days on which the tree begins to be otherwise.
  days date[] not null,
  kept_until date not null,
  rules jsonb not null
);
`;

/**
 * Answers of `requests` (those of `core.aggregate_totals`, with `map_date`) the ones that are sums of what is kept:
 *
 * - for units above those that report, on maps that are kept, with figures of the map's own days or of earlier ones;
 * - of several units, where none lies within another;
 * - of latest figures and counts of statuses over several periods, where the same units make up the asked ones in all of
 *   these, and their totals of the year hold (as in `core.aggregate_totals`).
 *
 * No row for any other. A total is one of the figures as they are now and of the tree as it is now, in one snapshot.
 */
const reading = /* sql */ `
create function core.totals_on_map(requests jsonb)
  returns table (n int, needed bigint, have bigint, value numeric, numerator numeric, denominator numeric,
    provisional boolean, suppressed boolean, reason text, in_doubt bigint, obstacles bigint[])
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  set jit = off
  set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
if not exists (select from core.tree_state tree join core.map_state kept on kept.version = tree.version where not tree.stale) then
  return;
end if;

return query
with request as materialized (
  select r.n, r.indicator, r.source, r.disaggregation, r.latest, r.roots, r.slots, r.map_date, i.split_rule,
    i.kind = 'STATUS_COUNT' as counts_statuses, i.small_cell_threshold as threshold,
    i.merge_rule in ('NOT_COMPARABLE', 'RECOMPUTE_STATUS') as may_not_pass,
    core.reporting_kinds(i.collection_level, i.applies_to) as kinds,
    array(select status ->> 'code' from jsonb_array_elements(i.statuses) as status) as counted,
    case when r.accepted_only then array['ACCEPTED', 'YEAR_ACCEPTED'] else array['PROVISIONAL', 'ACCEPTED', 'YEAR'] end as parts,
    (select max(day) from unnest(kept.days) as day where day <= r.map_date) as map_from, kept.days
  from jsonb_to_recordset(requests) as r (n int, indicator bigint, source text, disaggregation text, accepted_only boolean,
    latest boolean, roots bigint[], slots jsonb, map_date date)
  join core.indicator i on i.id = r.indicator and i.collection_level <> 'RESIDENTIAL_AREA'
  cross join core.map_state kept
),
asked as materialized (
  select r.n, unit.unit_id, unit.place, standing.above, standing.kind = any (r.kinds) as reports
  from request r
  cross join unnest(r.roots) with ordinality as unit (unit_id, place)
  left join core.unit_standing standing on standing.unit_id = unit.unit_id
    and standing.valid_from <= r.map_date and (standing.valid_to is null or r.map_date < standing.valid_to)
),
slot as materialized (
  select r.*, s.period, s.day, s.due, period.position, period.year,
    coalesce((select max(day) from unnest(r.days) as day where day <= s.day), r.days[1]) as figures_from,
    r.latest and count(*) over whole > 1 as adds_up_latest, r.counts_statuses and count(*) over whole > 1 as adds_up_reached,
    coalesce(max(s.day) filter (where s.due) over whole, max(s.day) over whole) as latest_day
  from request r
  cross join jsonb_to_recordset(r.slots) as s (period bigint, day date, due boolean)
  join core.period on period.id = s.period
  where r.map_from is not null
    and not exists (select from asked where asked.n = r.n
      and (asked.above is null or asked.reports or asked.above && r.roots))
    and cardinality(r.roots) = (select count(distinct asked.unit_id) from asked where asked.n = r.n)
  window whole as (partition by r.n)
),
-- Who makes up each asked unit, slot by slot. On the map of its own stretch of days a unit is what it was.
made as materialized (
  select slot.n, slot.day, asked.place, kept.unit_id is not null or slot.figures_from = slot.map_from as is_known,
    coalesce(kept.roots, array[asked.unit_id]) as roots, coalesce(kept.reporters, '{}') as reporters, coalesce(kept.in_doubt, 0) as in_doubt,
    coalesce(kept.reason, case when kept.breaks and slot.may_not_pass then 'SERIES_BREAK' end) as reason, kept.obstacles
  from slot
  join asked using (n)
  left join core.unit_on_map kept on kept.unit_id = asked.unit_id and kept.map_from = slot.map_from
    and kept.figures_from = slot.figures_from and kept.kinds = slot.kinds and kept.split_rule = slot.split_rule
),
of_slot as materialized (
  select slot.*,
    array(select distinct root from made cross join unnest(made.roots) as root where made.n = slot.n and made.day = slot.day order by root) as made_roots,
    array(select reporter from made cross join unnest(made.reporters) as reporter where made.n = slot.n and made.day = slot.day) as made_reporters
  from slot
),
answered as materialized (
  select of_slot.n
  from of_slot
  where (select bool_and(made.is_known) from made where made.n = of_slot.n)
  group by of_slot.n
  having not bool_or(adds_up_latest or adds_up_reached) or (
    count(distinct made_roots) = 1 and max(cardinality(made_reporters)) = 0 and bool_or(position = 1) and count(distinct year) = 1
    and not exists (select from core.tree_change moved where moved.day > max(latest_day) and moved.day <= max(of_slot.day))
    and (max(cardinality(made_roots)) = 1
      or not exists (select from core.tree_change moved where moved.day > min(of_slot.day) and moved.day <= max(of_slot.day))))
),
by_slot as materialized (
  select slot.*, coalesce(required.units, 0) + cardinality(slot.made_reporters) as units, coalesce(held.own_have, 0) as own_have,
    held.own_reached, coalesce(held.of_year_reached, 0) as of_year_reached,
    ${chosen}
  from of_slot slot
  join answered using (n)
  cross join lateral (
    select sum(below.units) as units from core.units_below below
    where below.unit_id = any (slot.made_roots) and below.kind = any (slot.kinds)
      and below.valid_from <= slot.day and (below.valid_to is null or slot.day < below.valid_to)
  ) required
  cross join lateral (
    select ${heldSums}
    from (
      select kept.part, kept.have, kept.provisional, kept.amounts, kept.shares, kept.value, kept.numerator, kept.denominator, kept.reached
      from core.kept_total kept
      where kept.indicator_id = slot.indicator and kept.unit_id = any (slot.made_roots) and kept.source = slot.source
        and kept.disaggregation = slot.disaggregation and kept.period_id = slot.period and kept.part = any (slot.parts)
      union all
      select d.state, 1, 0, (d.value is not null)::int, (d.numerator is not null)::int, d.value, d.numerator, d.denominator,
        (slot.counts_statuses and d.status = any (slot.counted))::int
      from core.data_value d
      where d.indicator_id = slot.indicator and d.unit_id = any (slot.made_reporters) and d.source = slot.source
        and d.disaggregation = slot.disaggregation and d.period_id = slot.period and d.superseded_at is null and d.state = any (slot.parts)
    ) total
  ) held
),
total as materialized (
  select by_slot.n,
    coalesce(sum(case when by_slot.latest then case when day = latest_day then units end
      when due then units else own_have end), 0)::bigint as needed,
    coalesce(sum(by_slot.have), 0)::bigint as have, coalesce(sum(by_slot.provisional), 0) > 0 as provisional,
    case when by_slot.counts_statuses then coalesce(sum(case when adds_up_reached then of_year_reached else own_reached end), 0)
      when sum(by_slot.amounts) > 0 then sum(by_slot.value) end as value,
    case when sum(by_slot.shares) > 0 then sum(by_slot.numerator) end as numerator,
    case when sum(by_slot.shares) > 0 then sum(by_slot.denominator) end as denominator,
    -- The total of each period, too: from two totals a month apart one could work out the month.
    by_slot.threshold is not null and not by_slot.latest and bool_or(by_slot.have > 0 and (
      core.is_small_cell(case when by_slot.counts_statuses then own_reached else by_slot.value end, by_slot.threshold)
      or core.is_small_cell(by_slot.numerator, by_slot.threshold) or core.is_small_cell(by_slot.denominator, by_slot.threshold))) as small_part,
    by_slot.threshold
  from by_slot
  group by by_slot.n, by_slot.latest, by_slot.threshold, by_slot.counts_statuses
),
answer as materialized (
  select total.*, total.have > 0 and (small_part or (threshold is not null and (core.is_small_cell(total.value, threshold)
    or core.is_small_cell(total.numerator, threshold) or core.is_small_cell(total.denominator, threshold)))) as small
  from total
)
select answer.n, answer.needed, answer.have,
  case when answer.have > 0 and not answer.small then answer.value end,
  case when answer.have > 0 and not answer.small then answer.numerator end,
  case when answer.have > 0 and not answer.small then answer.denominator end,
  answer.provisional, answer.small,
  (select made.reason from made where made.n = answer.n and made.reason is not null order by made.day, made.place limit 1),
  (select sum(made.in_doubt) from made where made.n = answer.n),
  array(select obstacle from made cross join unnest(made.obstacles) with ordinality as o (obstacle, turn)
    where made.n = answer.n order by made.day, made.place, turn)
from answer;
end
$$;
`;

export const onMapSql = tables + reading;

export const onMapDown = /* sql */ `
drop function core.totals_on_map(jsonb);
drop table core.map_state, core.unit_on_map;
`;

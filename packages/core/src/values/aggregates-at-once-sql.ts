/**
 * Aggregates of one question in one call, for statements that answer it without any code: of a period by itself, and
 * where four are asked for also of its year so far and of both a year before. What `aggregateIndicators` makes of the
 * calendar before it asks for totals, and of these afterwards (values/aggregate.ts), is made here of the stored periods.
 *
 * Arrays have a place for each of the four. `above` and `below` are the exact figure, null where there is none.
 */

/** The stretches of days that are asked for, by place. */
const spans = /* sql */ `span as materialized (
    select span.place, span.first_day, span.last_day, span.place > 2 as is_before
    from (values
      (1, asked.starts_on, asked.ends_on),
      (2, asked.year_begins, asked.ends_on),
      (3, (asked.starts_on - interval '1 year')::date, (asked.ends_on + 1 - interval '1 year')::date - 1),
      (4, (asked.year_begins - interval '1 year')::date, (asked.ends_on + 1 - interval '1 year')::date - 1)
    ) as span (place, first_day, last_day)
    where span.place <= places
  )`;

/** Why there is nothing to compute, of a stretch and its parts: their first day, their last, and how many have begun. */
const refused = /* sql */ `case
        when span.is_before and not asked.has_years then 'NO_YEAR_BEFORE'
        when asked.kind = 'DERIVED' then 'NOT_ADDITIVE'
        when part.first_part is null and span.is_before then 'NO_YEAR_BEFORE'
        when part.first_part is distinct from span.first_day or part.last_part <> span.last_day then 'PERIOD_NOT_COVERED'
        when part.begun = 0 then 'PERIOD_NOT_BEGUN'
      end as refused`;

/** The answer over `total`: a row a stretch, what was refused and what `core.aggregate_totals` would say of it. */
const answered = /* sql */ `answer as (
    select total.place, total.first_day, total.last_day, total.value, total.numerator, total.denominator, total.provisional,
      case when refused is null then total.needed else 0 end as needed, case when refused is null then total.have else 0 end as have,
      refused is null and total.suppressed as suppressed,
      coalesce(refused, case
        when total.root_missing then 'UNIT_NOT_VALID'
        when total.needed = 0 then 'NOTHING_NEEDED'
        when total.have = 0 then 'NO_DATA'
        when asked.kind = 'RATIO' and not total.suppressed and total.denominator = 0 then 'ZERO_DENOMINATOR'
      end) as reason
    from total
  )
  select array_agg(first_day order by place), array_agg(last_day order by place), array_agg(reason order by place),
    array_agg(needed order by place), array_agg(have order by place),
    array_agg(case when reason is null and not suppressed
      then case asked.kind when 'RATIO' then numerator else value end end order by place),
    array_agg(case when reason is null and not suppressed then case asked.kind when 'RATIO' then denominator else 1 end end order by place),
    array_agg(case when not suppressed and coalesce(reason, 'ZERO_DENOMINATOR') = 'ZERO_DENOMINATOR' then numerator end order by place),
    array_agg(case when not suppressed and coalesce(reason, 'ZERO_DENOMINATOR') = 'ZERO_DENOMINATOR' then denominator end order by place),
    array_agg(case when have > 0 then case when provisional then 'PROVISIONAL' else 'ACCEPTED' end end order by place),
    array_agg(suppressed order by place)
  from answer`;

const inForce = (row: string): string =>
  `${row}.valid_from <= slot.ends_on and (${row}.valid_to is null or slot.ends_on < ${row}.valid_to)`;

const small = (of: string): string =>
  ['value', 'numerator', 'denominator']
    .map((measure) => `core.is_small_cell(${of}.${measure}, asked.threshold)`)
    .join(' or ');

/** Kept totals of what adds up, read at once: for one unit, that never reports for itself. As `core.aggregate_totals` does. */
const fromKeptTotals = /* sql */ `
  with ${spans},
  slot as materialized (
    select p.id, p.starts_on, p.ends_on from core.period p
    where p.calendar_key = asked.calendar and p.year is not null
      and p.starts_on >= (select min(first_day) from span) and p.ends_on <= asked.ends_on
  ),
  held as materialized (
    select total.period_id, sum(total.have) as have, sum(total.have) filter (where total.part = 'PROVISIONAL') as provisional,
      sum(total.amounts) as amounts, sum(total.shares) as shares, sum(total.value) as value, sum(total.numerator) as numerator,
      sum(total.denominator) as denominator
    from core.kept_total total
    where total.indicator_id = of_indicator and total.unit_id = roots[1] and total.source = of_source
      and total.disaggregation = of_disaggregation and total.period_id = any (array(select id from slot))
      and total.part = any (case when accepted_only then array['ACCEPTED'] else array['PROVISIONAL', 'ACCEPTED'] end)
    group by total.period_id
  ),
  standing as materialized (select valid_from, valid_to from core.unit_standing where unit_id = roots[1]),
  required as materialized (select valid_from, valid_to, units from core.units_below where unit_id = roots[1] and kind = any (asked.kinds)),
  filled as materialized (
    select slot.starts_on, slot.ends_on, top.stands, coalesce(below.units, 0) as units, coalesce(held.have, 0) as have,
      held.provisional, held.amounts, held.shares, held.value, held.numerator, held.denominator
    from slot
    cross join lateral (select exists (select from standing where ${inForce('standing')}) as stands) top
    left join held on held.period_id = slot.id and top.stands
    left join lateral (select sum(required.units) as units from required where top.stands and ${inForce('required')}) below on true
  ),
  added as materialized (
    select span.place, span.first_day, span.last_day, ${refused}, part.needed, part.have, part.provisional, part.value, part.numerator,
      part.denominator, part.small_part, part.root_missing
    from span
    cross join lateral (
      select min(part.starts_on) as first_part, max(part.ends_on) as last_part, count(*) filter (where part.has_begun) as begun,
        coalesce(sum(case when part.due then part.units else part.have end) filter (where part.has_begun), 0)::bigint as needed,
        coalesce(sum(part.have) filter (where part.has_begun), 0)::bigint as have,
        coalesce(sum(part.provisional) filter (where part.has_begun), 0) > 0 as provisional,
        case when sum(part.amounts) filter (where part.has_begun) > 0 then sum(part.value) filter (where part.has_begun) end as value,
        case when sum(part.shares) filter (where part.has_begun) > 0 then sum(part.numerator) filter (where part.has_begun) end as numerator,
        case when sum(part.shares) filter (where part.has_begun) > 0 then sum(part.denominator) filter (where part.has_begun) end as denominator,
        -- The total of each period, too: from two totals a month apart one could work out the month.
        asked.threshold is not null and bool_or(part.have > 0 and (${small('part')})) filter (where part.has_begun) as small_part,
        coalesce(bool_or(not part.stands) filter (where part.due), false) as root_missing
      from (
        select filled.*, filled.starts_on <= day as has_begun,
          -- On its last day a period is not over yet; one that is asked for by itself is needed as soon as it has begun.
          filled.ends_on < day or count(*) over () = 1 as due
        from filled where filled.starts_on >= span.first_day and filled.ends_on <= span.last_day
      ) part
    ) part
  ),
  total as (
    select added.place, added.first_day, added.last_day, added.refused, added.needed, added.have, added.provisional, added.root_missing,
      withheld.suppressed, case when added.have > 0 and not withheld.suppressed then added.value end as value,
      case when added.have > 0 and not withheld.suppressed then added.numerator end as numerator,
      case when added.have > 0 and not withheld.suppressed then added.denominator end as denominator
    from added
    cross join lateral (
      select added.have > 0 and (coalesce(added.small_part, false) or (asked.threshold is not null and (${small('added')}))) as suppressed
    ) withheld
  ),
  ${answered}`
  .replaceAll('part.first_day is', 'part.first_part is')
  .replaceAll('part.last_part <>', 'part.last_part <>');

/** Everything else: `core.aggregate_totals` says whether a total is kept or computed. */
const fromAnywhere = /* sql */ `
  with ${spans},
  part as materialized (
    select span.place, span.first_day, span.last_day, ${refused}, part.slots
    from span
    cross join lateral (
      select min(slot.starts_on) as first_part, max(slot.ends_on) as last_part, count(*) filter (where slot.starts_on <= day) as begun,
        jsonb_agg(jsonb_build_object('period', slot.id, 'day', slot.ends_on, 'due', slot.ends_on < day or slot.slots = 1)
          order by slot.starts_on) filter (where slot.starts_on <= day) as slots
      from (
        select p.id, p.starts_on, p.ends_on, count(*) over () as slots from core.period p
        where p.calendar_key = asked.calendar and p.year is not null and p.starts_on >= span.first_day and p.ends_on <= span.last_day
      ) slot
    ) part
  ),
  found as materialized (
    select found.*
    from (
      select jsonb_agg(jsonb_build_object('n', place, 'indicator', of_indicator, 'source', of_source,
        'disaggregation', of_disaggregation, 'accepted_only', accepted_only, 'latest', asked.shows_latest, 'roots', to_jsonb(roots),
        'kinds', to_jsonb(asked.kinds), 'names', false, 'slots', slots)) as requests
      from part where refused is null
    ) given
    cross join lateral core.aggregate_totals(given.requests) found
    where given.requests is not null
  ),
  total as (
    select part.place, part.first_day, part.last_day, part.refused, found.needed, found.have, found.provisional, found.root_missing,
      found.suppressed, found.value, found.numerator, found.denominator
    from part left join found on found.n = part.place
  ),
  ${answered}`;

export const aggregatesAtOnceSql = /* sql */ `
create function core.aggregates_of_period(of_indicator bigint, roots bigint[], of_period bigint, places int, day date,
  accepted_only boolean, of_source text, of_disaggregation text)
  returns table (first_days date[], last_days date[], reasons text[], needed bigint[], have bigint[], above numeric[],
    below numeric[], numerators numeric[], denominators numeric[], states text[], withheld boolean[])
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  -- Planning takes longer than answering, and for other units and periods the plan is no other.
  set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  asked record;
begin
  select i.kind, i.calendar, i.small_cell_threshold as threshold, i.kind = 'STOCK' or i.over_time = 'LATEST' as shows_latest,
    rule.kinds, p.starts_on, p.ends_on, p.year is not null as has_years,
    -- A year's periods follow one another, each as many months long as this one.
    case when p.year is null then p.starts_on
      else (p.starts_on - (p.position - 1) * age(p.ends_on + 1, p.starts_on))::date end as year_begins,
    i.kind in ('SUM', 'EVENT_COUNT', 'RATIO') and i.over_time <> 'LATEST' and cardinality(roots) = 1
      and not (select stale from core.tree_state) and not exists (
        select from core.unit_standing s where s.unit_id = roots[1] and s.kind = any (rule.kinds)) as adds_up_at_once
  into asked
  from core.indicator i
  join core.period p on p.id = of_period
  cross join lateral (select core.reporting_kinds(i.collection_level, i.applies_to) as kinds) rule
  where i.id = of_indicator;
  if not found then return; end if;

  if asked.adds_up_at_once then
    return query ${fromKeptTotals};
  else
    return query ${fromAnywhere};
  end if;
end
$$;
comment on function core.aggregates_of_period(bigint, bigint[], bigint, int, date, boolean, text, text) is
  'Figures of units below roots for a period, its year so far and both a year before, with coverage and reasons, as they stand on a day.';
`;

export const aggregatesAtOnceDown = /* sql */ `
drop function core.aggregates_of_period(bigint, bigint[], bigint, int, date, boolean, text, text);
`;

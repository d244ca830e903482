/**
 * Aggregates of one question in one call, for statements that answer it without any code: of a period by itself, and
 * where four are asked for also of its year so far and of both a year before. What `aggregateIndicators` makes of the
 * calendar before it asks for totals, and of these afterwards (values/aggregate.ts), is made here of the stored periods.
 * Nothing is added up here: `core.aggregate_totals` says whether a total is kept or computed.
 *
 * Arrays have a place for each of the four. `above` and `below` are the exact figure, null where there is none.
 */
export const aggregatesAtOnceSql = /* sql */ `
create function core.aggregates_of_period(of_indicator bigint, roots bigint[], of_period bigint, places int, day date,
  accepted_only boolean, of_source text, of_disaggregation text)
  returns table (first_days date[], last_days date[], reasons text[], needed bigint[], have bigint[], above numeric[],
    below numeric[], numerators numeric[], denominators numeric[], states text[], withheld boolean[])
  language plpgsql stable
  -- Planning takes longer than answering, and for other units and periods the plan is no other.
  set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
  return query
  with span as materialized (
    select span.place, span.first_day, span.last_day, span.is_before, whole.has_years
    from (
      select p.starts_on, p.ends_on, p.year is not null as has_years,
        -- A year's periods follow one another, each as many months long as this one.
        case when p.year is null then p.starts_on
          else (p.starts_on - (p.position - 1) * age(p.ends_on + 1, p.starts_on))::date end as year_begins
      from core.period p where p.id = of_period
    ) whole
    cross join lateral (values
      (1, starts_on, ends_on, false),
      (2, year_begins, ends_on, false),
      (3, (starts_on - interval '1 year')::date, (ends_on + 1 - interval '1 year')::date - 1, true),
      (4, (year_begins - interval '1 year')::date, (ends_on + 1 - interval '1 year')::date - 1, true)
    ) as span (place, first_day, last_day, is_before)
    where span.place <= places
  ),
  asked as materialized (
    select span.*, i.kind, i.kind = 'STOCK' or i.over_time = 'LATEST' as shows_latest, i.small_cell_threshold,
      core.reporting_kinds(i.collection_level, i.applies_to) as kinds, part.slots,
      case
        when span.is_before and not span.has_years then 'NO_YEAR_BEFORE'
        when i.kind = 'DERIVED' then 'NOT_ADDITIVE'
        when part.first_day is null and span.is_before then 'NO_YEAR_BEFORE'
        when part.first_day is distinct from span.first_day or part.last_day <> span.last_day then 'PERIOD_NOT_COVERED'
        when part.slots is null then 'PERIOD_NOT_BEGUN'
      end as refused
    from core.indicator i
    cross join span
    cross join lateral (
      select min(slot.starts_on) as first_day, max(slot.ends_on) as last_day,
        -- On its last day a period is not over yet; one that is asked for by itself is needed as soon as it has begun.
        jsonb_agg(jsonb_build_object('period', slot.id, 'day', slot.ends_on, 'due', slot.ends_on < day or slot.slots = 1)
          order by slot.starts_on) filter (where slot.starts_on <= day) as slots
      from (
        select p.id, p.starts_on, p.ends_on, count(*) over () as slots from core.period p
        where p.calendar_key = i.calendar and p.year is not null and p.starts_on between span.first_day and span.last_day
          and p.ends_on <= span.last_day
      ) slot
    ) part
    where i.id = of_indicator
  ),
  total as materialized (
    select total.*
    from (
      select jsonb_agg(jsonb_build_object('n', place, 'indicator', of_indicator, 'source', of_source,
        'disaggregation', of_disaggregation, 'accepted_only', accepted_only, 'latest', shows_latest, 'roots', to_jsonb(roots),
        'kinds', to_jsonb(kinds), 'names', false, 'slots', slots)) as requests
      from asked where refused is null
    ) given
    cross join lateral core.aggregate_totals(given.requests) total
    where given.requests is not null
  ),
  answer as (
    select asked.*, total.value, total.numerator, total.denominator, total.provisional,
      coalesce(total.needed, 0::bigint) as needed, coalesce(total.have, 0::bigint) as have,
      coalesce(total.suppressed, false) as suppressed,
      coalesce(asked.refused, case
        when total.root_missing then 'UNIT_NOT_VALID'
        when total.needed = 0 then 'NOTHING_NEEDED'
        when total.have = 0 then 'NO_DATA'
        when asked.kind = 'RATIO' and not total.suppressed and total.denominator = 0 then 'ZERO_DENOMINATOR'
      end) as reason
    from asked left join total on total.n = asked.place
  )
  select array_agg(first_day order by place), array_agg(last_day order by place), array_agg(reason order by place),
    array_agg(needed order by place), array_agg(have order by place),
    array_agg(case when reason is null and not suppressed
      then case kind when 'RATIO' then numerator else value end end order by place),
    array_agg(case when reason is null and not suppressed then case kind when 'RATIO' then denominator else 1 end end order by place),
    array_agg(case when not suppressed and coalesce(reason, 'ZERO_DENOMINATOR') = 'ZERO_DENOMINATOR' then numerator end order by place),
    array_agg(case when not suppressed and coalesce(reason, 'ZERO_DENOMINATOR') = 'ZERO_DENOMINATOR' then denominator end order by place),
    array_agg(case when have > 0 then case when provisional then 'PROVISIONAL' else 'ACCEPTED' end end order by place),
    array_agg(suppressed order by place)
  from answer
  having count(*) > 0;
end
$$;
comment on function core.aggregates_of_period(bigint, bigint[], bigint, int, date, boolean, text, text) is
  'Figures of units below roots for a period, its year so far and both a year before, with coverage and reasons, as they stand on a day.';
`;

export const aggregatesAtOnceDown = /* sql */ `
drop function core.aggregates_of_period(bigint, bigint[], bigint, int, date, boolean, text, text);
`;

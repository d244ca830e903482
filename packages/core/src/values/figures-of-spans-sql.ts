/** The periods of a stretch, in which the caller goes on. */
const slots = /* sql */ `(
      select p.id, p.starts_on, p.ends_on, p.starts_on <= day as has_begun
      from core.period p
      where p.calendar_key = of_calendar and p.year is not null and p.starts_on between span.first_day and span.last_day
        and p.ends_on <= span.last_day
    ) slot`;

const fromOnePlace = /* sql */ `
-- Whether totals of what shows its latest figure, or counts units once, are kept for the stretches: as in core.aggregate_totals.
create function core.totals_hold_for_spans(first_days date[], last_days date[], day date, of_calendar text, by_year boolean)
  returns boolean
  language plpgsql stable
as $$
begin
  return not by_year or not exists (
    select from unnest(first_days, last_days) as span (first_day, last_day)
    cross join lateral (
      select count(*) as slots, min(p.position) as first_position, count(distinct p.year) as years, max(p.ends_on) as last_day,
        min(p.ends_on) as first_end
      from core.period p
      where p.calendar_key = of_calendar and p.year is not null and p.starts_on between span.first_day and span.last_day
        and p.ends_on <= span.last_day and p.starts_on <= totals_hold_for_spans.day
    ) part
    where part.slots > 1 and (part.first_position > 1 or part.years > 1
      or exists (select from core.tree_change moved where moved.day > part.first_end and moved.day <= part.last_day)));
end
$$;

-- From kept totals of one unit that does not report for itself.
create function core.kept_figures_of_spans(of_indicator bigint, of_unit bigint, first_days date[], last_days date[], day date,
  of_calendar text, of_source text, is_share boolean, shows_latest boolean, counts_statuses boolean, threshold int)
  returns table (n int, above numeric, below numeric)
  language plpgsql stable
as $$
#variable_conflict use_column
begin
  return query
  select span.n::int, sums.above, case when is_share then sums.below else 1 end
  from unnest(first_days, last_days) with ordinality as span (first_day, last_day, n)
  cross join lateral (
    select min(part.starts_on) as first_day, max(part.ends_on) as last_day,
      sum(part.have) as have, sum(part.above) as above, sum(part.below) as below,
      -- The total of each period, too: from two totals a month apart one could work out the month.
      threshold is not null and not shows_latest and bool_or(part.have > 0
        and (core.is_small_cell(part.alone, threshold) or core.is_small_cell(part.below, threshold))) as has_small
    from (
      select slot.starts_on, slot.ends_on,
        case when shows_latest and several then held.of_year_have else held.own_have end as have,
        case when counts_statuses then case when several then held.of_year_reached else held.own_reached end
          when shows_latest and several then held.of_year_above else held.own_above end as above,
        case when shows_latest and several then held.of_year_below else held.own_below end as below,
        case when counts_statuses then held.own_reached else held.own_above end as alone
      from (select slot.*, count(*) filter (where has_begun) over () > 1 as several from ${slots}) slot
      left join lateral (
        select sum(total.have) filter (where total.part <> 'YEAR') as own_have, sum(total.have) filter (where total.part = 'YEAR') as of_year_have,
          coalesce(sum(total.reached) filter (where total.part <> 'YEAR'), 0) as own_reached,
          coalesce(sum(total.reached) filter (where total.part = 'YEAR'), 0) as of_year_reached,
          sum(case when is_share then total.numerator else total.value end) filter (where total.part <> 'YEAR') as own_above,
          sum(case when is_share then total.numerator else total.value end) filter (where total.part = 'YEAR') as of_year_above,
          sum(total.denominator) filter (where total.part <> 'YEAR') as own_below,
          sum(total.denominator) filter (where total.part = 'YEAR') as of_year_below
        from core.kept_total total
        where total.indicator_id = of_indicator and total.unit_id = of_unit and total.source = of_source and total.disaggregation = ''
          and total.period_id = slot.id and total.part in ('PROVISIONAL', 'ACCEPTED', 'YEAR')
      ) held on slot.has_begun
    ) part
  ) sums
  where sums.first_day = span.first_day and sums.last_day = span.last_day and sums.have > 0 and (not is_share or sums.below <> 0)
    and not sums.has_small
    and (threshold is null or not (core.is_small_cell(sums.above, threshold) or core.is_small_cell(sums.below, threshold)));
end
$$;

-- Of one unit that reports for itself, and of no other.
create function core.own_figures_of_spans(of_indicator bigint, of_unit bigint, first_days date[], last_days date[], day date,
  of_calendar text, of_source text, is_share boolean, shows_latest boolean, counted text[])
  returns table (n int, above numeric, below numeric)
  language plpgsql stable
as $$
#variable_conflict use_column
begin
  return query
  select span.n::int, sums.above, case when is_share then sums.below else 1 end
  from unnest(first_days, last_days) with ordinality as span (first_day, last_day, n)
  cross join lateral (
    select min(slot.starts_on) as first_day, max(slot.ends_on) as last_day, count(figure.id) as have,
      case when counted is not null then case when bool_or(figure.status = any (counted)) then 1 else 0 end
        when shows_latest then (array_agg(figure.above order by slot.ends_on desc) filter (where figure.id is not null))[1]
        else sum(figure.above) end as above,
      case when shows_latest then (array_agg(figure.below order by slot.ends_on desc) filter (where figure.id is not null))[1]
        else sum(figure.below) end as below
    from ${slots}
    left join lateral (
      select d.id, d.status, case when is_share then d.numerator else d.value end as above, d.denominator as below
      from core.data_value d
      where d.indicator_id = of_indicator and d.unit_id = of_unit and d.period_id = slot.id and d.source = of_source
        and d.disaggregation = '' and d.superseded_at is null
    ) figure on slot.has_begun
  ) sums
  where sums.first_day = span.first_day and sums.last_day = span.last_day and sums.have > 0 and (not is_share or sums.below <> 0);
end
$$;

`;

/**
 * Exact figures of stretches of days, as numerator and denominator (1 of what is no share): what `aggregateIndicators`
 * answers, for statements that go on computing. No row for a stretch that has no figure, or one that is withheld.
 * The figures that count, from the indicator's first source, of the whole.
 *
 * Asked for one target after the other, so that each must be cheap: for one unit that stands unchanged on all those
 * days kept totals, or its own figures, are read directly. All else is left to `core.aggregate_totals`.
 */
export const figuresOfSpansSql = /* sql */ `
create function core.any_figures_of_spans(of_indicator bigint, roots bigint[], first_days date[], last_days date[], day date)
  returns table (n int, above numeric, below numeric)
  language plpgsql stable
as $$
#variable_conflict use_column
declare
  requests jsonb;
begin
  select jsonb_agg(jsonb_build_object('n', span.n, 'indicator', i.id, 'source', i.sources[1], 'disaggregation', '',
    'accepted_only', false, 'latest', i.kind = 'STOCK' or i.over_time = 'LATEST', 'roots', to_jsonb(roots),
    'kinds', to_jsonb(core.reporting_kinds(i.collection_level, i.applies_to)), 'names', false, 'slots', parts.slots))
  into requests
  from core.indicator i
  cross join unnest(first_days, last_days) with ordinality as span (first_day, last_day, n)
  cross join lateral (
    select min(part.starts_on) as first_day, max(part.ends_on) as last_day,
      -- On its last day a period is not over yet; one that is asked for by itself is needed as soon as it has begun.
      jsonb_agg(jsonb_build_object('period', part.id, 'day', part.ends_on, 'due', part.ends_on < day or part.parts = 1)
        order by part.starts_on) filter (where part.starts_on <= day) as slots
    from (
      select p.id, p.starts_on, p.ends_on, count(*) over () as parts from core.period p
      where p.calendar_key = i.calendar and p.year is not null and p.starts_on between span.first_day and span.last_day
        and p.ends_on <= span.last_day
    ) part
  ) parts
  where i.id = of_indicator and i.kind <> 'DERIVED' and parts.first_day = span.first_day and parts.last_day = span.last_day
    and parts.slots is not null;

  return query
  select total.n, case i.kind when 'RATIO' then total.numerator else total.value end,
    case i.kind when 'RATIO' then total.denominator else 1 end
  from core.aggregate_totals(coalesce(requests, '[]')) total
  join core.indicator i on i.id = of_indicator
  where not total.root_missing and total.needed > 0 and total.have > 0 and not total.suppressed
    and (i.kind <> 'RATIO' or total.denominator <> 0);
end
$$;
${fromOnePlace}create function core.figures_of_spans(of_indicator bigint, roots bigint[], first_days date[], last_days date[], day date)
  returns table (n int, above numeric, below numeric)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  -- Planning takes longer than answering, and for other units and periods the plan is no other.
  set plan_cache_mode = force_generic_plan
as $$
declare
  rule record;
  standing record;
begin
  select i.kind, i.calendar, i.sources[1] as source, i.small_cell_threshold as threshold, i.kind = 'RATIO' as is_share,
    i.kind = 'STATUS_COUNT' as counts_statuses, i.kind = 'STOCK' or i.over_time = 'LATEST' as shows_latest,
    core.reporting_kinds(i.collection_level, i.applies_to) as kinds,
    array(select status ->> 'code' from jsonb_array_elements(i.statuses) as status) as counted
  into rule
  from core.indicator i where i.id = of_indicator;

  -- Of one unit that stands unchanged on all those days.
  select s.kind = any (rule.kinds) as reports,
    exists (select from core.units_below below where below.unit_id = s.unit_id and below.kind = any (rule.kinds)) as has_reporters
  into standing
  from core.unit_standing s
  where cardinality(roots) = 1 and s.unit_id = roots[1] and not (select stale from core.tree_state)
    and s.valid_from <= (select min(span_day) from unnest(first_days) as span_day)
    and (s.valid_to is null or s.valid_to > (select max(span_day) from unnest(last_days) as span_day))
    and not exists (
      select from core.unit_standing other
      where other.unit_id = s.unit_id and (other.kind = any (rule.kinds)) <> (s.kind = any (rule.kinds)));

  if rule.kind = 'DERIVED' then
    return;
  elsif standing.reports and not standing.has_reporters and rule.threshold is null and not (rule.shows_latest and rule.counts_statuses) then
    return query select * from core.own_figures_of_spans(of_indicator, roots[1], first_days, last_days, day,
      rule.calendar, rule.source, rule.is_share, rule.shows_latest, case when rule.counts_statuses then rule.counted end);
  elsif not standing.reports and core.totals_hold_for_spans(first_days, last_days, day, rule.calendar, rule.shows_latest or rule.counts_statuses) then
    return query select * from core.kept_figures_of_spans(of_indicator, roots[1], first_days, last_days, day,
      rule.calendar, rule.source, rule.is_share, rule.shows_latest, rule.counts_statuses, rule.threshold);
  else
    return query select * from core.any_figures_of_spans(of_indicator, roots, first_days, last_days, day);
  end if;
end
$$;
comment on function core.figures_of_spans(bigint, bigint[], date[], date[], date) is
  'Exact figures of units below roots, for stretches of days from first to last, as they stand on a day.';

-- They were planned anew at every call: PostgreSQL thought a plan for just these requests worth its price.
alter function core.aggregate_totals(jsonb) set plan_cache_mode = force_generic_plan;
alter function core.aggregate_figures(jsonb) set plan_cache_mode = force_generic_plan;

-- A quotient rounded half up, away from zero. Whole numbers are divided, so that nothing is rounded twice.
create function core.rounded_quotient(above numeric, below numeric, places int) returns numeric
  language sql immutable strict parallel safe as $$
    select trim_scale(sign(above) * sign(below)
      * div(2 * abs(above) * round(power(10::numeric, places)) + abs(below), 2 * abs(below))
      * trim_scale(power(10::numeric, -places)))
  $$;
`;

export const figuresOfSpansDown = /* sql */ `
drop function core.rounded_quotient(numeric, numeric, int);
drop function core.figures_of_spans(bigint, bigint[], date[], date[], date);
drop function core.own_figures_of_spans(bigint, bigint, date[], date[], date, text, text, boolean, boolean, text[]);
drop function core.kept_figures_of_spans(bigint, bigint, date[], date[], date, text, text, boolean, boolean, boolean, int);
drop function core.totals_hold_for_spans(date[], date[], date, text, boolean);
drop function core.any_figures_of_spans(bigint, bigint[], date[], date[], date);
alter function core.aggregate_totals(jsonb) reset plan_cache_mode;
alter function core.aggregate_figures(jsonb) reset plan_cache_mode;
`;

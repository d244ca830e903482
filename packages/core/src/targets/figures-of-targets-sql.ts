/**
 * The figures of a target that no kept totals give at once: of groups of units, of what shows its latest figure or
 * counts statuses, of what may be withheld, of units that report for themselves, before a first period has ended.
 */
export const figuresOfTargetsSql = /* sql */ `
-- The units whose figures are a target's: none for an organization, whose figures are not aggregated.
create function core.units_of_target(of_unit bigint, of_group bigint, day date) returns bigint[]
  language sql stable as $$
    select case when of_unit is not null then array[of_unit] else (
      select array_agg(member.unit_id order by member.unit_id) from core.unit_group_member member
      where member.group_id = of_group and member.valid_from <= day and (member.valid_to is null or member.valid_to > day)) end
  $$;

-- In the period, so far this year, in last year's period, and so far last year.
create function core.reporting_row_figures(of_indicator bigint, of_unit bigint, of_group bigint, of_period bigint, day date)
  returns table (as_of date, above numeric[], below numeric[])
  language plpgsql stable
  set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
declare
  roots bigint[];
  measured record;
  shown record;
begin
  select least(day, whole.ends_on) as day, whole.starts_on, i.calendar into measured
  from core.period whole join core.indicator i on i.id = of_indicator
  where whole.id = of_period;
  roots := core.units_of_target(of_unit, of_group, measured.day);
  if roots is null then return; end if;

  -- The latest that has ended; before there is one, the first.
  select p.calendar_key, p.year, p.position, p.ends_on into shown
  from core.period p
  where p.calendar_key = measured.calendar and p.year is not null and (
    (p.starts_on >= measured.starts_on and p.ends_on <= measured.day
      and (p.ends_on + 1 + age(p.ends_on + 1, p.starts_on))::date - 1 > measured.day)
    or measured.starts_on between p.starts_on and p.ends_on)
  order by p.ends_on desc limit 1;
  if not found then return; end if;

  return query
  with same as (
    select back, p.starts_on, p.ends_on, (
      select first.starts_on from core.period first
      where first.calendar_key = p.calendar_key and first.year = p.year and first.position = 1) as year_begins
    from generate_series(0, 1) as back
    left join core.period p on p.calendar_key = shown.calendar_key and p.year = shown.year - back and p.position = shown.position
  ),
  figure as (
    select found.n, found.above, found.below
    from (
      select array_agg(span.first_day order by back, place) as first_days, array_agg(ends_on order by back, place) as last_days
      from same cross join lateral (values (1, starts_on), (2, year_begins)) as span (place, first_day)
    ) spans
    cross join lateral core.figures_of_spans(of_indicator, roots, spans.first_days, spans.last_days, day) found
  )
  select shown.ends_on, array_agg(figure.above order by place), array_agg(figure.below order by place)
  from generate_series(1, 4) as place
  left join figure on figure.n = place
  group by ();
end
$$;

-- Of the target's own period.
create function core.target_figure(of_indicator bigint, of_unit bigint, of_group bigint, of_period bigint, day date)
  returns table (above numeric, below numeric)
  language plpgsql stable
  set plan_cache_mode = force_generic_plan
as $$
#variable_conflict use_column
begin
  return query
  select figure.above, figure.below
  from core.period whole
  cross join lateral core.figures_of_spans(of_indicator, core.units_of_target(of_unit, of_group, least(day, whole.ends_on)),
    array[whole.starts_on], array[whole.ends_on], day) figure
  where whole.id = of_period and core.units_of_target(of_unit, of_group, least(day, whole.ends_on)) is not null;
end
$$;
`;

export const figuresOfTargetsDown = /* sql */ `
drop function core.target_figure(bigint, bigint, bigint, bigint, date);
drop function core.reporting_row_figures(bigint, bigint, bigint, bigint, date);
drop function core.units_of_target(bigint, bigint, date);
`;

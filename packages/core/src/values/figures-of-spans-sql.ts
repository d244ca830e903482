/**
 * Exact figures of stretches of days, as numerator and denominator (1 of what is no share): what `aggregateIndicators`
 * answers, for statements that go on computing. No row for a stretch that has no figure, or one that is withheld.
 * The figures that count, from the indicator's first source, of the whole.
 */
export const figuresOfSpansSql = /* sql */ `
create function core.figures_of_spans(of_indicator bigint, roots bigint[], first_days date[], last_days date[], day date)
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
comment on function core.figures_of_spans(bigint, bigint[], date[], date[], date) is
  'Exact figures of units below roots, for stretches of days from first to last, as they stand on a day.';

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
`;

/**
 * What units have each reported for themselves in some periods: the sum, or the latest of what shows that, as numerator
 * and denominator (1 of what is no share). From the index alone, past row security; so it asks itself of which of the
 * units the caller sees the figures of every program, and says nothing of an indicator that withholds small counts.
 */
export const figuresOfUnitsSql = /* sql */ `
create function core.figures_of_units(of_indicator bigint, units bigint[], periods bigint[])
  returns table (unit_id bigint, above numeric, below numeric)
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
  set plan_cache_mode = force_generic_plan
  -- Nothing says how many units there are; one by one in the index is right for few and for all.
  set enable_bitmapscan = off
  set enable_seqscan = off
  set jit = off
as $$
#variable_conflict use_column
declare
  rule record;
  seen bigint[];
begin
  select i.kind = 'RATIO' as is_share, i.kind = 'STOCK' or i.over_time = 'LATEST' as shows_latest, i.sources[1] as source
  into rule
  from core.indicator i where i.id = of_indicator and i.small_cell_threshold is null;
  if not found then return; end if;
  seen := array(select unnest(units) intersect select core.units_seen('core:value.read', null));

  if rule.shows_latest then
    return query
    select distinct on (d.unit_id) d.unit_id, case when rule.is_share then d.numerator else d.value end,
      case when rule.is_share then d.denominator else 1 end
    from core.data_value d
    join core.period p on p.id = d.period_id
    where d.indicator_id = of_indicator and d.unit_id = any (seen) and d.period_id = any (periods) and d.source = rule.source
      and d.disaggregation = '' and d.superseded_at is null
    order by d.unit_id, p.ends_on desc;
  else
    return query
    select d.unit_id, sum(case when rule.is_share then d.numerator else d.value end),
      case when rule.is_share then sum(d.denominator) else 1 end
    from core.data_value d
    where d.indicator_id = of_indicator and d.unit_id = any (seen) and d.period_id = any (periods) and d.source = rule.source
      and d.disaggregation = '' and d.superseded_at is null
    group by d.unit_id;
  end if;
end
$$;
`;

export const figuresOfUnitsDown = /* sql */ `
drop function core.figures_of_units(bigint, bigint[], bigint[]);
`;

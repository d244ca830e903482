/**
 * How a plugin's figures come in, all of a call at once: the same rules as the first version (`derived-sql.ts`),
 * decided for the set. Of several figures for one place in one call the last counts.
 *
 * Two writers of one figure take turns. A lock for each figure would use up the server's lock table when a plugin
 * brings the whole nation, so whoever brings many locks indicator and period; the others share that lock.
 */
export const derivedInSetsSql = /* sql */ `
create or replace function core.put_derived_values(given jsonb)
  returns table (n int, id bigint, changed boolean)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  planned jsonb;
  many constant boolean := jsonb_array_length(given) > 500;
begin
  if exists (
    select from (select distinct g.indicator, g.period from jsonb_to_recordset(given) as g (indicator bigint, period bigint)) asked
    where not exists (
      select from core.period p
      join core.indicator_feeder f on f.indicator_id = asked.indicator and f.kind = 'DERIVED'
      where p.id = asked.period
        and (f.valid_from <= p.ends_on or not exists (
          select from core.indicator_feeder earlier where earlier.indicator_id = f.indicator_id and earlier.valid_from < f.valid_from))
        and (f.valid_to is null or p.ends_on < f.valid_to))) then
    raise exception 'INDICATOR_NOT_DERIVED';
  end if;

  -- In the order of the locks, so that two calls never wait for each other.
  perform case when many then pg_advisory_xact_lock(hashtext('core.data_value of a period'), part.hash)
      else pg_advisory_xact_lock_shared(hashtext('core.data_value of a period'), part.hash) end
    from (select distinct hashtext(concat_ws('|', g.indicator, g.period)) as hash
      from jsonb_to_recordset(given) as g (indicator bigint, period bigint) order by 1) part;
  if not many then
    perform pg_advisory_xact_lock(hashtext('core.data_value'), figure.hash)
      from (select distinct hashtext(concat_ws('|', g.indicator, g.unit, g.period, g.source, g.disaggregation)) as hash
        from jsonb_to_recordset(given)
          as g (indicator bigint, unit bigint, period bigint, source text, disaggregation text) order by 1) figure;
  end if;

  select coalesce(jsonb_agg(to_jsonb(plan)), '[]') into planned
  from (
    select figure.*, old.id as old,
      case when old.id is null or not (
          (old.value, old.numerator, old.denominator, old.status, old.origin)
            is not distinct from (figure.value, figure.numerator, figure.denominator, figure.status, figure.origin)
          and (old.state = figure.state or old.state = 'ACCEPTED'))
        then num_nonnulls(figure.value, figure.numerator, figure.status) > 0 or old.id is not null
        else false end as changed
    from (
      select distinct on (g.indicator, g.unit, g.period, g.source, g.disaggregation) *
      from jsonb_to_recordset(given) as g (n int, indicator bigint, unit bigint, period bigint, source text,
        disaggregation text, value numeric, numerator numeric, denominator numeric, status text, state text, origin text,
        organization bigint, entered_by bigint, demo boolean)
      order by g.indicator, g.unit, g.period, g.source, g.disaggregation, g.n desc
    ) figure
    left join core.data_value old on old.indicator_id = figure.indicator and old.unit_id = figure.unit
      and old.period_id = figure.period and old.source = figure.source and old.disaggregation = figure.disaggregation
      and old.superseded_at is null
  ) plan;
  -- What changes gets its number; what is withdrawn gets none.
  select coalesce(jsonb_agg(plan || jsonb_build_object('fresh',
      case when (plan ->> 'changed')::boolean and num_nonnulls(plan ->> 'value', plan ->> 'numerator', plan ->> 'status') > 0
        then nextval(pg_get_serial_sequence('core.data_value', 'id')) end)), '[]')
    into planned from jsonb_array_elements(planned) as plan;

  update core.data_value d set superseded_at = now(), superseded_by = p.fresh
    from jsonb_to_recordset(planned) as p (old bigint, fresh bigint, changed boolean)
    where p.changed and d.id = p.old;
  insert into core.data_value (id, indicator_id, unit_id, period_id, source, disaggregation, value, numerator,
    denominator, status, state, origin, organization_id, entered_by, demo)
  select p.fresh, p.indicator, p.unit, p.period, p.source, p.disaggregation, p.value, p.numerator, p.denominator,
    p.status, p.state, p.origin, p.organization, p.entered_by, coalesce(p.demo, false)
  from jsonb_to_recordset(planned) as p (fresh bigint, indicator bigint, unit bigint, period bigint, source text,
    disaggregation text, value numeric, numerator numeric, denominator numeric, status text, state text, origin text,
    organization bigint, entered_by bigint, demo boolean)
  where p.fresh is not null;

  return query
  select g.n, case when p.changed then p.fresh else p.old end, p.changed
  from jsonb_to_recordset(given)
    as g (n int, indicator bigint, unit bigint, period bigint, source text, disaggregation text)
  join jsonb_to_recordset(planned)
    as p (indicator bigint, unit bigint, period bigint, source text, disaggregation text, old bigint, fresh bigint, changed boolean)
    using (indicator, unit, period, source, disaggregation);
end
$$;
`;

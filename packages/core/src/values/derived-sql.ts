/**
 * How a plugin's figures come in: written with the owner's rights, because whoever records a house need not hold the
 * right to enter figures. Only indicators whose feeder is derived are open to it.
 */
export const derivedSql = /* sql */ `
create function core.put_derived_values(given jsonb)
  returns table (n int, id bigint, changed boolean)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  figure record;
  old core.data_value;
  fresh bigint;
begin
  for figure in
    select * from jsonb_to_recordset(given) as g (n int, indicator bigint, unit bigint, period bigint, source text,
      disaggregation text, value numeric, numerator numeric, denominator numeric, status text, state text, origin text,
      organization bigint, entered_by bigint, demo boolean)
    order by g.n
  loop
    perform from core.period p
      join core.indicator_feeder f on f.indicator_id = figure.indicator and f.kind = 'DERIVED'
      where p.id = figure.period
        and (f.valid_from <= p.ends_on or not exists (
          select from core.indicator_feeder earlier where earlier.indicator_id = f.indicator_id and earlier.valid_from < f.valid_from))
        and (f.valid_to is null or p.ends_on < f.valid_to);
    if not found then raise exception 'INDICATOR_NOT_DERIVED'; end if;
    -- Two writers of one figure take turns.
    perform pg_advisory_xact_lock(hashtext('core.data_value'),
      hashtext(concat_ws('|', figure.indicator, figure.unit, figure.period, figure.source, figure.disaggregation)));
    select * into old from core.data_value d
      where d.indicator_id = figure.indicator and d.unit_id = figure.unit and d.period_id = figure.period
        and d.source = figure.source and d.disaggregation = figure.disaggregation and d.superseded_at is null;
    n := figure.n;
    if old.id is not null
      and (old.value, old.numerator, old.denominator, old.status, old.origin)
        is not distinct from (figure.value, figure.numerator, figure.denominator, figure.status, figure.origin)
      and (old.state = figure.state or old.state = 'ACCEPTED') then
      id := old.id; changed := false; return next; continue;
    end if;
    fresh := null;
    if num_nonnulls(figure.value, figure.numerator, figure.status) > 0 then
      fresh := nextval(pg_get_serial_sequence('core.data_value', 'id'));
    end if;
    if old.id is not null then
      update core.data_value d set superseded_at = now(), superseded_by = fresh where d.id = old.id;
    end if;
    if fresh is not null then
      insert into core.data_value (id, indicator_id, unit_id, period_id, source, disaggregation, value, numerator,
        denominator, status, state, origin, organization_id, entered_by, demo)
      values (fresh, figure.indicator, figure.unit, figure.period, figure.source, figure.disaggregation, figure.value,
        figure.numerator, figure.denominator, figure.status, figure.state, figure.origin, figure.organization,
        figure.entered_by, coalesce(figure.demo, false));
    end if;
    id := fresh; changed := old.id is not null or fresh is not null; return next;
  end loop;
end
$$;
`;

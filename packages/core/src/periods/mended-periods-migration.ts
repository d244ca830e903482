import type { Migration } from '@phoihop/platform';

/**
 * A period that was added wrongly is mended as long as nothing refers to it. What refers to periods plugins say with their
 * foreign keys, so these are asked. Obligations about which nothing was done are the system's own: they follow.
 */
const mending = /* sql */ `
create function core.period_referrers(the_period bigint) returns text[]
  language plpgsql stable
  set search_path = pg_catalog, pg_temp
as $$
declare
  reference record;
  met boolean;
  found text[] := '{}';
begin
  for reference in
    select format('%I.%I', space.nspname, place.relname) as place, space.nspname || '.' || place.relname as name,
        (select attname from pg_attribute where attrelid = its.conrelid and attnum = its.conkey[array_position(its.confkey, id.attnum)]) as column
      from pg_constraint its
      join pg_attribute id on id.attrelid = its.confrelid and id.attname = 'id'
      join pg_class place on place.oid = its.conrelid
      join pg_namespace space on space.oid = place.relnamespace
     where its.contype = 'f' and its.confrelid = 'core.period'::regclass and its.conparentid = 0 and id.attnum = any (its.confkey)
     order by 2
  loop
    execute format('select exists (select from %s its where its.%I = $1 %s)', reference.place, reference.column,
      case reference.name when 'core.obligation' then
        'and (its.report_id is not null or exists (select from core.obligation_waiver waiver where waiver.obligation_id = its.id)
          or exists (select from core.entry_extension longer where longer.obligation_id = its.id))'
        else '' end)
      into met using the_period;
    if met and reference.name <> all (found) then
      found := found || reference.name;
    end if;
  end loop;
  return found;
end
$$;

-- The ways in for whoever manages periods: the table itself stays closed to the serving role. Each gives the tables whose
-- rows are in the way, and has done nothing then. Who is about to refer to the period waits, or is waited for.
create function core.hold_set_period(the_period bigint) returns text[]
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  held core.period;
  referrers text[];
begin
  select * into held from core.period where id = the_period and year is null for update;
  if not found or not core.may_change('core:period.manage', coalesce(held.unit_id, core.country_unit()), null) then
    raise exception 'MAY_NOT_MEND_PERIODS';
  end if;
  referrers := core.period_referrers(the_period);
  if referrers = '{}' then
    delete from core.obligation where period_id = the_period;
  end if;
  return referrers;
end
$$;

create function core.correct_set_period(the_period bigint, label_vi text, label_en text, starts_on date, ends_on date,
    basis text) returns text[]
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  referrers text[] := core.hold_set_period(the_period);
begin
  if referrers = '{}' then
    update core.period its set label_vi = $2, label_en = $3, starts_on = $4, ends_on = $5, basis = $6 where its.id = the_period;
    perform core.number_set_periods(its.calendar_key) from core.period its where its.id = the_period;
  end if;
  return referrers;
end
$$;

create function core.withdraw_set_period(the_period bigint) returns text[]
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  referrers text[] := core.hold_set_period(the_period);
  calendar text;
begin
  if referrers = '{}' then
    delete from core.period its where its.id = the_period returning its.calendar_key into calendar;
    perform core.number_set_periods(calendar);
  end if;
  return referrers;
end
$$;
revoke execute on function core.hold_set_period(bigint), core.period_referrers(bigint) from public;
`;

/** Periods that were added wrongly are corrected or withdrawn. */
export const mendedPeriodsMigration: Migration = {
  name: '0038_mended_periods',
  up: mending,
  down: /* sql */ `
drop function core.withdraw_set_period(bigint);
drop function core.correct_set_period(bigint, text, text, date, date, text);
drop function core.hold_set_period(bigint);
drop function core.period_referrers(bigint);
`,
};

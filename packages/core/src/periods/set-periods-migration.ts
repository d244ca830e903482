import type { Migration } from '@phoihop/platform';

/**
 * Periods that a decision sets (a term, a campaign, a span of years): what they rest on, for which unit they hold, and
 * the way in for those that an administrator adds. The table stays closed to the serving role: the one function that
 * writes it asks for the right itself.
 */
export const setPeriodsMigration: Migration = {
  name: '0015_set_periods',
  up: /* sql */ `
alter table core.period
  add column series text check (series ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add column unit_id bigint references core.administrative_unit (id),
  add column basis text check (btrim(basis) <> ''),
  -- What follows a rule rests on the rule; what is set rests on something that can be cited.
  add constraint period_is_ruled_or_set check (
    case when year is null then series is not null and basis is not null
      else series is null and basis is null and unit_id is null end),
  -- Terms of one body, campaigns of one name: one after the other, within a unit.
  add constraint periods_of_a_series_do_not_overlap
    exclude using gist (calendar_id with =, series with =, coalesce(unit_id, 0) with =,
      daterange(starts_on, ends_on, '[]') with &&) where (series is not null);
create index period_unit on core.period (unit_id) where unit_id is not null;

-- Set periods are numbered by their start within their calendar.
create function core.number_set_periods(calendar text) returns void
  language sql
  set search_path = pg_catalog, pg_temp
as $$
  update core.period p set position = ranked.place
    from (select id, row_number() over (order by starts_on, ends_on, key)::int as place
            from core.period where calendar_key = calendar and year is null) ranked
   where p.id = ranked.id and p.position <> ranked.place
$$;

create function core.add_set_period(calendar text, key text, series text, label_vi text, label_en text,
  starts_on date, ends_on date, unit bigint, basis text) returns bigint
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  made bigint;
begin
  if not core.may_change('core:period.manage', coalesce(unit, core.country_unit()), null) then
    raise exception 'MAY_NOT_ADD_PERIODS';
  end if;
  insert into core.period (calendar_id, calendar_key, key, label_vi, label_en, starts_on, ends_on, year, position,
      series, unit_id, basis)
    select c.id, c.key, $2, $4, $5, $6, $7, null, 1, $3, $8, $9
      from core.period_calendar c where c.key = $1 and c.kind = 'EXPLICIT'
    on conflict on constraint period_key_key do nothing
    returning id into made;
  perform core.number_set_periods($1);
  return made;
end
$$;
`,
  down: /* sql */ `
drop function core.add_set_period(text, text, text, text, text, date, date, bigint, text);
drop function core.number_set_periods(text);
delete from core.period where year is null;
alter table core.period drop column series, drop column unit_id, drop column basis;
`,
};

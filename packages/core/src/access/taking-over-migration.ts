import type { Migration } from '@phoihop/platform';

/**
 * What is left to do for a unit that has ended is done by whoever holds the right over all that it became: the clerk of
 * the one commune it went into, or the level above those it was divided among. Lineage gives no other right to change.
 */
const takingOver = /* sql */ `
-- Whether the unit has ended by the business date, and everything that took its place then lies within the caller's scopes.
create function core.may_take_over(permission text, unit bigint, program text) returns boolean
  language plpgsql stable parallel safe as $$
declare
  today constant date := platform.business_date();
  held public.ltree[];
begin
  if not exists (select from core.unit_reach reach where reach.unit_id = unit and not reach.own
      and reach.valid_from <= today and (reach.valid_to is null or reach.valid_to > today))
    or exists (select from core.unit_reach reach where reach.unit_id = unit and reach.own
      and (reach.valid_to is null or reach.valid_to > today)) then
    return false;
  end if;
  held := core.scope_paths(permission, 'subtree', program);
  return not exists (
    select from core.unit_reach reach
     where reach.unit_id = unit and not reach.own
       and reach.valid_from <= today and (reach.valid_to is null or reach.valid_to > today)
       and not (reach.path operator(public.<@) any (held)));
end
$$;
`;

/**
 * The reports of a unit that has ended: that of the period in which it did, and those of before that it still owes.
 * `core.report_day` is the last day that a report is about: of its period, or of its unit where that ended inside.
 */
const closing = /* sql */ `
create function core.report_day(unit bigint, period bigint) returns date
  language sql stable
  set search_path = pg_catalog, pg_temp
as $$
  select least(p.ends_on, (
    select max(coalesce(v.valid_to, 'infinity')) - 1 from core.administrative_unit_version v
     where v.unit_id = unit and v.superseded_at is null and v.valid_from <= greatest(p.ends_on, core.tree_begins())
       and (v.valid_to is null or v.valid_to > p.starts_on)))
    from core.period p where p.id = period
$$;

-- With the owner's rights: what is owed is asked also by who may not see it, and nothing else is told. Whoever has just
-- accepted a report writes down what follows from that.
create function core.is_last_report(unit bigint, period bigint, still_open boolean) returns boolean
  language sql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
  select exists (
      select from core.period p
       where p.id = period and (
         select max(coalesce(v.valid_to, 'infinity')) - 1 from core.administrative_unit_version v
          where v.unit_id = unit and v.superseded_at is null) between p.starts_on and p.ends_on)
    or exists (
      select from core.obligation o left join core.report told on told.id = o.report_id
       where o.unit_id = unit and o.period_id = period
         and (not o.accepted or (not still_open and told.accepted_by = platform.caller_id())))
$$;

-- What a row of such a report asks: how far the report has come the code heeds.
create function core.may_close(permission text, unit bigint, program text, period bigint) returns boolean
  language plpgsql stable as $$
begin
  return core.may_take_over(permission, unit, program) and core.is_last_report(unit, period, false);
end
$$;

-- Whether the caller may take a step with the reports of a unit and period: while the unit stands, or in its place.
create function core.may_report(permission text, unit bigint, program text, period bigint) returns boolean
  language plpgsql stable as $$
begin
  return core.may_change(permission, unit, program)
    or (core.may_take_over(permission, unit, program) and core.is_last_report(unit, period, true));
end
$$;
`;

/** A report is about the days until its last one: names, kinds and rules are those of that day, and not of a later one. */
const lastDay = /* sql */ `
alter table core.report
  drop constraint report_period_id_as_of_fkey,
  add constraint report_period_id_fkey foreign key (period_id) references core.period (id);

create function core.keep_report_day() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  -- While it is filled in, it may turn out that the unit ends sooner.
  if tg_op = 'INSERT' or old.state in ('DRAFT', 'RETURNED', 'REOPENED') then
    new.as_of := core.report_day(new.unit_id, new.period_id);
  end if;
  return new;
end
$$;
create trigger keep_report_day before insert or update of state, version on core.report
  for each row execute function core.keep_report_day();
`;

/** What is left of a unit that has ended is dealt with by whoever took its place. */
export const takingOverMigration: Migration = {
  name: '0036_taking_over',
  up: takingOver + closing + lastDay,
  down: /* sql */ `
drop trigger keep_report_day on core.report;
drop function core.keep_report_day();
update core.report set as_of = period.ends_on from core.period
  where period.id = report.period_id and report.as_of <> period.ends_on;
alter table core.report
  drop constraint report_period_id_fkey,
  add constraint report_period_id_as_of_fkey foreign key (period_id, as_of) references core.period (id, ends_on);
drop function core.may_report(text, bigint, text, bigint);
drop function core.may_close(text, bigint, text, bigint);
drop function core.is_last_report(bigint, bigint, boolean);
drop function core.report_day(bigint, bigint);
drop function core.may_take_over(text, bigint, text);
`,
};

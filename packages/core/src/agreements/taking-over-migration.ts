import type { Migration } from '@phoihop/platform';
import { replacing } from '../sql/replacing.js';
import { makeAgreementObligations, makeAgreementObligationsSql } from './agreements-sql.js';

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
 * What a unit keeps, once it has ended, who took its place keeps: the one unit it went into, or the nearest above all parts
 * of one that was divided. Agreements stay as they were signed; what their unit's Front owes from the day on which another
 * took over, the Front there owes.
 */
const keeping = /* sql */ `
create function core.keeper_of(unit bigint, day date) returns bigint
  language sql stable
  set search_path = pg_catalog, pg_temp
as $$
  with place as (
    select own, path from core.unit_reach reach
     where reach.unit_id = unit and reach.valid_from <= day and (reach.valid_to is null or reach.valid_to > day)
  ),
  heir as (select distinct path from place where not own)
  select case when exists (select from place where own) then unit
    else (select public.subpath(top, -1)::text::bigint
      from (select case count(*) when 1 then min(path::text)::public.ltree else public.lca(array_agg(path)) end as top from heir) one
      where public.nlevel(top) > 0) end
$$;

alter table core.agreement_obligation add column taken_over_from_id bigint references core.organization (id);
create index agreement_obligation_taken_over on core.agreement_obligation (taken_over_from_id) where taken_over_from_id is not null;

-- The Front committee of a unit on a day, or of the unit that keeps what was its own.
create function core.front_of_keeper(unit bigint, day date) returns bigint
  language sql stable
  set search_path = pg_catalog, pg_temp
as $$
  select version.organization_id from core.organization_version version
   where version.unit_id = core.keeper_of(unit, day) and version.kind = 'FRONT_COMMITTEE' and version.superseded_at is null
     and version.valid_from <= day and (version.valid_to is null or version.valid_to > day)
   order by version.organization_id limit 1
$$;

-- What was made before the end of the unit was known goes over; what was done, waived or has lapsed stays with who did it.
create function core.hand_over_agreement_duties() returns int
  language sql
  set search_path = pg_catalog, pg_temp
as $$
  with moved as (
    update core.agreement_obligation owed
       set organization_id = its.front, taken_over_from_id = coalesce(owed.taken_over_from_id, owed.organization_id),
         version = owed.version + 1
      from (
        select open.id, core.front_of_keeper(agreement.unit_id, open.as_of) as front
          from core.agreement_obligation open
          join core.agreement agreement on agreement.id = open.agreement_id and agreement.state in ('SIGNED', 'CONCLUDED')
          join core.agreement_duty duty on duty.id = open.duty_id and duty.owed_by = 'FRONT'
         where open.done_on is null and open.waived_at is null and open.lapsed_on is null
           and core.keeper_of(agreement.unit_id, open.as_of) <> agreement.unit_id
      ) as its
     where its.id = owed.id and its.front <> owed.organization_id
       and not exists (select from core.agreement_obligation other where other.duty_id = owed.duty_id
         and other.organization_id = its.front and other.period_id is not distinct from owed.period_id)
    returning owed.id
  )
  select count(*)::int from moved
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

/** As it was, but for whose Front owes what: the unit's that keeps the agreement on the last day. */
const makeObligationsOfKeepers = replacing(
  makeAgreementObligations(/* sql */ `\
        (select its.front from (select core.front_of_keeper(moment.unit_id, moment.as_of) as front) as its
          where moment.owed_by = 'FRONT' and its.front is not null)`),
);

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
  up: takingOver + keeping + makeObligationsOfKeepers + closing + lastDay,
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
${replacing(makeAgreementObligationsSql)}
drop function core.hand_over_agreement_duties();
drop function core.front_of_keeper(bigint, date);
alter table core.agreement_obligation drop column taken_over_from_id;
drop function core.keeper_of(bigint, date);
drop function core.may_take_over(text, bigint, text);
`,
};

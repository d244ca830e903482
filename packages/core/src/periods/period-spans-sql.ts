/**
 * Of each period that follows a rule: which periods make up its year so far, which the same of the year before, and
 * until when it is the latest that has ended. Derived from `core.period` whenever that changes, because a report asks
 * for these of every figure it shows. Where the year before is kept by half, or the year itself, a period has no row
 * here: then it is worked out anew.
 */
const table = /* sql */ `
create table core.period_span (
  period_id bigint primary key,
  calendar_key text not null,
  starts_on date not null,
  ends_on date not null,
  -- The last day of the period after it, whether that is kept or not.
  followed_on date not null,
  so_far bigint[] not null,
  last_year bigint,
  last_so_far bigint[],
  -- All of these, and the last day of the earliest.
  parts bigint[] not null,
  reaches_back date not null
);
create index period_span_ended on core.period_span (calendar_key, ends_on);
comment on table core.period_span is 'Derived from core.period by a trigger: what a period is compared with and added up of.';
`;

const derive = /* sql */ `
create function core.derive_period_spans() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from moved where year is not null) then return null; end if;
  -- Two that change periods at once take turns: the second derives from what the first has left.
  perform pg_advisory_xact_lock(hashtext('core.period_span'));
  delete from core.period_span;
  insert into core.period_span
  select p.id, p.calendar_key, p.starts_on, p.ends_on, (p.ends_on + 1 + age(p.ends_on + 1, p.starts_on))::date - 1,
    now.ids, before.ids[p.position], before.ids, now.ids || coalesce(before.ids, '{}'), coalesce(before.first_end, now.first_end)
  from core.period p
  cross join lateral (
    select array_agg(part.id order by part.position) as ids, min(part.ends_on) as first_end from core.period part
    where part.calendar_key = p.calendar_key and part.year = p.year and part.position <= p.position
  ) now
  cross join lateral (
    select array_agg(part.id order by part.position) as ids, min(part.ends_on) as first_end from core.period part
    where part.calendar_key = p.calendar_key and part.year = p.year - 1 and part.position <= p.position
  ) before
  where p.year is not null and cardinality(now.ids) = p.position and coalesce(cardinality(before.ids), p.position) = p.position;
  return null;
end
$$;
create trigger spans_of_new after insert on core.period
  referencing new table as moved for each statement execute function core.derive_period_spans();
create trigger spans_of_changed after update on core.period
  referencing new table as moved for each statement execute function core.derive_period_spans();
create trigger spans_of_gone after delete on core.period
  referencing old table as moved for each statement execute function core.derive_period_spans();
-- For the periods that are there.
update core.period set key = key;
`;

export const periodSpansSql = table + derive;

export const periodSpansDown = /* sql */ `
drop trigger spans_of_gone on core.period;
drop trigger spans_of_changed on core.period;
drop trigger spans_of_new on core.period;
drop function core.derive_period_spans();
drop table core.period_span;
`;

/**
 * Who owes which report of the periods that end between two days. Repeating it changes nothing. A unit owes the report
 * if it is of the level of the form on the last day of the period, or was until it ended inside of it.
 *
 * - A deadline that has changed moves what is not yet due, not handed in and not waived; what is due stays as it was.
 * - What turns out not to be owed, because a unit had ended before, is taken away unless something was done about it.
 * - A unit that ends owes no report made of those below it: they report to who comes after.
 * - Where a program runs is not kept unit by unit, so the form of a program is owed by every unit of its level.
 */
export const generationSql = /* sql */ `
create or replace function core.generate_obligations(from_day date, to_day date, today date)
  returns table (added int, changed int, removed int)
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_advisory_xact_lock(hashtext('core.generate_obligations'));
  -- Two steps, analyzed: of a chain of queries PostgreSQL expects a row each, and loops where it should hash: minutes for a nation.
  create temporary table obligation_place on commit drop as
  with covered as materialized (
    select deadline.template_id, part.unit_id
      from core.report_deadline deadline
      join core.unit_reach whole on whole.unit_id = deadline.unit_id and whole.own
      join core.unit_reach part on part.own and part.path operator(public.<@) whole.path
    union
    select deadline.template_id, part.unit_id
      from core.report_deadline deadline join core.unit_reach part on part.own where deadline.unit_id is null
  ),
  standing as materialized (
    select covered.template_id, covered.unit_id,
        unnest(range_agg(daterange(version.valid_from, version.valid_to))) as during
      from covered
      join core.report_template template on template.id = covered.template_id
      join core.administrative_unit_version version on version.unit_id = covered.unit_id and version.superseded_at is null
       and version.kind = any (core.kinds_at_level(template.level))
     group by covered.template_id, covered.unit_id
  )
  select distinct on (template.id, standing.unit_id, period.id)
      template.id as template_id, template.program, standing.unit_id, period.id as period_id, period.ends_on,
      period.unit_id as only_under, least(period.ends_on, upper(standing.during) - 1) as last_day
    from standing
    join core.report_template template on template.id = standing.template_id
    join core.period period on period.calendar_key = template.calendar and period.ends_on between from_day and to_day
     and standing.during && daterange(period.starts_on, period.ends_on, '[]')
     and (template.summarizes_id is null or upper_inf(standing.during) or upper(standing.during) > period.ends_on)
   order by template.id, standing.unit_id, period.id, last_day desc;
  analyze obligation_place;

  create temporary table obligation_owed on commit drop as
  with ruled as materialized (
    select place.*, rule.id as deadline_id
      from obligation_place place
      join core.unit_reach reach on reach.unit_id = place.unit_id and reach.own
       and reach.valid_from <= place.last_day and (reach.valid_to is null or reach.valid_to > place.last_day)
       and (place.only_under is null or public.index(reach.path, place.only_under::text::public.ltree) >= 0)
      cross join lateral (
        select deadline.id from core.report_deadline deadline
         where deadline.template_id = place.template_id
           and deadline.valid_from <= place.last_day and (deadline.valid_to is null or deadline.valid_to > place.last_day)
           and (deadline.unit_id is null or public.index(reach.path, deadline.unit_id::text::public.ltree) >= 0)
         order by public.index(reach.path, deadline.unit_id::text::public.ltree) desc nulls last limit 1
      ) as rule
  ),
  -- Many units share a rule and a last day: the date is computed once for all.
  dated as materialized (
    select pair.deadline_id, pair.last_day, deadline.notice_days,
        greatest(core.deadline_day(deadline.rule, deadline.days, deadline.months, deadline.free_day, pair.last_day),
          deadline.set_on) as due_on
      from (select distinct ruled.deadline_id, ruled.last_day from ruled) as pair
      join core.report_deadline deadline on deadline.id = pair.deadline_id
  ),
  known as materialized (
    select dated.*, core.holidays_known(dated.last_day, dated.due_on) as holidays_known from dated
  )
  select ruled.template_id, ruled.unit_id, ruled.period_id, ruled.last_day as as_of,
      ruled.last_day < ruled.ends_on as closes_early, ruled.program, ruled.deadline_id, known.due_on, known.notice_days,
      known.holidays_known
    from ruled
    join known using (deadline_id, last_day);
  analyze obligation_owed;

  return query
  with dropped as (
    delete from core.obligation old
     using core.period period
     where period.id = old.period_id and period.ends_on between from_day and to_day
       and old.report_id is null
       and not exists (select from core.obligation_waiver waiver where waiver.obligation_id = old.id)
       and not exists (select from core.entry_extension longer where longer.obligation_id = old.id)
       and not exists (select from obligation_owed owed where owed.template_id = old.template_id and owed.unit_id = old.unit_id
         and owed.period_id = old.period_id)
    returning old.id
  ),
  moved as (
    update core.obligation old
       set as_of = owed.as_of, closes_early = owed.closes_early, deadline_id = owed.deadline_id, due_on = owed.due_on,
         notice_days = owed.notice_days, holidays_known = owed.holidays_known, version = old.version + 1
      from obligation_owed owed
     where owed.template_id = old.template_id and owed.unit_id = old.unit_id and owed.period_id = old.period_id
       and old.handed_in_on is null and old.waived_at is null
       and (old.as_of <> owed.as_of or old.due_on >= today)
       and (old.as_of, old.deadline_id, old.due_on, old.notice_days, old.holidays_known)
         is distinct from (owed.as_of, owed.deadline_id, owed.due_on, owed.notice_days, owed.holidays_known)
    returning old.id
  ),
  made as (
    insert into core.obligation (template_id, unit_id, period_id, as_of, closes_early, program, deadline_id, due_on,
        notice_days, holidays_known, report_id, handed_in_on, accepted, returned)
    select owed.template_id, owed.unit_id, owed.period_id, owed.as_of, owed.closes_early, owed.program, owed.deadline_id,
        owed.due_on, owed.notice_days, owed.holidays_known, report.id, report.first_submitted_on,
        coalesce(report.state = 'ACCEPTED', false), coalesce(report.state = 'RETURNED', false)
      from obligation_owed owed
      left join core.report report on report.template_id = owed.template_id and report.unit_id = owed.unit_id
       and report.period_id = owed.period_id
     order by owed.as_of, owed.unit_id
    on conflict (template_id, unit_id, period_id) do nothing
    returning obligation.id, obligation.report_id
  ),
  linked as (
    update core.report report set obligation_id = made.id from made where report.id = made.report_id returning report.id
  )
  select (select count(*) from made)::int, (select count(*) from moved)::int, (select count(*) from dropped)::int
    from (select count(*) from linked) as all_done;
  drop table obligation_place, obligation_owed;
end
$$;
`;

/**
 * Where units stand, cut so that a figure's way up the tree is one lookup: for each unit the days on which its kind
 * and everything above it stay the same (`core.unit_standing`), and for each unit how many of a kind lie below it
 * (`core.units_below`). Both are derived with `core.unit_reach` and written as differences.
 *
 * Days before the first known tree belong to that tree, as everywhere in core: rows that hold on its first day begin
 * at -infinity.
 */
const tables = /* sql */ `
create table core.unit_standing (
  unit_id bigint not null,
  kind text not null,
  above bigint[] not null,
  valid_from date not null,
  valid_to date
);
create index unit_standing_unit on core.unit_standing (unit_id);
comment on table core.unit_standing is 'Derived by core.rebuild_unit_reach(): kind and ancestors of a unit, the nearest last.';

create table core.units_below (
  unit_id bigint not null,
  kind text not null,
  units int not null,
  valid_from date not null,
  valid_to date
);
create index units_below_unit on core.units_below (unit_id, kind);
comment on table core.units_below is 'Derived by core.rebuild_unit_reach(): how many units of a kind lie below a unit, itself not counted.';

-- The days on which anything in the tree begins to be otherwise.
create table core.tree_change (day date primary key);

create table core.tree_state (
  single boolean primary key default true check (single),
  -- Goes up with every change of versions or lineage: what was computed for one version holds for no other.
  version bigint not null default 0,
  -- Versions have changed, and core.rebuild_unit_reach() has not been called yet: kept totals are not asked.
  stale boolean not null default false
);
insert into core.tree_state default values;
`;

const changes = /* sql */ `
create function core.mark_tree_changed() returns trigger
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  update core.tree_state set version = version + 1, stale = stale or tg_argv[0] = 'versions';
  return null;
end
$$;
create trigger tree_changed after insert or update or delete or truncate on core.administrative_unit_version
  for each statement execute function core.mark_tree_changed('versions');
create trigger lineage_changed after insert or update or delete or truncate on core.administrative_unit_lineage
  for each statement execute function core.mark_tree_changed('lineage');
`;

const derive = /* sql */ `
create function core.derive_unit_standing() returns void
  language plpgsql
  set search_path = pg_catalog, pg_temp
  set jit = off
as $$
declare
  begins date := core.tree_begins();
begin
  create temporary table fresh_unit_standing on commit drop as
  with piece as (
    select reach.unit_id, version.kind, reach.path,
      daterange(greatest(reach.valid_from, version.valid_from), least(reach.valid_to, version.valid_to)) * daterange(begins, null) as during
    from core.unit_reach reach
    join core.administrative_unit_version version on version.unit_id = reach.unit_id and version.superseded_at is null
      and version.valid_from < coalesce(reach.valid_to, 'infinity') and reach.valid_from < coalesce(version.valid_to, 'infinity')
    where reach.own and begins is not null
  ),
  -- A new name makes a new version, but nothing stands otherwise for it: adjoining days become one stretch.
  stretch as (
    select unit_id, kind, path, unnest(range_agg(during)) as during from piece group by unit_id, kind, path
  )
  select unit_id, kind, (string_to_array(path::text, '.')::bigint[])[1:public.nlevel(path) - 1] as above,
    case when lower(during) = begins then '-infinity'::date else lower(during) end as valid_from,
    upper(during) as valid_to
  from stretch;

  -- Of each unit the days on which it stands otherwise than before.
  create temporary table restanding on commit drop as
  with old as (
    select unit_id, kind, above, range_agg(daterange(valid_from, valid_to)) as during
    from core.unit_standing group by unit_id, kind, above
  ),
  fresh as (
    select unit_id, kind, above, range_agg(daterange(valid_from, valid_to)) as during
    from pg_temp.fresh_unit_standing group by unit_id, kind, above
  )
  select unit_id, unnest(
    (coalesce(old.during, '{}') - coalesce(fresh.during, '{}')) + (coalesce(fresh.during, '{}') - coalesce(old.during, '{}'))) as during
  from old full join fresh using (unit_id, kind, above)
  where old.during is distinct from fresh.during;

  delete from core.unit_standing old
   where not exists (
     select from pg_temp.fresh_unit_standing new
      where new.unit_id = old.unit_id and new.kind = old.kind and new.above = old.above and new.valid_from = old.valid_from
        and new.valid_to is not distinct from old.valid_to);
  insert into core.unit_standing
  select * from pg_temp.fresh_unit_standing
  except
  select * from core.unit_standing;

  if exists (select from pg_temp.restanding) then
    delete from core.units_below;
    insert into core.units_below (unit_id, kind, units, valid_from, valid_to)
    with step as (
      select above.unit_id, standing.kind, change.day, sum(change.units) as units
      from core.unit_standing standing
      cross join unnest(standing.above) as above (unit_id)
      cross join lateral (values (standing.valid_from, 1), (standing.valid_to, -1)) as change (day, units)
      where change.day is not null
      group by above.unit_id, standing.kind, change.day
      having sum(change.units) <> 0
    )
    select unit_id, kind, sum(units) over days, day, lead(day) over days
    from step
    window days as (partition by unit_id, kind order by day);

    delete from core.tree_change;
    insert into core.tree_change
    select valid_from from core.unit_standing where valid_from > '-infinity'
    union
    select valid_to from core.unit_standing where valid_to is not null;
    analyze core.unit_standing, core.units_below;
  end if;
  drop table pg_temp.fresh_unit_standing;
end
$$;
`;

/** The new way of deriving: the reach first, as before, then the standing, then the totals that stand on it. */
const rebuild = /* sql */ `
alter function core.rebuild_unit_reach() rename to derive_unit_reach;
create function core.rebuild_unit_reach() returns void
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  -- Figures that are on their way in are waited for, and come in after.
  perform pg_advisory_xact_lock(hashtext('core.kept_total'));
  perform core.derive_unit_reach();
  perform core.derive_unit_standing();
  perform core.rebuild_totals(moved.indicator_id, moved.year)
    from (
      select distinct figure.indicator_id, period.year
      from pg_temp.restanding moved
      join core.data_value figure on figure.unit_id = moved.unit_id and figure.superseded_at is null
      join core.indicator_rules() rule on rule.indicator_id = figure.indicator_id
      join core.period on period.id = figure.period_id
      join (
        select calendar_key, year, max(ends_on) as last_day from core.period where year is not null group by calendar_key, year
      ) whole on whole.calendar_key = period.calendar_key and whole.year = period.year
      -- A figure counts where its unit stands on its day; a latest one until its year is over, so that its unit
      -- may go, come or pass to another on a day on which nothing is reported.
      where figure.as_of <@ moved.during
        or rule.shows_latest and daterange(figure.as_of, whole.last_day, '[]') && moved.during
    ) moved;
  drop table pg_temp.restanding;
  update core.tree_state set stale = false where stale;
end
$$;
comment on function core.rebuild_unit_reach() is
  'Computes core.unit_reach, core.unit_standing and the totals that stand on them anew; to be called after any change of versions or lineage.';
`;

export const standingSql = tables + changes + derive + rebuild;

export const standingDown = /* sql */ `
drop function core.rebuild_unit_reach();
alter function core.derive_unit_reach() rename to rebuild_unit_reach;
drop function core.derive_unit_standing();
drop trigger tree_changed on core.administrative_unit_version;
drop trigger lineage_changed on core.administrative_unit_lineage;
drop function core.mark_tree_changed();
drop table core.tree_state, core.tree_change, core.units_below, core.unit_standing;
`;

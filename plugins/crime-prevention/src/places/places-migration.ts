import type { Migration } from '@phoihop/platform';

/**
 * Where a place belongs on a day, by which models and cases are counted for communes. Before, what lies before the lists
 * of units begin belonged nowhere, and was counted nowhere.
 */
export const placesMigration: Migration = {
  name: '0006_places',
  up: /* sql */ `
    -- The commune of a unit on a day: itself, or the one above a residential area. Before the lists begin, as they begin.
    create function crime_prevention.commune_of(the_unit bigint, the_day date) returns bigint
      language sql stable
      set search_path = pg_catalog, pg_temp
    as $$
      select case its.kind when 'RESIDENTIAL_AREA' then its.parent_id else its.unit_id end
        from core.administrative_unit_version its
       where its.unit_id = the_unit and its.superseded_at is null
       order by (its.valid_from <= the_day) desc, case when its.valid_from <= the_day then its.valid_from end desc, its.valid_from
       limit 1
    $$;
    -- A commune and its residential areas on a day.
    create function crime_prevention.units_of(the_commune bigint, the_day date) returns setof bigint
      language sql stable rows 20
      set search_path = pg_catalog, pg_temp
    as $$
      select the_commune
      union
      select its.unit_id from core.administrative_unit_version its
       where its.parent_id = the_commune and its.kind = 'RESIDENTIAL_AREA' and its.superseded_at is null
         and crime_prevention.commune_of(its.unit_id, the_day) = the_commune
    $$;
    create or replace function crime_prevention.persons_helped(the_unit bigint, the_day date)
      returns table (commune bigint, quarter text, persons integer)
      language sql stable security definer
      set search_path = pg_catalog, pg_temp
    as $$
      select here.commune, period.key,
             (select count(*)::integer from crime_prevention.rehabilitation_case its
               where its.unit_id in (select crime_prevention.units_of(here.commune, the_day))
                 and its.assigned_on <= the_day and (its.ended_on is null or its.ended_on > the_day))
        from (select crime_prevention.commune_of(the_unit, the_day) as commune) here
        join core.period on period.calendar_key = 'QUARTER' and the_day between period.starts_on and period.ends_on
    $$;
  `,
  down: /* sql */ `
    create or replace function crime_prevention.persons_helped(the_unit bigint, the_day date)
      returns table (commune bigint, quarter text, persons integer)
      language sql stable security definer
      set search_path = pg_catalog, pg_temp
    as $$
      with place as (
        select version.unit_id, case version.kind when 'RESIDENTIAL_AREA' then version.parent_id else version.unit_id end as commune
          from core.administrative_unit_version version
         where version.superseded_at is null and version.valid_from <= the_day and (version.valid_to is null or version.valid_to > the_day)
      )
      select here.commune, period.key,
             (select count(*)::integer from crime_prevention.rehabilitation_case its join place on place.unit_id = its.unit_id
               where place.commune = here.commune and its.assigned_on <= the_day and (its.ended_on is null or its.ended_on > the_day))
        from place here
        join core.period on period.calendar_key = 'QUARTER' and the_day between period.starts_on and period.ends_on
       where here.unit_id = the_unit
    $$;
    drop function crime_prevention.units_of(bigint, date);
    drop function crime_prevention.commune_of(bigint, date);
  `,
};

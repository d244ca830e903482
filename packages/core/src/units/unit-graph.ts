import type { Query } from './query.js';
import { UnitHistory, type LineageFact, type UnitVersionFact } from './unit-history.js';

/**
 * Fetches what is needed to answer about some units on the maps of some dates with `componentsOnMap`: the units and
 * what is below them on these dates (a unit that is not valid on one of them: on its own last or first day), all
 * lineage that is connected with any of these, and the units above. Three statements, however many units.
 *
 * With it come the lost units beside these (see on-map-lost.ts) and what their neighbours became. Only the units asked
 * for, and those below them, are known whole; about the others the history refuses to answer.
 */
export async function loadSubgraph(
  query: Query,
  unitIds: readonly number[],
  dates: readonly string[],
): Promise<UnitHistory> {
  const members = await query<{ unit_id: string; complete: boolean; lost: boolean }>(memberUnits, [
    unitIds,
    dates,
  ]);
  const ids = members.map((member) => member.unit_id);
  const versions = await query<UnitVersionFact>(versionsOfUnits, [ids]);
  const lineage = await query<LineageFact>(lineageOfUnits, [ids]);
  const those = (wanted: (member: (typeof members)[number]) => boolean): Set<number> =>
    new Set(members.filter(wanted).map((member) => Number(member.unit_id)));
  return new UnitHistory({
    versions: versions.map((version) => ({
      ...version,
      unit: Number(version.unit),
      parent: version.parent === null ? null : Number(version.parent),
    })),
    lineage: lineage.map((edge) => ({ ...edge, from: Number(edge.from), to: Number(edge.to) })),
    complete: those((member) => member.complete),
    lost: those((member) => member.lost),
  });
}

const memberUnits = /* sql */ `
with recursive
version as not materialized (
  select unit_id, parent_id, valid_from, coalesce(valid_to, 'infinity') as valid_to
    from core.administrative_unit_version
   where superseded_at is null
),
asked (unit_id, day) as (
  select life.unit_id,
         case when life.ends <= given.day then life.ends - 1 when given.day < life.begins then life.begins else given.day end
    from (select unit_id, min(valid_from) as begins, max(valid_to) as ends
            from version where unit_id = any($1::bigint[]) group by unit_id) life
    cross join unnest($2::date[]) as given (day)
),
below (unit_id, day) as (
  select unit_id, day from asked
  union
  select child.unit_id, below.day
    from below
    join version child on child.parent_id = below.unit_id
     and child.valid_from <= below.day and below.day < child.valid_to
),
kin (unit_id) as (
  select unit_id from below
  union
  select next.unit_id
    from kin
    cross join lateral (
      select to_id from core.administrative_unit_lineage where from_id = kin.unit_id
      union all
      select from_id from core.administrative_unit_lineage where to_id = kin.unit_id
    ) next (unit_id)
),
beside (unit_id) as (
  select distinct child.unit_id
    from version mine
    join version child on child.parent_id = mine.parent_id
   where mine.unit_id in (select unit_id from kin)
),
-- As UnitHistory.isLost: ended, with no successor, and nothing below it that has one or goes on.
lost (unit_id, parent_id, day) as (
  select last.unit_id, last.parent_id, last.valid_to - 1
    from beside
    join version last using (unit_id)
   where last.valid_to < 'infinity'
     and not exists (select from version later where later.unit_id = last.unit_id and later.valid_from >= last.valid_to)
     and not exists (
       with recursive held (unit_id, goes_on) as (
         select last.unit_id, false
         union
         select child.unit_id,
                not exists (
                  select from core.administrative_unit_version its
                   where its.unit_id = child.unit_id and its.superseded_at is null
                  having max(coalesce(its.valid_to, 'infinity')) = last.valid_to)
           from held
           join core.administrative_unit_version child
             on child.parent_id = held.unit_id and child.superseded_at is null and child.kind <> 'RESIDENTIAL_AREA'
            and child.valid_from < last.valid_to and coalesce(child.valid_to, 'infinity') >= last.valid_to)
       select from held
        where held.goes_on
           or exists (select from core.administrative_unit_lineage edge where edge.from_id = held.unit_id))
),
neighbour (unit_id) as (
  select distinct version.unit_id
    from lost
    join version on version.parent_id = lost.parent_id and version.valid_from <= lost.day and lost.day < version.valid_to
),
led (unit_id) as (
  select unit_id from neighbour
  union
  select edge.to_id from led join core.administrative_unit_lineage edge on edge.from_id = led.unit_id
),
above (unit_id, day) as (
  select unit_id, day from asked
  union
  select version.parent_id, above.day
    from above
    join version on version.unit_id = above.unit_id and version.valid_from <= above.day and above.day < version.valid_to
   where version.parent_id is not null
)
select unit_id::text,
       unit_id in (select unit_id from below) as complete,
       unit_id in (select unit_id from lost) as lost
  from (select unit_id from kin union select unit_id from led union select unit_id from above) member
 order by member.unit_id`;

const versionsOfUnits = /* sql */ `
select unit_id::text as unit, code, name, full_name as "fullName", kind, parent_id::text as parent,
       valid_from::text as "validFrom", valid_to::text as "validTo"
  from core.administrative_unit_version
 where unit_id = any($1::bigint[]) and superseded_at is null`;

const lineageOfUnits = /* sql */ `
select from_id::text as "from", to_id::text as "to", type, effective_on::text as "effectiveOn",
       population_share::text as "populationShare", area_share::text as "areaShare", note,
       legal_basis as "legalBasis"
  from core.administrative_unit_lineage
 where from_id = any($1::bigint[]) and to_id = any($1::bigint[])`;

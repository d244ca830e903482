import type { Query } from './query.js';
import { UnitHistory, type LineageFact, type UnitVersionFact } from './unit-history.js';

/**
 * The whole tree with its lineage, without residential areas: there are many of them, and nothing that is asked of a
 * commune or of what lies above it depends on them, unless lineage leads from one into something else.
 */
export async function loadWholeTree(query: Query): Promise<UnitHistory> {
  const [facts] = await query<{ versions: UnitVersionFact[]; lineage: LineageFact[] }>(wholeTree);
  return new UnitHistory(facts!);
}

const wholeTree = /* sql */ `
with version as materialized (
  select unit_id, code, name, full_name, kind, parent_id, valid_from, valid_to
  from core.administrative_unit_version where superseded_at is null
),
larger as materialized (select distinct unit_id from version where kind <> 'RESIDENTIAL_AREA'),
edge as materialized (
  select edge.*, source.unit_id is not null as from_larger, target.unit_id is not null as to_larger
  from core.administrative_unit_lineage edge
  left join larger source on source.unit_id = edge.from_id
  left join larger target on target.unit_id = edge.to_id
),
crossing as (select exists (select from edge where from_larger <> to_larger) as any)
select (
  select coalesce(json_agg(json_build_object('unit', unit_id, 'code', code, 'name', name, 'fullName', full_name, 'kind', kind,
    'parent', parent_id, 'validFrom', valid_from, 'validTo', valid_to)), '[]')
  from version where unit_id in (select unit_id from larger) or (select crossing.any from crossing)
) as versions, (
  select coalesce(json_agg(json_build_object('from', from_id, 'to', to_id, 'type', type, 'effectiveOn', effective_on,
    'populationShare', population_share::text, 'areaShare', area_share::text, 'note', note, 'legalBasis', legal_basis)), '[]')
  from edge where from_larger or (select crossing.any from crossing)
) as lineage`;

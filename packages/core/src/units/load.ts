import { createHash } from 'node:crypto';
import { loadWhereChanged } from '../loading/load-where-changed.js';
import { committedLists } from './committed-lists.js';
import { nationalHistory, type NationalHistory } from './national-history.js';
import type { Query } from './query.js';

export interface LoadReport {
  units: number;
  versions: number;
  lineage: number;
  seconds: number;
  /** The database already held just this; nothing was written. */
  alreadyLoaded: boolean;
}

/**
 * Loads the nation's units into the tables of `unitMigrations`, as their owner and inside one transaction.
 *
 * The load is a difference: it adds what is missing, supersedes versions that the lists no longer support (they stay,
 * with `superseded_at`), and leaves alone whatever did not come from the lists. So new lists can be loaded over old
 * ones, and ids, once given, stay. In an empty database the ids are those of the lists' order.
 */
export async function loadNationalUnits(query: Query, given?: NationalHistory): Promise<LoadReport> {
  const start = performance.now();
  const report = (counts: { units: number; versions: number; lineage: number }, alreadyLoaded: boolean) => ({
    ...counts,
    seconds: Math.round(performance.now() - start) / 1000,
    alreadyLoaded,
  });
  const { checksum: committed, ...committedCounts } = committedLists;
  let rows: ReturnType<typeof rowsOf> | undefined;
  const made = () => (rows ??= rowsOf(given ?? nationalHistory()));
  const done = await loadWhereChanged(
    { query },
    {
      key: 'national-units',
      checksum: (loaded) => (!given && loaded === committed ? committed : made().checksum),
      load: async () => {
        const { units, versions, lineage } = made();
        await query(addUnits, [units]);
        await query('analyze core.administrative_unit');
        await query(supersedeVersions, [versions]);
        await query(addVersions, [versions]);
        await query(removeLineage, [lineage]);
        await query(addLineage, [lineage]);
        await query('analyze core.administrative_unit_version, core.administrative_unit_lineage');
        await query('select core.rebuild_unit_reach()');
        return query('analyze core.unit_reach');
      },
    },
  );
  return report(rows?.counts ?? committedCounts, done === null);
}

/** The three tables as JSON texts, units named by their keys, and the checksum of them. */
export function rowsOf(history: NationalHistory): {
  units: string;
  versions: string;
  lineage: string;
  checksum: string;
  counts: { units: number; versions: number; lineage: number };
} {
  const keyOf = (unit: number | null): string | null => (unit === null ? null : history.units[unit - 1]!.key);
  const units = JSON.stringify(history.units.map((unit) => unit.key));
  const versions = JSON.stringify(
    history.versions.map((version) => ({
      unit: keyOf(version.unit),
      code: version.code,
      name: version.name,
      full_name: version.fullName,
      kind: version.kind,
      parent: keyOf(version.parent),
      valid_from: version.validFrom,
      valid_to: version.validTo,
      legal_basis: version.legalBasis,
    })),
  );
  const lineage = JSON.stringify(
    history.lineage.map((edge) => ({
      from: keyOf(edge.from),
      to: keyOf(edge.to),
      type: edge.type,
      effective_on: edge.effectiveOn,
      population_share: edge.populationShare,
      area_share: edge.areaShare,
      note: edge.note,
      legal_basis: edge.legalBasis,
    })),
  );
  return {
    units,
    versions,
    lineage,
    checksum: createHash('sha256').update(units).update(versions).update(lineage).digest('hex'),
    counts: {
      units: history.units.length,
      versions: history.versions.length,
      lineage: history.lineage.length,
    },
  };
}

const addUnits = /* sql */ `
insert into core.administrative_unit (reference_key)
select given.key
  from json_array_elements_text($1::json) with ordinality as given (key, position)
 where not exists (select from core.administrative_unit unit where unit.reference_key = given.key)
 order by given.position`;

const stagedVersions = /* sql */ `
staged as (
  select unit.id as unit_id, given.code, given.name, given.full_name, given.kind, parent.id as parent_id,
         given.valid_from, given.valid_to, given.legal_basis, given.position
    from rows from (json_to_recordset($1::json) as (unit text, code text, name text, full_name text, kind text,
           parent text, valid_from date, valid_to date, legal_basis text)) with ordinality
         as given (unit, code, name, full_name, kind, parent, valid_from, valid_to, legal_basis, position)
    join core.administrative_unit unit on unit.reference_key = given.unit
    left join core.administrative_unit parent on parent.reference_key = given.parent
)`;

const sameVersion = /* sql */ `
  version.unit_id = staged.unit_id and version.valid_from = staged.valid_from
  and (version.code, version.name, version.full_name, version.kind) = (staged.code, staged.name, staged.full_name, staged.kind)
  and (version.parent_id, version.valid_to, version.legal_basis)
      is not distinct from (staged.parent_id, staged.valid_to, staged.legal_basis)`;

const supersedeVersions = /* sql */ `
with ${stagedVersions}
update core.administrative_unit_version version
   set superseded_at = now()
 where version.reference and version.superseded_at is null
   and not exists (select from staged where ${sameVersion})`;

const addVersions = /* sql */ `
with ${stagedVersions}
insert into core.administrative_unit_version
  (unit_id, code, name, full_name, kind, parent_id, valid_from, valid_to, legal_basis, reference)
select unit_id, code, name, full_name, kind, parent_id, valid_from, valid_to, legal_basis, true
  from staged
 where not exists (
   select from core.administrative_unit_version version
    where version.reference and version.superseded_at is null and ${sameVersion})
 order by position`;

const stagedLineage = /* sql */ `
staged as (
  select origin.id as from_id, heir.id as to_id, given.type, given.effective_on, given.population_share,
         given.area_share, given.note, given.legal_basis, given.position
    from rows from (json_to_recordset($1::json) as ("from" text, "to" text, type text, effective_on date,
           population_share numeric, area_share numeric, note text, legal_basis text)) with ordinality
         as given (origin, heir, type, effective_on, population_share, area_share, note, legal_basis, position)
    join core.administrative_unit origin on origin.reference_key = given.origin
    join core.administrative_unit heir on heir.reference_key = given.heir
)`;

const sameEdge = /* sql */ `
  edge.from_id = staged.from_id and edge.to_id = staged.to_id and edge.type = staged.type
  and (edge.effective_on, edge.population_share, edge.area_share, edge.note, edge.legal_basis)
      is not distinct from (staged.effective_on, staged.population_share, staged.area_share, staged.note, staged.legal_basis)`;

const removeLineage = /* sql */ `
with ${stagedLineage}
delete from core.administrative_unit_lineage edge
 where edge.reference and not exists (select from staged where ${sameEdge})`;

const addLineage = /* sql */ `
with ${stagedLineage}
insert into core.administrative_unit_lineage
  (from_id, to_id, type, effective_on, population_share, area_share, note, legal_basis, reference)
select from_id, to_id, type, effective_on, population_share, area_share, note, legal_basis, true
  from staged
 where not exists (select from core.administrative_unit_lineage edge where edge.reference and ${sameEdge})
 order by position`;

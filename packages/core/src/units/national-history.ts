import { nationalExceptions, type NationalExceptions } from './national-exceptions.js';
import {
  readNationalFiles,
  type ConversionRow,
  type ListedUnit,
  type NationalFiles,
} from './national-files.js';
import { keptCommunes, keptProvinces, listOf2021 } from './national-identity.js';
import { communeEdges, provinceEdges, REFORM } from './national-lineage.js';
import type { LineageFact, UnitVersionFact } from './unit-history.js';
import { kindInList, UnitKind } from './unit-kind.js';

/**
 * The first day the 2021 list is taken to hold. The list is of 2021-11-01; it is carried back to cover the business
 * year 2021, whose program counts by it. Within that year only four wards of Huế merged, before the list.
 */
export const HISTORY_BEGINS = '2021-01-01';
/** The one day for which the conversion table vouches of the old units it names. */
const EVE_OF_REFORM = '2025-06-30';

const basis2021 = 'Danh mục hành chính của Tổng cục Thống kê, 01/11/2021';
const basis2025 = 'Quyết định 19/2025/QĐ-TTg';

export interface NationalUnit {
  /** Position in the deterministic order of the lists, from 1: the id it gets in an empty database. */
  readonly id: number;
  /** `code@first day`: names the unit for good, which a code alone does not. */
  readonly key: string;
}
export type NationalVersion = UnitVersionFact & { readonly legalBasis: string | null };

export interface NationalHistory {
  readonly units: readonly NationalUnit[];
  readonly versions: readonly NationalVersion[];
  readonly lineage: readonly LineageFact[];
  readonly exceptions: NationalExceptions;
}

/**
 * The nation's units through time, from the state lists. What is one unit and what is another is decided here and in
 * national-identity.ts; the reasons are in docs/decisions/0003-units-in-time.md:
 *
 * - a unit of 2021 is one unit until the reform, or until the eve of it where the conversion table no longer has it;
 * - it goes on after it only where the official remark says that nothing but its name or kind changed or, for a
 *   province, where all its communes stayed and none came;
 * - every other unit of 2025 is a new one, whatever its code, and lineage leads to it;
 * - a change of kind in 2026 is a new version of the same unit.
 */
export function nationalHistory(files: NationalFiles = readNationalFiles()): NationalHistory {
  const list = listOf2021(files);
  const register = new Register();
  const country = register.add('VN', HISTORY_BEGINS);
  const vietnam = {
    code: 'VN',
    name: 'Việt Nam',
    fullName: 'Việt Nam',
    kind: UnitKind.COUNTRY,
    parent: null,
  };
  register.hold(country, vietnam, { from: HISTORY_BEGINS, to: null, basis: null });

  const old = new Map<string, number>();
  const standing = new Set(files.conversions.map((row) => row.old_code));
  for (const row of files.units2021) {
    const unit = register.add(row.code, HISTORY_BEGINS);
    old.set(row.code, unit);
    const parent = row.parent_code === '' ? country : old.get(row.parent_code)!;
    // The table names every commune there was on the eve: one that it does not name was gone by then.
    const to = row.level === '3' && !standing.has(row.code) ? EVE_OF_REFORM : REFORM;
    register.hold(unit, listed(row, parent), { from: HISTORY_BEGINS, to, basis: basis2021 });
  }

  const kept = new Set([...keptProvinces(files, list), ...keptCommunes(files, list)]);
  const current = new Map<string, number>();
  for (const row of files.units2025) {
    const unit = kept.has(row.code) ? old.get(row.code)! : register.add(row.code, REFORM);
    current.set(row.code, unit);
    const parent = row.parent_code === '' ? country : current.get(row.parent_code)!;
    register.hold(unit, listed(row, parent), { from: REFORM, to: null, basis: basis2025 });
  }
  for (const row of files.amendments) {
    const kind = kindInList(row.new_kind);
    const changed = { kind: kind.kind, fullName: `${kind.word} ${row.name}` };
    register.change(current.get(row.code)!, changed, row.effective_date, row.resolution);
  }

  for (const row of files.conversions) {
    if (row.old_code === '' || old.has(row.old_code)) continue;
    const unit = register.add(row.old_code, EVE_OF_REFORM);
    old.set(row.old_code, unit);
    const facts = namedInTable(row, old.get(row.old_district_code)!);
    register.hold(unit, facts, { from: EVE_OF_REFORM, to: REFORM, basis: basis2025 });
  }
  const lineage = [...provinceEdges(files, list), ...communeEdges(files, list)]
    .filter((edge) => !(edge.from === edge.to && kept.has(edge.to)))
    .map((edge) => ({
      ...edge,
      from: old.get(edge.from)!,
      to: current.get(edge.to)!,
      legalBasis: basis2025,
    }));
  return {
    units: register.units,
    versions: register.versions,
    lineage,
    exceptions: nationalExceptions(files, list),
  };
}

type VersionContent = Omit<UnitVersionFact, 'unit' | 'validFrom' | 'validTo'>;

const listed = (row: ListedUnit, parent: number): VersionContent => ({
  code: row.code,
  name: row.name,
  fullName: row.full_name,
  kind: kindInList(row.kind).kind,
  parent,
});

/** An old unit that only the conversion table knows: it writes the kind in the name. */
function namedInTable(row: ConversionRow, parent: number): VersionContent {
  const match = /^(Xã|Phường|Thị trấn) (.+)$/.exec(row.old_name);
  if (!match) throw new Error(`"${row.old_name}" (${row.old_code}) does not begin with a kind of commune.`);
  const [, word, name] = match;
  const kind = word === 'Xã' ? UnitKind.COMMUNE : word === 'Phường' ? UnitKind.WARD : UnitKind.TOWN;
  return { code: row.old_code, name: name!, fullName: row.old_name, kind, parent };
}

/** Units and versions as they come about, in order. */
class Register {
  readonly units: NationalUnit[] = [];
  readonly versions: NationalVersion[] = [];
  readonly #last = new Map<number, number>();

  add(code: string, from: string): number {
    const id = this.units.length + 1;
    this.units.push({ id, key: `${code}@${from}` });
    return id;
  }

  /** Adds a version, or prolongs the last one where nothing differs. */
  hold(
    unit: number,
    content: VersionContent,
    validity: { from: string; to: string | null; basis: string | null },
  ): void {
    const index = this.#last.get(unit);
    const last = index === undefined ? undefined : this.versions[index]!;
    const same =
      last && (Object.keys(content) as (keyof VersionContent)[]).every((key) => last[key] === content[key]);
    if (same && last.validTo === validity.from) {
      this.versions[index!] = { ...last, validTo: validity.to };
      return;
    }
    this.#last.set(unit, this.versions.length);
    this.versions.push({
      unit,
      ...content,
      validFrom: validity.from,
      validTo: validity.to,
      legalBasis: validity.basis,
    });
  }

  /** Ends what holds on a day, and goes on with something changed. */
  change(unit: number, changed: Partial<VersionContent>, on: string, basis: string): void {
    const index = this.#last.get(unit)!;
    const last = this.versions[index]!;
    this.versions[index] = { ...last, validTo: on };
    this.#last.set(unit, this.versions.length);
    this.versions.push({ ...last, ...changed, validFrom: on, validTo: null, legalBasis: basis });
  }
}

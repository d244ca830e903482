import type { ConversionRow, ListedUnit, NationalFiles } from './national-files.js';
import { searchKey } from './search-key.js';

/** The 2021 list by code; within one list a code does name one unit. */
export type ListOf2021 = ReadonlyMap<string, ListedUnit>;

export const listOf2021 = (files: NationalFiles): ListOf2021 =>
  new Map(files.units2021.map((row) => [row.code, row]));

/**
 * Whether the old unit of a conversion row, which is as of 2025-06-30, is still what the 2021 list says: same code,
 * same kind and name but for spelling. If not, something happened in between that no source dates: a new name, or
 * a merger under the code of one of the merged.
 */
export function isAsListed(row: ConversionRow, list: ListOf2021): boolean {
  const listed = list.get(row.old_code);
  if (!listed) return false;
  return listed.full_name === row.old_name || searchKey(listed.full_name) === searchKey(row.old_name);
}

/** Remarks that say that a commune passed through the reform as itself. */
const remarksOfIdentity: ReadonlySet<string> = new Set(['Giữ nguyên', 'Đổi tên', 'Đổi loại hình']);

/**
 * Codes of the communes that are one unit before and after the reform: sole origin, sole successor, a remark that
 * says so, and nothing undated before it. The official remark decides, not the table's `mapping_type`, which calls
 * a commune changed when only its province was merged.
 */
export function keptCommunes(files: NationalFiles, list: ListOf2021): ReadonlySet<string> {
  const origins = Map.groupBy(files.conversions, (row) => row.new_code);
  const successors = Map.groupBy(files.conversions, (row) => row.old_code);
  const kept = files.conversions.filter(
    (row) =>
      remarksOfIdentity.has(row.note) &&
      row.old_code === row.new_code &&
      origins.get(row.new_code)!.length === 1 &&
      successors.get(row.old_code)!.length === 1 &&
      isAsListed(row, list),
  );
  return new Set(kept.map((row) => row.new_code));
}

/**
 * The old province of a conversion row: the one above its district in the 2021 list. The table's own column puts two
 * communes into a neighbouring province, which would make whole mergers of provinces look partial.
 */
export const provinceOf = (row: ConversionRow, list: ListOf2021): string =>
  list.get(list.get(row.old_code)?.parent_code ?? row.old_district_code)!.parent_code;

/** Old province → the new ones that its communes went to. */
export function provinceSuccessors(
  files: NationalFiles,
  list: ListOf2021,
): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = Map.groupBy(files.conversions, (row) => provinceOf(row, list));
  return new Map([...rows].map(([code, its]) => [code, new Set(its.map((row) => row.new_province_code))]));
}

/** Codes of the provinces that go on: the code stays, all their communes stay, and none comes from elsewhere. */
export function keptProvinces(files: NationalFiles, list: ListOf2021): ReadonlySet<string> {
  const successors = [...provinceSuccessors(files, list)];
  const stays = (code: string): boolean =>
    successors.every(([from, to]) => (from === code ? to.size === 1 && to.has(code) : !to.has(code)));
  return new Set(successors.map(([code]) => code).filter(stays));
}

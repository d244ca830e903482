import type { NationalFiles } from './national-files.js';
import { isAsListed, keptProvinces, provinceOf, type ListOf2021 } from './national-identity.js';
import { isLandWithoutUnit, mergedWholeTwice } from './national-lineage.js';

/** Where the state lists do not tell the whole story, case by case. Committed as data/units/exceptions.json. */
export interface NationalExceptions {
  /** Units of 2021 that were gone by 2025-06-30; no source tells when or into what. They end on that day. */
  readonly goneBeforeReform: readonly { code: string; name: string; district: string }[];
  /** Units that only the conversion table names. They are known for one day, 2025-06-30; their edges are undated. */
  readonly appearedBeforeReform: readonly { code: string; name: string; district: string }[];
  /** Communes that carried another name or kind on 2025-06-30 than in 2021; no source dates it. Their edges are undated. */
  readonly changedBeforeReform: readonly { code: string; in2021: string; on20250630: string }[];
  /** Communes that stood under another district on 2025-06-30 than in 2021; the unit and its edge are not in doubt. */
  readonly movedBeforeReform: readonly { code: string; name: string; from: string; to: string }[];
  /** Districts of 2021 that the conversion table no longer names though they had communes. */
  readonly districtsGoneBeforeReform: readonly { code: string; name: string }[];
  /** Land under no commune: its row leads from no unit and makes no edge. */
  readonly landWithoutUnit: readonly { district: string; into: string }[];
  /** Communes merged whole into more than one unit, which cannot be: their edges are taken as partial. */
  readonly wholeMergedTwice: readonly { code: string; name: string; into: readonly string[] }[];
  /** Communes of which a part is merged and no row tells where the rest went. */
  readonly partWithoutRest: readonly { code: string; name: string; into: string }[];
  /** Rows whose column of the old province contradicts the district: the district is believed. */
  readonly provinceMistaken: readonly { code: string; name: string; written: string; taken: string }[];
  /** Provinces that go on but under another name or kind, dated to the reform because no list tells the day. */
  readonly provincesChanged: readonly { code: string; in2021: string; in2025: string }[];
  /** Wards that merged within 2021, before the list: not in it, hence not in the history. */
  readonly mergedBeforeThe2021List: readonly string[];
}

export function nationalExceptions(files: NationalFiles, list: ListOf2021): NationalExceptions {
  const communes = files.units2021.filter((row) => row.level === '3');
  const rows = [
    ...new Map(
      files.conversions.filter((row) => row.old_code !== '').map((row) => [row.old_code, row]),
    ).values(),
  ];
  const successors = Map.groupBy(files.conversions, (row) => row.old_code);
  const named = new Set(rows.map((row) => row.old_code));
  const districts = new Set(files.conversions.map((row) => row.old_district_code));
  const nameless = files.conversions.filter(isLandWithoutUnit);
  const nameIn2025 = new Map(files.units2025.map((row) => [row.code, row.full_name]));
  const provinces = keptProvinces(files, list);
  const twice = mergedWholeTwice(files);

  return {
    goneBeforeReform: communes
      .filter((row) => !named.has(row.code))
      .map((row) => ({ code: row.code, name: row.full_name, district: row.parent_code })),
    appearedBeforeReform: rows
      .filter((row) => !list.has(row.old_code))
      .map((row) => ({ code: row.old_code, name: row.old_name, district: row.old_district_code })),
    changedBeforeReform: rows
      .filter((row) => list.has(row.old_code) && !isAsListed(row, list))
      .map((row) => ({
        code: row.old_code,
        in2021: list.get(row.old_code)!.full_name,
        on20250630: row.old_name,
      })),
    movedBeforeReform: rows
      .filter(
        (row) => list.has(row.old_code) && list.get(row.old_code)!.parent_code !== row.old_district_code,
      )
      .map((row) => ({
        code: row.old_code,
        name: row.old_name,
        from: list.get(row.old_code)!.parent_code,
        to: row.old_district_code,
      })),
    districtsGoneBeforeReform: files.units2021
      .filter((row) => row.level === '2' && !districts.has(row.code))
      .map((row) => ({ code: row.code, name: row.full_name })),
    landWithoutUnit: nameless.map((row) => ({ district: row.old_district_code, into: row.new_code })),
    wholeMergedTwice: rows
      .filter((row) => twice.has(row.old_code))
      .map((row) => ({
        code: row.old_code,
        name: row.old_name,
        into: successors.get(row.old_code)!.map((other) => other.new_code),
      })),
    partWithoutRest: rows
      .filter((row) => successors.get(row.old_code)!.length === 1 && /một phần/.test(row.note))
      .map((row) => ({ code: row.old_code, name: row.old_name, into: row.new_code })),
    provinceMistaken: rows
      .filter((row) => provinceOf(row, list) !== row.old_province_code)
      .map((row) => ({
        code: row.old_code,
        name: row.old_name,
        written: row.old_province_code,
        taken: provinceOf(row, list),
      })),
    provincesChanged: files.units2021
      .filter((row) => provinces.has(row.code) && row.full_name !== nameIn2025.get(row.code))
      .map((row) => ({ code: row.code, in2021: row.full_name, in2025: nameIn2025.get(row.code)! })),
    mergedBeforeThe2021List: ['19744', '19747', '19765', '19771'],
  };
}

/**
 * The committed text of the exceptions: how many of each, then one case a line, so that a change of the lists shows
 * as a change of lines. Laid out as Prettier would.
 */
export function exceptionsText(exceptions: NationalExceptions): string {
  const about =
    'Where the state lists do not tell the whole story. Generated from the CSV files by national-exceptions.ts in packages/core/src/units, which says what each list means; do not edit.';
  const lists = Object.entries(exceptions) as [string, readonly unknown[]][];
  const counts = lists.map(([name, cases]) => `    ${JSON.stringify(name)}: ${cases.length}`);
  const sections = [
    `  "about": ${JSON.stringify(about)}`,
    `  "counts": {\n${counts.join(',\n')}\n  }`,
    ...lists.map(([name, cases]) => `  ${JSON.stringify(name)}: ${listText(cases.map(caseText))}`),
  ];
  return `{\n${sections.join(',\n')}\n}\n`;
}

const listText = (cases: readonly string[]): string =>
  cases.length === 1 || cases.every((one) => !one.startsWith('{'))
    ? `[${cases.join(', ')}]`
    : `[\n${cases.map((one) => `    ${one}`).join(',\n')}\n  ]`;

const caseText = (one: unknown): string =>
  typeof one === 'object' && one !== null
    ? `{ ${Object.entries(one)
        .map(
          ([key, value]) =>
            `${JSON.stringify(key)}: ${Array.isArray(value) ? listText(value.map(caseText)) : JSON.stringify(value)}`,
        )
        .join(', ')} }`
    : JSON.stringify(one);

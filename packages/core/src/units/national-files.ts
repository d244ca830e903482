import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A row of a list of units. Codes are text: leading zeros count. */
export interface ListedUnit {
  code: string;
  level: '1' | '2' | '3';
  name: string;
  full_name: string;
  kind: string;
  parent_code: string;
}

/** A row of the official table of what old communes became on 2025-07-01. */
export interface ConversionRow {
  old_code: string;
  old_name: string;
  new_code: string;
  new_name: string;
  new_province_code: string;
  old_district_code: string;
  old_province_code: string;
  mapping_type: 'merged' | 'province_changed' | 'ambiguous' | 'split_population' | 'unchanged' | 'renamed';
  note: string;
}

/** A change of kind after 2025-07-01. */
export interface AmendmentRow {
  code: string;
  name: string;
  old_kind: string;
  new_kind: string;
  effective_date: string;
  resolution: string;
}

export interface NationalFiles {
  units2021: ListedUnit[];
  units2025: ListedUnit[];
  conversions: ConversionRow[];
  amendments: AmendmentRow[];
}

/** The folder of the state lists, the same distance away from the sources and from what is built of them. */
export const nationalFolder = new URL('../../data/units/', import.meta.url);

/** Reads the committed lists; see their README for sources, licences and caveats. */
export function readNationalFiles(folder: URL = nationalFolder): NationalFiles {
  const read = <Row>(file: string): Row[] =>
    parse(readFileSync(new URL(file, folder), 'utf8').normalize('NFC'), {
      columns: true,
      skip_empty_lines: true,
    });
  return {
    units2021: read('vn-admin-units-2021.csv'),
    units2025: read('vn-admin-units-2025.csv'),
    conversions: read('vn-commune-mergers-2025.csv'),
    amendments: read('vn-admin-amendments-2026.csv'),
  };
}

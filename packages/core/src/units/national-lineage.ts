import { isWhole, LineageType } from './lineage-type.js';
import type { ConversionRow, NationalFiles } from './national-files.js';
import { isAsListed, provinceSuccessors, type ListOf2021 } from './national-identity.js';
import type { LineageFact } from './unit-history.js';

/** An edge of the reform between codes: of the old lists on the left, of the 2025 list on the right. */
export type CodedEdge = Omit<LineageFact, 'from' | 'to' | 'legalBasis'> & {
  readonly from: string;
  readonly to: string;
};

/** What the official remarks of the conversion table say. The first that fits counts. */
const remarks: readonly { says: RegExp; type: LineageType; populationShare?: '1'; areaShare?: '1' }[] = [
  { says: /^Giữ nguyên$/, type: LineageType.UNCHANGED },
  { says: /^Đổi tên$/, type: LineageType.RENAMED },
  { says: /^(Đổi loại hình|Sắp xếp toàn bộ .* thành đặc khu .*)$/, type: LineageType.KIND_CHANGE },
  { says: /^Nhập toàn bộ$/, type: LineageType.WHOLE_MERGE },
  { says: /toàn bộ dân số$/, type: LineageType.POPULATION_ONLY, populationShare: '1' },
  { says: /toàn bộ diện tích$/, type: LineageType.PARTIAL, areaShare: '1' },
  { says: /một phần|Phần còn lại/, type: LineageType.PARTIAL },
];

function readRemark(row: ConversionRow): (typeof remarks)[number] {
  const found = remarks.find(({ says }) => says.test(row.note));
  if (!found) throw new Error(`The remark "${row.note}" of ${row.old_code} → ${row.new_code} is not known.`);
  return found;
}

/** Rows that name land under no unit: there is nothing that they lead from. */
export const isLandWithoutUnit = (row: ConversionRow): boolean =>
  row.old_code === '' && !row.note.startsWith('Sắp xếp toàn bộ huyện');

/** Codes of old communes that the table lets go whole into more than one new unit, which cannot be. */
export function mergedWholeTwice(files: NationalFiles): ReadonlySet<string> {
  const whole = files.conversions.filter((row) => row.old_code !== '' && isWhole(readRemark(row).type));
  return new Set(
    [...Map.groupBy(whole, (row) => row.old_code)]
      .filter(([, rows]) => rows.length > 1)
      .map(([code]) => code),
  );
}

/** Lineage of communes, and of the island districts without communes, which became special zones. */
export function communeEdges(files: NationalFiles, list: ListOf2021): CodedEdge[] {
  const twice = mergedWholeTwice(files);
  const bySource = Map.groupBy(files.conversions, (row) => row.old_code);
  return files.conversions
    .filter((row) => !isLandWithoutUnit(row))
    .map((row) => {
      const remark = readRemark(row);
      const besides =
        row.old_code === ''
          ? []
          : bySource
              .get(row.old_code)!
              .filter((other) => other !== row)
              .map(readRemark);
      const dated = row.old_code === '' || isAsListed(row, list);
      return {
        from: row.old_code === '' ? row.old_district_code : row.old_code,
        to: row.new_code,
        type: twice.has(row.old_code) ? LineageType.PARTIAL : remark.type,
        effectiveOn: dated ? REFORM : null,
        // What went whole into one unit cannot have gone into another: this much the remarks do say.
        populationShare:
          remark.populationShare ?? (besides.some((other) => other.populationShare) ? '0' : null),
        areaShare: remark.areaShare ?? (besides.some((other) => other.areaShare) ? '0' : null),
        note: dated ? row.note : undatedNote(row, list),
      };
    });
}

function undatedNote(row: ConversionRow, list: ListOf2021): string {
  const before = list.get(row.old_code);
  const change = before
    ? `thay đổi từ ${before.full_name} (01/11/2021) không rõ ngày`
    : 'chưa có trong danh mục 01/11/2021';
  return `${row.note}; đến 30/6/2025 là ${row.old_name}, ${change}`;
}

/** Lineage of provinces, derived from where their communes went. */
export function provinceEdges(files: NationalFiles, list: ListOf2021): CodedEdge[] {
  return [...provinceSuccessors(files, list)]
    .flatMap(([from, successors]) =>
      [...successors].map((to) => ({
        from,
        to,
        type: successors.size === 1 ? LineageType.WHOLE_MERGE : LineageType.PARTIAL,
        effectiveOn: REFORM,
        populationShare: null,
        areaShare: null,
        note: null,
      })),
    )
    .sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
}

/** The reform: districts end, communes are merged, 63 provinces become 34. */
export const REFORM = '2025-07-01';

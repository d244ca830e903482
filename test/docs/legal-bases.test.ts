/** Reference data is not in force before the law that its own row names. */
import { globSync } from 'node:fs';
import { read, root } from './pages.js';

interface Row {
  readonly validFrom: string;
  readonly legalBasis: string;
  readonly note?: string | null;
}

const rowsIn = (value: unknown): Row[] => {
  if (value === null || typeof value !== 'object') return [];
  const row = value as Partial<Row>;
  const own = typeof row.validFrom === 'string' && typeof row.legalBasis === 'string' ? [row as Row] : [];
  return [...own, ...Object.values(value).flatMap(rowsIn)];
};

/**
 * When what a row rests on begins, as its words say: of each document named the day, or else the year; what amended or
 * replaced it came later. A program of the source is of 2021.
 */
function beginnings(basis: string): string[] {
  return basis.split('; ').flatMap((part) => {
    const [first = ''] = part.split(/,? ?\(?(?:sửa đổi|thay bằng|thay |thay thế)/);
    if (/\(PRG-\d+\)/.test(first)) return ['2021'];
    const day = /ngày (\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(first);
    if (day) return [`${day[3]}-${day[2]!.padStart(2, '0')}-${day[1]!.padStart(2, '0')}`];
    return /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(first)?.slice(0, 1) ?? [];
  });
}

/** Whether a day lies before another, or before the year of which only that is known. */
const before = (day: string, beginning: string): boolean => day.slice(0, beginning.length) < beginning;

test('the words of a legal basis are read', () => {
  expect(
    beginnings('Luật Đặc xá 2007, thay bằng Luật Đặc xá 2018; Nghị quyết 42/NQ-CP ngày 09/4/2020'),
  ).toEqual(['2007', '2020-04-09']);
  expect(beginnings('Luật số 06/2022/QH15, hiệu lực 01/01/2024; đăng ký mô hình của xã')).toEqual(['2022']);
  expect(before('2020-04-08', '2020-04-09')).toBe(true);
  expect(before('2020-01-01', '2020')).toBe(false);
});

test('no row of reference data is in force before the law that it names, or its note says why', () => {
  const files = globSync('{packages,plugins}/*/data/**/*.json', { cwd: root });
  const rows = files.flatMap((file) => rowsIn(JSON.parse(read(file))).map((row) => ({ file, row })));
  expect(rows.length).toBeGreaterThan(90);
  const early = rows.filter(
    ({ row: { validFrom, legalBasis, note } }) =>
      beginnings(legalBasis).some((beginning) => before(validFrom, beginning)) && !note?.includes('sớm hơn'),
  );
  expect(early.map(({ file, row }) => `${file}: ${row.validFrom}, ${row.legalBasis}`)).toEqual([]);
});

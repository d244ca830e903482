import { readFileSync, writeFileSync } from 'node:fs';
import { exceptionsText } from './national-exceptions.js';
import { nationalFolder, readNationalFiles } from './national-files.js';
import { nationalHistory, type NationalVersion } from './national-history.js';
import { isWhole, LineageType } from './lineage-type.js';
import { UnitHistory } from './unit-history.js';
import { unitViolations } from './unit-invariants.js';
import { UnitKind } from './unit-kind.js';

const files = readNationalFiles();
const national = nationalHistory(files);
const history = new UnitHistory(national);

const byCode = Map.groupBy(national.versions, (version) => version.code);

/** What a code named on a day. */
function versionOf(code: string, day: string): NationalVersion {
  const found = byCode.get(code)?.find((version) => history.on(version.unit, day) === version);
  if (!found) throw new Error(`No unit carries ${code} on ${day}.`);
  return found;
}
const unitOf = (code: string, day: string): number => versionOf(code, day).unit;
const names = (units: Iterable<number>, day: string): string[] =>
  [...units].map((unit) => history.on(unit, day)!.fullName).sort();
const sources = (code: string): string[] =>
  names(
    history.into(unitOf(code, '2025-07-01')).map((edge) => edge.from),
    '2025-06-30',
  );

describe('the whole nation', () => {
  test('keeps every invariant of a history of units', () => {
    expect(unitViolations(history)).toEqual([]);
  });

  test('holds the units of the lists, no more and no fewer, on the days of the lists', () => {
    const present = (day: string): number =>
      history.units().filter((unit) => history.exists(unit, day)).length;
    expect(present('2021-11-01')).toBe(files.units2021.length + 1);
    const inTable = new Set(files.conversions.map((row) => row.old_code).filter((code) => code !== ''));
    expect(present('2025-06-30')).toBe(1 + 63 + 705 + inTable.size);
    expect(present('2025-07-01')).toBe(files.units2025.length + 1);
    expect(present('2026-12-31')).toBe(files.units2025.length + 1);
  });

  test('says of each day what the list of that day says', () => {
    for (const [rows, day] of [
      [files.units2021, '2021-11-01'],
      [files.units2025, '2025-07-01'],
    ] as const) {
      const said = rows.map((row) => {
        const version = versionOf(row.code, day);
        const parent = history.on(version.parent!, day)!;
        return {
          ...row,
          name: version.name,
          full_name: version.fullName,
          parent_code: parent.code.replace('VN', ''),
        };
      });
      expect(said).toEqual(rows);
    }
  });

  test('accounts for every row of the conversion table: an edge, a unit that goes on, or land under no unit', () => {
    const communes = national.lineage.filter((edge) => edge.note !== null).length;
    const goingOn = national.units.filter(
      ({ id }) => history.versionsOf(id).length > 1 && /^\d{5}@2021/.test(national.units[id - 1]!.key),
    ).length;
    expect(goingOn).toBe(126);
    expect(communes + goingOn + national.exceptions.landWithoutUnit.length).toBe(files.conversions.length);
  });

  test('leaves no unit of 2021 without a successor but those the exceptions name, and districts', () => {
    const gone = new Set(national.exceptions.goneBeforeReform.map(({ code }) => code));
    const ended = history.units().filter((unit) => history.endOf(unit) !== null);
    for (const unit of ended.filter((one) => history.outOf(one).length === 0)) {
      const { code } = history.versionsOf(unit)[0]!;
      expect(code.length === 3 || gone.has(code)).toBe(true);
    }
    const lost = history.units().filter((unit) => history.isLost(unit));
    expect(lost.map((unit) => history.versionsOf(unit)[0]!.code).sort()).toEqual([...gone].sort());
  });

  test('dates every edge but those that lead from a unit with an undated change', () => {
    const { changedBeforeReform, appearedBeforeReform } = national.exceptions;
    const undated = new Set(
      national.lineage.filter((edge) => edge.effectiveOn === null).map((edge) => edge.from),
    );
    expect(undated.size).toBe(changedBeforeReform.length + appearedBeforeReform.length);
  });

  test('never divides a unit and merges it whole at once', () => {
    const bySource = Map.groupBy(national.lineage, (edge) => edge.from);
    const both = [...bySource.values()].filter(
      (edges) => edges.length > 1 && edges.some((edge) => isWhole(edge.type)),
    );
    expect(both).toEqual([]);
  });

  test('keeps a unit whose remark says so, whatever the code; a code alone keeps none', () => {
    const communes = files.units2025.filter((row) => row.level === '3').map((row) => row.code);
    const onEve = new Set(
      national.versions.filter((one) => history.exists(one.unit, '2025-06-30')).map((one) => one.code),
    );
    const sameCode = communes.filter((code) => onEve.has(code));
    const sameUnit = sameCode.filter((code) => unitOf(code, '2025-06-30') === unitOf(code, '2025-07-01'));
    expect([sameCode.length, sameUnit.length]).toEqual([3316, 126]);
  });
});

describe('provinces', () => {
  test('go on where nothing was added or taken, and are new where they were merged', () => {
    const kept = files.units2025
      .filter((row) => row.level === '1' && unitOf(row.code, '2021-11-01') === unitOf(row.code, '2025-07-01'))
      .map((row) => row.code);
    expect(kept).toEqual(['01', '04', '11', '12', '14', '20', '22', '38', '40', '42', '46']);
    expect(sources('75')).toEqual(['Tỉnh Bình Phước', 'Tỉnh Đồng Nai']);
  });

  test('merge whole: the two rows that put a commune into a neighbouring province are mistaken', () => {
    const between = national.lineage.filter((edge) => history.on(edge.from, '2021-11-01')?.code.length === 2);
    expect(between).toHaveLength(52);
    expect(new Set(between.map((edge) => edge.type))).toEqual(new Set([LineageType.WHOLE_MERGE]));
    expect(national.exceptions.provinceMistaken).toHaveLength(2);
  });
});

describe('the former district of Trảng Bom', () => {
  test('has 17 units in 2021 and ends with the reform', () => {
    const district = unitOf('737', '2021-10-15');
    const codes = history
      .childrenOn(district, '2021-10-15')
      .map((unit) => history.on(unit, '2021-10-15')!.code);
    expect(codes).toEqual(Array.from({ length: 17 }, (_, index) => String(26248 + 3 * index)));
    expect(history.endOf(district)).toBe('2025-07-01');
  });

  test.each([
    ['26248', ['Thị trấn Trảng Bom', 'Xã Giang Điền', 'Xã Quảng Tiến', 'Xã Sông Trầu']],
    ['26254', ['Xã Bàu Hàm', 'Xã Cây Gáo', 'Xã Sông Thao', 'Xã Thanh Bình']],
    ['26278', ['Xã Bình Minh', 'Xã Bắc Sơn']],
    ['26281', ['Xã Hưng Thịnh', 'Xã Trung Hoà', 'Xã Tây Hoà', 'Xã Đông Hoà']],
    ['26296', ['Xã An Viễn', 'Xã Đồi 61']],
    ['26005', ['Phường Tân Hòa', 'Xã Hố Nai 3']],
  ])('%s was made of %j', (code, expected) => {
    expect(sources(code)).toEqual(expected);
  });

  test('code 26254 is Cây Gáo in 2021 and Bàu Hàm in 2025, two units', () => {
    expect(versionOf('26254', '2021-10-15').fullName).toBe('Xã Cây Gáo');
    expect(versionOf('26254', '2025-07-01').fullName).toBe('Xã Bàu Hàm');
    expect(unitOf('26254', '2021-10-15')).not.toBe(unitOf('26254', '2025-07-01'));
    expect(versionOf('26257', '2021-10-15').fullName).toBe('Xã Bàu Hàm');
  });

  test('xã Trảng Bom becomes a phường on 2026-04-30, the same unit under the same code', () => {
    const before = versionOf('26248', '2026-04-29');
    const after = versionOf('26248', '2026-04-30');
    expect([before.fullName, before.kind]).toEqual(['Xã Trảng Bom', UnitKind.COMMUNE]);
    expect([after.fullName, after.kind, after.legalBasis]).toEqual([
      'Phường Trảng Bom',
      UnitKind.WARD,
      '237/NQ-UBTVQH16',
    ]);
    expect(after.unit).toBe(before.unit);
    const province = history.on(after.parent!, '2026-04-30')!;
    expect([province.fullName, province.kind]).toEqual(['Thành phố Đồng Nai', UnitKind.MUNICIPALITY]);
  });
});

/** Run with UPDATE_UNIT_EXCEPTIONS=1 after a change of the lists, and read the difference. */
test('the committed exceptions are those that the lists have today', () => {
  const file = new URL('exceptions.json', nationalFolder);
  const current = exceptionsText(national.exceptions);
  if (process.env['UPDATE_UNIT_EXCEPTIONS']) writeFileSync(file, current);
  expect(readFileSync(file, 'utf8')).toBe(current);
});

test('the exceptions are as many as were found when the lists were read by hand', () => {
  const counts = Object.fromEntries(
    Object.entries(national.exceptions).map(([name, cases]) => [name, cases.length]),
  );
  expect(counts).toEqual({
    goneBeforeReform: 570,
    appearedBeforeReform: 4,
    changedBeforeReform: 607,
    movedBeforeReform: 148,
    districtsGoneBeforeReform: 11,
    landWithoutUnit: 1,
    wholeMergedTwice: 2,
    partWithoutRest: 1,
    provinceMistaken: 2,
    provincesChanged: 1,
    mergedBeforeThe2021List: 4,
  });
});

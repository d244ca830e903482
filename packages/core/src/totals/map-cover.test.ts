import { UnitHistory, type UnitVersionFact } from '../units/unit-history.js';
import { UnitKind } from '../units/unit-kind.js';
import { ReportersOfDay } from './map-cover.js';

const version = (
  unit: number,
  kind: UnitKind,
  parent: number | null,
  validTo: string | null = null,
): UnitVersionFact => ({
  unit,
  code: String(unit),
  name: 'u',
  fullName: 'u',
  kind,
  parent,
  validFrom: '2021-01-01',
  validTo,
});

const { COUNTRY, PROVINCE, DISTRICT, COMMUNE, TOWN } = UnitKind;
const tree = (...more: UnitVersionFact[]): UnitHistory =>
  new UnitHistory({
    versions: [
      version(1, COUNTRY, null),
      version(2, PROVINCE, 1),
      version(3, PROVINCE, 1),
      version(10, DISTRICT, 2),
      version(11, DISTRICT, 2),
      version(12, DISTRICT, 3),
      version(20, COMMUNE, 10),
      version(21, COMMUNE, 10),
      version(22, COMMUNE, 11),
      version(23, COMMUNE, 12),
      version(24, TOWN, 12),
      ...more,
    ],
    lineage: [],
  });
const reporters = (history: UnitHistory, ...kinds: UnitKind[]): ReportersOfDay =>
  new ReportersOfDay(history, '2021-06-01', new Set(kinds));

describe('units are covered by the largest ones that hold no others', () => {
  const communes = reporters(tree(), COMMUNE);

  test.each([
    ['all of them', [20, 21, 22, 23], [1], []],
    ['those of a province', [20, 21, 22], [2], []],
    // What does not report is no part of a district.
    ['those of a district with a town', [23], [3], []],
    ['a district and half of another', [20, 22], [11], [20]],
    ['none', [], [], []],
  ])('%s', (_, units, roots, alone) => {
    expect(communes.cover(units)).toEqual({ roots, reporters: alone });
  });

  test('a town counts where towns report', () => {
    expect(reporters(tree(), COMMUNE, TOWN).cover([23])).toEqual({ roots: [], reporters: [23] });
  });

  test('what hangs below a unit that has ended stands for itself, as no total holds it', () => {
    const broken = tree(version(13, DISTRICT, 3, '2021-03-01'), version(25, COMMUNE, 13));
    expect(reporters(broken, COMMUNE).cover([23, 25])).toEqual({ roots: [3], reporters: [25] });
  });
});

test('units that report below one another are noticed', () => {
  expect(reporters(tree(), COMMUNE).areNested).toBe(false);
  expect(reporters(tree(version(26, COMMUNE, 20)), COMMUNE).areNested).toBe(true);
});

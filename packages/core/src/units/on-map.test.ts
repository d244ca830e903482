import { Weight } from './split-rule.js';
import { LineageType } from './lineage-type.js';
import { nationalHistory } from './national-history.js';
import { asReported, componentsOnMap, coverageOf, type MapAnswer } from './on-map.js';
import { UnitHistory, type LineageFact, type UnitVersionFact } from './unit-history.js';
import { UnitKind } from './unit-kind.js';

const national = nationalHistory();
const nation = new UnitHistory(national);
const byCode = Map.groupBy(national.versions, (version) => version.code);
const unitOf = (code: string, day: string): number =>
  byCode.get(code)!.find((version) => nation.on(version.unit, day) === version)!.unit;
const name = (unit: number): string => nation.versionsOf(unit)[0]!.fullName;
const names = (units: readonly number[]): string[] => units.map(name).sort();
const componentNames = (answer: MapAnswer): string[] => names(answer.components.map(({ unit }) => unit));

const communes = new Set([UnitKind.COMMUNE, UnitKind.WARD, UnitKind.TOWN, UnitKind.SPECIAL_ZONE]);
const today = '2026-01-01';

describe('Trảng Bom on the map of 2026', () => {
  test.each(['26248', '26254', '26278', '26281', '26296'])('commune %s has all its sources whole', (code) => {
    const unit = unitOf(code, today);
    const answer = componentsOnMap({ unit, date: today }, nation);
    expect(answer).toMatchObject({ computable: true, reason: null, undated: [], presumed: [] });
    expect(answer.components.map((one) => one.unit)).toEqual(
      nation
        .into(unit)
        .map((edge) => edge.from)
        .sort((a, b) => a - b),
    );
    for (const { weight, through } of answer.components) {
      expect(weight.toString()).toBe('1');
      expect(through.map((edge) => edge.type)).toEqual([LineageType.WHOLE_MERGE]);
    }
  });

  test('phường Hố Nai has two sources, from two districts', () => {
    const unit = unitOf('26005', today);
    const answer = componentsOnMap({ unit, date: today, vanished: 'TELL' }, nation);
    expect(answer.computable).toBe(true);
    expect(componentNames(answer)).toEqual(['Phường Tân Hòa', 'Xã Hố Nai 3']);
    const lately = componentsOnMap({ unit, date: today, figuresOf: '2025-06-30' }, nation);
    expect(lately).toEqual({ ...answer, doubtful: [] });
  });

  test('its figures of 2021 are in doubt: five wards of Biên Hòa vanished, no source tells into which', () => {
    const answer = componentsOnMap({ unit: unitOf('26005', today), date: today }, nation);
    expect([answer.computable, answer.reason]).toEqual([false, 'UNDATED_CHANGE']);
    expect(names(answer.doubtful)).toEqual([
      'Phường Hòa Bình',
      'Phường Tam Hòa',
      'Phường Thanh Bình',
      'Phường Trung Dũng',
      'Phường Tân Mai',
    ]);
    expect(componentNames(answer)).toEqual(['Phường Tân Hòa', 'Xã Hố Nai 3']);
  });

  test('a change of kind is identity: the phường of today has the sources of the xã', () => {
    const ward = componentsOnMap({ unit: unitOf('26248', '2026-05-01'), date: '2026-05-01' }, nation);
    expect(componentNames(ward)).toEqual([
      'Thị trấn Trảng Bom',
      'Xã Giang Điền',
      'Xã Quảng Tiến',
      'Xã Sông Trầu',
    ]);
  });

  test('figures of the map’s own day are those of the unit itself', () => {
    const unit = unitOf('26254', today);
    const reported = asReported({ unit, date: today }, nation);
    expect(reported.components).toEqual([{ unit, weight: new Weight(1), through: [] }]);
    expect(componentsOnMap({ unit, date: '2026-12-31', figuresOf: today }, nation)).toEqual(reported);
  });

  test('the former district has no total: phường Hố Nai holds Tân Hòa of Biên Hòa', () => {
    const district = unitOf('737', '2021-10-15');
    const answer = componentsOnMap({ unit: district, date: today }, nation);
    expect(answer).toMatchObject({ computable: false, reason: 'MIXED_ORIGIN' });
    expect(answer.obstacles[0]).toEqual({
      reason: 'UNIT_NOT_ON_MAP',
      unit: district,
      heirs: ['26005', '26248', '26254', '26278', '26281', '26296']
        .map((code) => unitOf(code, today))
        .sort((a, b) => a - b),
    });
    expect(answer.obstacles.filter((one) => one.reason === 'MIXED_ORIGIN').map((one) => one.unit)).toEqual([
      unitOf('26005', today),
    ]);
    const mixed = answer.obstacles.find((one) => one.reason === 'MIXED_ORIGIN')!;
    expect(names((mixed as { others: readonly number[] }).others)).toEqual(['Phường Tân Hòa']);
    expect(componentNames(answer)).toEqual(
      ['26248', '26254', '26278', '26281', '26296'].map((code) => name(unitOf(code, today))).sort(),
    );
  });

  test('on the map of its own time the district is the sum of its 17 units', () => {
    const district = unitOf('737', '2021-10-15');
    const answer = asReported({ unit: district, date: '2021-12-31', reportedBy: communes }, nation);
    expect(answer.computable).toBe(true);
    expect(answer.components).toHaveLength(17);
  });

  test('later figures of its communes cannot be taken apart for the old map', () => {
    const caygao = unitOf('26254', '2021-10-15');
    const answer = componentsOnMap({ unit: caygao, date: '2021-10-15', figuresOf: '2026-06-30' }, nation);
    expect(answer).toMatchObject({ computable: false, reason: 'MIXED_ORIGIN', components: [] });
  });

  test('a unit of today is not on the map of 2021; its predecessors are told', () => {
    const answer = componentsOnMap({ unit: unitOf('26254', today), date: '2021-10-15' }, nation);
    expect(answer.reason).toBe('UNIT_NOT_ON_MAP');
    expect(names((answer.obstacles[0] as unknown as { heirs: readonly number[] }).heirs)).toEqual([
      'Xã Bàu Hàm',
      'Xã Cây Gáo',
      'Xã Sông Thao',
      'Xã Thanh Bình',
    ]);
  });

  test('the merged province is the sum of the communes of both, with nothing over', () => {
    const answer = componentsOnMap(
      { unit: unitOf('75', today), date: today, figuresOf: '2021-12-31', reportedBy: communes },
      nation,
    );
    const old = ['70', '75'].flatMap(
      (code) =>
        asReported({ unit: unitOf(code, '2021-12-31'), date: '2021-12-31', reportedBy: communes }, nation)
          .components,
    );
    expect(answer.computable).toBe(true);
    expect(answer.components.map(({ unit }) => unit)).toEqual(
      old.map(({ unit }) => unit).sort((a, b) => a - b),
    );
  });
});

describe('the nation on the map of 2026', () => {
  const figures = { date: today, figuresOf: '2021-12-31' };

  test('every figure of 2021 counts exactly once, but for the commune that the table lets half vanish', () => {
    const answer = componentsOnMap({ unit: 1, ...figures, reportedBy: communes }, nation);
    const partly = national.exceptions.partWithoutRest.map(({ code }) => unitOf(code, '2021-12-31'));
    const expected = nation
      .units()
      .filter(
        (unit) => nation.exists(unit, '2021-12-31') && nation.childrenOn(unit, '2021-12-31').length === 0,
      )
      .filter((unit) => !partly.includes(unit));
    expect(answer.components.map(({ unit }) => unit)).toEqual(expected.sort((a, b) => a - b));
    expect(answer.components.every(({ weight }) => weight.equals(1))).toBe(true);
    const unlisted = national.exceptions.appearedBeforeReform.map(({ code }) => unitOf(code, '2025-06-30'));
    expect(answer.obstacles.map(({ unit }) => unit).sort()).toEqual([...partly, ...unlisted].sort());
    expect(answer.presumed).toHaveLength(570);
  });

  test('says of each new commune whether it can be computed, and why not', () => {
    const answers = nation
      .units()
      .filter((unit) => nation.exists(unit, today) && communes.has(nation.on(unit, today)!.kind))
      .map((unit) => componentsOnMap({ unit, ...figures }, nation));
    const count = Map.groupBy(answers, (answer) => answer.reason ?? 'computable');
    expect(Object.fromEntries([...count].map(([reason, those]) => [reason, those.length]))).toEqual({
      computable: 1953,
      SPLIT_WITHOUT_WEIGHT: 415,
      UNDATED_CHANGE: 953,
    });
  });
});

describe('divided units', () => {
  const version = (
    unit: number,
    validFrom: string,
    validTo: string | null,
    parent: number | null = 1,
  ): UnitVersionFact => ({
    unit,
    code: String(unit),
    name: `Đơn vị ${unit}`,
    fullName: `Xã Đơn vị ${unit}`,
    kind: parent === null ? UnitKind.PROVINCE : UnitKind.COMMUNE,
    parent,
    validFrom,
    validTo,
  });
  const edge = (
    from: number,
    to: number,
    type = LineageType.PARTIAL,
    populationShare: string | null = null,
  ): LineageFact => ({
    from,
    to,
    type,
    effectiveOn: '2025-07-01',
    populationShare,
    areaShare: null,
    note: null,
    legalBasis: null,
  });
  const old = (unit: number): UnitVersionFact => version(unit, '2021-01-01', '2025-07-01');
  const fresh = (unit: number): UnitVersionFact => version(unit, '2025-07-01', null);
  const history = (lineage: LineageFact[], versions = [old(2), old(3), fresh(4), fresh(5)]): UnitHistory =>
    new UnitHistory({ versions: [version(1, '2021-01-01', null, null), ...versions], lineage });
  const whole = edge(3, 4, LineageType.WHOLE_MERGE);

  test('are not computable without a weight, and the edges are listed', () => {
    const edges = [edge(2, 4), edge(2, 5)];
    const answer = componentsOnMap({ unit: 4, date: today }, history([...edges, whole]));
    expect(answer).toMatchObject({ computable: false, reason: 'SPLIT_WITHOUT_WEIGHT' });
    expect(answer.obstacles).toEqual([{ reason: 'SPLIT_WITHOUT_WEIGHT', unit: 2, edges }]);
    expect(answer.components.map(({ unit }) => unit)).toEqual([3]);
  });

  test('need no weight where all parts are asked for', () => {
    const answer = componentsOnMap(
      { unit: 1, date: today, reportedBy: communes },
      history([edge(2, 4), edge(2, 5), whole]),
    );
    expect(answer.components.map(({ unit, weight }) => [unit, weight.toString()])).toEqual([
      [2, '1'],
      [3, '1'],
    ]);
  });

  test('are weighed by declared shares, and only by the kind of share the indicator names', () => {
    const shared = history([edge(2, 4, undefined, '0.25'), edge(2, 5, undefined, '0.75'), whole]);
    const weights = (splitRule: 'WEIGHT_POPULATION' | 'WEIGHT_AREA'): MapAnswer =>
      componentsOnMap({ unit: 4, date: today, splitRule }, shared);
    expect(weights('WEIGHT_POPULATION').components.map(({ weight }) => weight.toString())).toEqual([
      '0.25',
      '1',
    ]);
    expect(weights('WEIGHT_AREA').reason).toBe('SPLIT_WITHOUT_WEIGHT');
  });

  test('are not weighed by shares that leave something over', () => {
    const shared = history([edge(2, 4, undefined, '0.25'), edge(2, 5, undefined, '0.7'), whole]);
    expect(componentsOnMap({ unit: 4, date: today, splitRule: 'WEIGHT_POPULATION' }, shared).reason).toBe(
      'SPLIT_WITHOUT_WEIGHT',
    );
  });

  test('go to the unit that got all the people, under the rule PRIMARY', () => {
    const shared = history([edge(2, 4, LineageType.POPULATION_ONLY, '1'), edge(2, 5, undefined, '0'), whole]);
    const of = (unit: number): number[] =>
      componentsOnMap({ unit, date: today, splitRule: 'PRIMARY' }, shared).components.map((one) => one.unit);
    expect([of(4), of(5)]).toEqual([[2, 3], []]);
  });

  test('have no primary part where none is declared', () => {
    const answer = componentsOnMap(
      { unit: 4, date: today, splitRule: 'PRIMARY' },
      history([edge(2, 4), edge(2, 5), whole]),
    );
    expect(answer.reason).toBe('SPLIT_WITHOUT_WEIGHT');
  });

  test('are not whole where only one part is told', () => {
    expect(componentsOnMap({ unit: 4, date: today }, history([edge(2, 4), whole, edge(3, 5)])).reason).toBe(
      'SPLIT_WITHOUT_WEIGHT',
    );
  });

  test('keep what they did not give away', () => {
    const versions = [version(2, '2021-01-01', null), fresh(4)];
    const shared = history([edge(2, 4, undefined, '0.3')], versions);
    const weightOf = (unit: number): string[] =>
      componentsOnMap({ unit, date: today, splitRule: 'WEIGHT_POPULATION' }, shared).components.map(
        ({ weight }) => weight.toString(),
      );
    expect([weightOf(2), weightOf(4)]).toEqual([['0.7'], ['0.3']]);
  });

  test('take along what joined them between two gifts to the same unit, and nothing that joined later', () => {
    const versions = [
      version(2, '2021-01-01', '2025-07-01'),
      version(3, '2021-01-01', '2023-01-01'),
      version(4, '2021-01-01', null),
      version(5, '2021-01-01', null),
      version(6, '2021-01-01', '2024-01-01'),
    ];
    const on = (day: string, given: LineageFact): LineageFact => ({ ...given, effectiveOn: day });
    const shared = history(
      [
        on('2022-01-01', edge(2, 4)),
        on('2023-01-01', edge(3, 2, LineageType.WHOLE_MERGE)),
        on('2025-07-01', edge(2, 4, LineageType.WHOLE_MERGE)),
        on('2022-01-01', edge(5, 4, LineageType.PARTIAL, '0.5')),
        on('2024-01-01', edge(6, 5, LineageType.WHOLE_MERGE)),
      ],
      versions,
    );
    const answer = componentsOnMap({ unit: 4, date: today, splitRule: 'WEIGHT_POPULATION' }, shared);
    expect(answer.components.map(({ unit, weight }) => [unit, weight.toString()])).toEqual([
      [2, '1'],
      [3, '1'],
      [4, '1'],
      [5, '0.5'],
    ]);
  });

  test('a neighbour that vanished spoils the figure of whoever may have taken it in', () => {
    const lost = history(
      [edge(2, 4, LineageType.WHOLE_MERGE), edge(3, 5, LineageType.WHOLE_MERGE)],
      [old(2), old(3), fresh(4), fresh(5), old(6)],
    );
    expect(componentsOnMap({ unit: 4, date: today }, lost).obstacles).toEqual([
      { reason: 'UNDATED_CHANGE', unit: 6 },
    ]);
    const together = componentsOnMap({ unit: 1, date: today, reportedBy: communes }, lost);
    expect([together.computable, together.presumed]).toEqual([true, [6]]);
  });

  test('undated edges are used and told', () => {
    const undated = { ...whole, effectiveOn: null };
    const answer = componentsOnMap({ unit: 4, date: today }, history([undated], [old(3), fresh(4)]));
    expect(answer).toMatchObject({ computable: true, undated: [undated] });
  });
});

test('coverage counts the components that have a value and lists the others', () => {
  const { components } = componentsOnMap({ unit: unitOf('26254', today), date: today }, nation);
  const [first, ...others] = components.map(({ unit }) => unit);
  expect(coverageOf(components, (unit) => unit === first)).toEqual({
    needed: 4,
    present: 1,
    missing: others,
  });
});

test('a unit whose lineage is not there is refused', () => {
  const [unit = 0] = nation.units();
  const part = new UnitHistory({ ...national, complete: new Set() });
  expect(() => componentsOnMap({ unit, date: today }, part)).toThrow(/loadSubgraph/);
});

import type { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { LineageType } from './lineage-type.js';
import { asReported, componentsOnMap, type MapAnswer } from './on-map.js';
import { Weight } from './split-rule.js';
import { UnitHistory, type LineageFact, type UnitVersionFact } from './unit-history.js';
import { unitViolations } from './unit-invariants.js';
import { UnitKind } from './unit-kind.js';

/*
 * Random countries: two provinces, some communes, then mergers, splits, cessions, changes of name, kind, code and
 * parent. Beside the history a second account is kept that knows nothing of lineage: every commune begins as one grain of
 * people, splits break grains, and each grain remembers where it was on every day. What componentsOnMap says must be
 * what the grains say.
 */

const eventTypes = [
  'MERGE',
  'SPLIT',
  'PART_AWAY',
  'ABSORB',
  'CEDE',
  'SUCCEED',
  'RENAME',
  'CHANGE_KIND',
  'RECODE',
  'MOVE',
] as const;
const wholeEvents = ['MERGE', 'ABSORB', 'SUCCEED', 'RENAME', 'CHANGE_KIND', 'RECODE', 'MOVE'] as const;
const identities = [LineageType.RENAMED, LineageType.UNCHANGED, LineageType.KIND_CHANGE];
const kinds = [UnitKind.COMMUNE, UnitKind.WARD, UnitKind.TOWN];
const reportedBy = new Set(kinds);
const shares = [
  ['0.5', '0.5'],
  ['0.25', '0.75'],
  ['0.125', '0.375', '0.5'],
] as const;

interface Grain {
  readonly people: Decimal;
  readonly stays: readonly (readonly [day: string, unit: number])[];
}
interface Event {
  readonly type: (typeof eventTypes)[number];
  readonly picks: readonly number[];
  readonly sameDay: boolean;
}

const dayNumber = (index: number): string =>
  new Date(Date.UTC(2021, 0, 1 + 10 * index)).toISOString().slice(0, 10);
const holder = (grain: Grain, day: string): number => grain.stays.findLast(([since]) => since <= day)![1];

class Country {
  readonly versions: UnitVersionFact[] = [];
  readonly lineage: LineageFact[] = [];
  readonly live = new Map<number, UnitVersionFact>();
  grains: Grain[] = [];
  #units = 0;
  #today = 0;
  readonly #touched = new Set<number>();
  readonly #retiredCodes: string[] = [];

  constructor(communes: readonly number[]) {
    const root = this.begin({ kind: UnitKind.COUNTRY, parent: null });
    const provinces = [0, 1].map(() => this.begin({ kind: UnitKind.PROVINCE, parent: root }));
    for (const people of communes) {
      const unit = this.begin({ kind: kinds[people % 3]!, parent: provinces[people % 2]! });
      this.grains.push({ people: new Weight(people), stays: [[this.day, unit]] });
    }
  }

  get day(): string {
    return dayNumber(this.#today);
  }
  get lastDay(): number {
    return this.#today + 1;
  }
  get history(): UnitHistory {
    return new UnitHistory(this);
  }

  happen({ type, picks, sameDay }: Event): void {
    if (!sameDay) {
      this.#today += 1;
      this.#touched.clear();
    }
    const free = [...this.live.values()].filter(
      (one) => reportedBy.has(one.kind) && !this.#touched.has(one.unit),
    );
    const chosen = [...new Set(picks.slice(0, 3).map((pick) => free[pick % Math.max(free.length, 1)]!))];
    const [first, second] = chosen;
    if (!first) return;
    const pick = picks[3]!;
    const parts = shares[pick % shares.length]!;
    const pair = [first, second].filter((one) => one !== undefined);
    switch (type) {
      case 'MERGE': {
        if (pair.length < 2) return;
        for (const one of chosen) this.end(one.unit);
        const heir = this.replace(first, pick);
        for (const one of chosen) this.flow(one.unit, [[heir, '1']], LineageType.WHOLE_MERGE);
        return;
      }
      case 'SPLIT': {
        this.end(first.unit);
        this.flow(
          first.unit,
          parts.map((share) => [this.replace(first, pick), share]),
        );
        return;
      }
      case 'PART_AWAY': {
        if (!second) return;
        for (const one of pair) this.end(one.unit);
        const heirs = parts.map((share) => [this.replace(first, pick), share] as const);
        this.flow(second.unit, [[heirs[0]![0], '1']], LineageType.WHOLE_MERGE);
        this.flow(first.unit, heirs);
        return;
      }
      case 'ABSORB': {
        if (!second) return;
        this.end(second.unit);
        this.#touched.add(first.unit);
        this.flow(second.unit, [[first.unit, '1']], LineageType.WHOLE_MERGE);
        return;
      }
      case 'CEDE': {
        const heir = second?.unit ?? this.replace(first, pick);
        this.flow(first.unit, [[heir, parts[0]]]);
        this.#touched.add(first.unit).add(heir);
        return;
      }
      case 'SUCCEED': {
        this.end(first.unit);
        this.flow(first.unit, [[this.replace(first, pick), '1']], identities[pick % 3]!);
        return;
      }
      case 'RENAME':
        return this.change(first, { name: `Tên ${pick}`, fullName: `Xã Tên ${pick}` });
      case 'CHANGE_KIND':
        return this.change(first, { kind: kinds[pick % 3]! });
      case 'RECODE':
        return this.change(first, { code: this.code(pick) });
      case 'MOVE':
        return this.change(first, { parent: 2 + (pick % 2) });
    }
  }

  /** A code that no unit bears today, often one that another unit bore before. */
  code(pick: number): string {
    const used = new Set([...this.live.values()].map((one) => one.code));
    const retired = this.#retiredCodes.filter((code) => !used.has(code));
    return retired.length > 0 && pick % 3 > 0
      ? retired[pick % retired.length]!
      : `c${this.versions.length}.${this.live.size}.${this.#units}`;
  }

  begin(content: Pick<UnitVersionFact, 'kind' | 'parent'>, pick = 0): number {
    this.#units += 1;
    const unit = this.#units;
    this.live.set(unit, {
      unit,
      code: this.code(pick),
      name: `${unit}`,
      fullName: `${unit}`,
      validFrom: this.day,
      validTo: null,
      ...content,
    });
    this.versions.push(this.live.get(unit)!);
    this.#touched.add(unit);
    return unit;
  }

  replace(old: UnitVersionFact, pick: number): number {
    return this.begin({ kind: kinds[pick % 3]!, parent: old.parent }, pick);
  }

  end(unit: number): void {
    const last = this.live.get(unit)!;
    this.versions[this.versions.indexOf(last)] = { ...last, validTo: this.day };
    this.live.delete(unit);
    this.#retiredCodes.push(last.code);
    this.#touched.add(unit);
  }

  change(version: UnitVersionFact, changed: Partial<UnitVersionFact>): void {
    this.end(version.unit);
    const next = { ...version, ...changed, validFrom: this.day };
    this.live.set(version.unit, next);
    this.versions.push(next);
  }

  flow(
    from: number,
    parts: readonly (readonly [to: number, share: string])[],
    type = LineageType.PARTIAL,
  ): void {
    for (const [to, share] of parts) {
      this.lineage.push({
        from,
        to,
        type,
        effectiveOn: this.day,
        populationShare: share,
        areaShare: null,
        note: null,
        legalBasis: null,
      });
    }
    const rest = parts.reduce((left, [, share]) => left.minus(share), new Weight(1));
    this.grains = this.grains.flatMap((grain) => {
      if (holder(grain, this.day) !== from) return [grain];
      const moved = parts.map(
        ([to, share]): Grain => ({
          people: grain.people.times(share),
          stays: [...grain.stays, [this.day, to]],
        }),
      );
      return rest.isZero() ? moved : [...moved, { ...grain, people: grain.people.times(rest) }];
    });
  }
}

const events = (types: readonly Event['type'][]): fc.Arbitrary<Event[]> =>
  fc.array(
    fc.record({
      type: fc.constantFrom(...types),
      picks: fc.array(fc.nat(60), { minLength: 4, maxLength: 4 }),
      sameDay: fc.constantFrom(true, false, false),
    }),
    { maxLength: 14, size: 'max' },
  );
const countryOf = (types: readonly Event['type'][]): fc.Arbitrary<Country> =>
  fc
    .tuple(fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 2, maxLength: 7 }), events(types))
    .map(([communes, all]) => {
      const country = new Country(communes);
      for (const event of all) country.happen(event);
      return country;
    });

interface Question {
  readonly country: Country;
  readonly history: UnitHistory;
  readonly unit: number;
  readonly targets: ReadonlySet<number>;
  readonly days: readonly string[];
}

/** A country, some days in order, and a province or commune of the last of them. */
const question = (
  types: readonly Event['type'][] = eventTypes,
  last: 'MAP' | 'FIGURES' = 'MAP',
): fc.Arbitrary<Question> =>
  fc
    .record({
      country: countryOf(types),
      at: fc.array(fc.nat(999), { minLength: 3, maxLength: 3 }),
      which: fc.nat(999),
    })
    .map(({ country, at, which }) => {
      const history = country.history;
      const days = at.map((pick) => dayNumber(pick % (country.lastDay + 1))).sort();
      const map = last === 'MAP' ? days.at(-1)! : days[0]!;
      const present = history.units().filter((unit) => history.exists(unit, map));
      const unit = present[which % present.length]!;
      const below = (one: number): number[] =>
        reportedBy.has(history.on(one, map)!.kind) ? [one] : history.childrenOn(one, map).flatMap(below);
      return { country, history, unit, targets: new Set(below(unit)), days };
    });

const people = (country: Country, day: string, counts: (grain: Grain) => boolean): Map<number, Decimal> => {
  const sums = new Map<number, Decimal>();
  for (const grain of country.grains.filter(counts)) {
    const unit = holder(grain, day);
    sums.set(unit, (sums.get(unit) ?? new Weight(0)).plus(grain.people));
  }
  return sums;
};
const weights = (answer: MapAnswer): [number, string][] =>
  answer.components.map(({ unit, weight }) => [unit, weight.toString()]);
const total = (answer: MapAnswer, values: Map<number, Decimal>): string =>
  answer.components
    .reduce((sum, { unit, weight }) => sum.plus(weight.times(values.get(unit)!)), new Weight(0))
    .toString();
const sumOf = (values: Iterable<Decimal>): string =>
  [...values].reduce((sum, one) => sum.plus(one), new Weight(0)).toString();
const always = (): boolean => true;
const runs = { numRuns: 250 };

test('histories made of lawful changes keep every invariant', () => {
  fc.assert(
    fc.property(countryOf(eventTypes), ({ history }) => expect(unitViolations(history)).toEqual([])),
    runs,
  );
});

test('with a weight for every split, figures restated on a later map are those of the people who are there', () => {
  fc.assert(
    fc.property(question(), ({ country, history, unit, targets, days: [of, , date] }) => {
      const answer = componentsOnMap(
        { unit, date: date!, figuresOf: of!, reportedBy, splitRule: 'WEIGHT_POPULATION' },
        history,
      );
      expect(answer.obstacles).toEqual([]);
      const inside = people(country, of!, (grain) => targets.has(holder(grain, date!)));
      expect(answer.components.map((one) => one.unit)).toEqual([...inside.keys()].sort((a, b) => a - b));
      expect(total(answer, people(country, of!, always))).toBe(sumOf(inside.values()));
    }),
    runs,
  );
});

test('without weights, a total is given just when no divided unit lies half inside, and then it is exact', () => {
  fc.assert(
    fc.property(question(), ({ country, history, unit, targets, days: [of, , date] }) => {
      const answer = componentsOnMap({ unit, date: date!, figuresOf: of!, reportedBy }, history);
      const inside = people(country, of!, (grain) => targets.has(holder(grain, date!)));
      const outside = people(country, of!, (grain) => !targets.has(holder(grain, date!)));
      const whole = [...inside.keys()].filter((source) => !outside.has(source)).sort((a, b) => a - b);
      expect(weights(answer)).toEqual(whole.map((source) => [source, '1']));
      expect(answer.computable).toBe(whole.length === inside.size);
      expect(answer.reason).toBe(answer.computable ? null : 'SPLIT_WITHOUT_WEIGHT');
    }),
    runs,
  );
});

test('figures later than the map add up just when nothing from elsewhere was merged in', () => {
  fc.assert(
    fc.property(
      question(eventTypes, 'FIGURES'),
      ({ country, history, unit, targets, days: [date, , of] }) => {
        const answer = componentsOnMap({ unit, date: date!, figuresOf: of!, reportedBy }, history);
        const inside = people(country, of!, (grain) => targets.has(holder(grain, date!)));
        const outside = people(country, of!, (grain) => !targets.has(holder(grain, date!)));
        const pure = [...inside.keys()].filter((heir) => !outside.has(heir)).sort((a, b) => a - b);
        expect(weights(answer)).toEqual(pure.map((heir) => [heir, '1']));
        const mixed = answer.obstacles
          .filter(({ reason }) => reason === 'MIXED_ORIGIN')
          .map((one) => one.unit);
        expect(mixed).toEqual([...inside.keys()].filter((heir) => outside.has(heir)).sort((a, b) => a - b));
        expect(answer.computable).toBe(mixed.length === 0);
      },
    ),
    runs,
  );
});

test('under whole mergers every figure counts in exactly one unit of any later map', () => {
  fc.assert(
    fc.property(question(wholeEvents), ({ country, history, days: [of, , date] }) => {
      const values = people(country, of!, always);
      const onMap = [...people(country, date!, always).keys()].map((unit) =>
        componentsOnMap({ unit, date: date!, figuresOf: of! }, history),
      );
      expect(onMap.flatMap(weights).sort((a, b) => a[0] - b[0])).toEqual(
        [...values.keys()].sort((a, b) => a - b).map((unit) => [unit, '1']),
      );
      expect(sumOf(onMap.map((answer) => new Weight(total(answer, values))))).toBe(sumOf(values.values()));
    }),
    runs,
  );
});

test('restating on a map in between and then on the last one is restating at once', () => {
  fc.assert(
    fc.property(question(), ({ history, unit, days: [of, between, date] }) => {
      const splitRule = 'WEIGHT_POPULATION';
      const direct = componentsOnMap({ unit, date: date!, figuresOf: of!, reportedBy, splitRule }, history);
      const steps = new Map<number, Decimal>();
      for (const step of componentsOnMap(
        { unit, date: date!, figuresOf: between!, reportedBy, splitRule },
        history,
      ).components) {
        for (const part of componentsOnMap(
          { unit: step.unit, date: between!, figuresOf: of!, splitRule },
          history,
        ).components) {
          steps.set(part.unit, (steps.get(part.unit) ?? new Weight(0)).plus(part.weight.times(step.weight)));
        }
      }
      expect([...steps].sort((a, b) => a[0] - b[0]).map(([one, weight]) => [one, weight.toString()])).toEqual(
        weights(direct),
      );
    }),
    runs,
  );
});

test('the order in which facts are told does not matter', () => {
  fc.assert(
    fc.property(
      question(),
      fc.infiniteStream(fc.nat(999)),
      ({ country, history, unit, days: [of, , date] }, random) => {
        const shuffled = <T>(facts: readonly T[]): T[] =>
          facts
            .map((fact) => ({ fact, at: random.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ fact }) => fact);
        const again = new UnitHistory({
          versions: shuffled(country.versions),
          lineage: shuffled(country.lineage),
        });
        const asked = { unit, date: date!, figuresOf: of!, reportedBy };
        expect(componentsOnMap(asked, again)).toEqual(componentsOnMap(asked, history));
      },
    ),
    runs,
  );
});

test('on the map of their own day figures are as reported', () => {
  fc.assert(
    fc.property(question(), ({ history, unit, targets, days: [, , date] }) => {
      const reported = asReported({ unit, date: date!, reportedBy }, history);
      expect(weights(reported)).toEqual([...targets].sort((a, b) => a - b).map((one) => [one, '1']));
      expect(componentsOnMap({ unit, date: date!, figuresOf: date!, reportedBy }, history)).toEqual(reported);
    }),
    runs,
  );
});

test('a unit that is not on the map never gets a total there', () => {
  fc.assert(
    fc.property(countryOf(eventTypes), fc.nat(999), fc.nat(999), (country, which, at) => {
      const { history } = country;
      const date = dayNumber(at % (country.lastDay + 1));
      const absent = history.units().filter((unit) => !history.exists(unit, date));
      fc.pre(absent.length > 0);
      const answer = componentsOnMap({ unit: absent[which % absent.length]!, date }, history);
      expect(answer.computable).toBe(false);
      expect(['UNIT_NOT_ON_MAP', 'MIXED_ORIGIN']).toContain(answer.reason);
    }),
    runs,
  );
});

describe('the invariants find what breaks them', () => {
  const version = (
    unit: number,
    code: string,
    parent: number | null,
    validFrom: string,
    validTo: string | null,
  ): UnitVersionFact => ({
    unit,
    code,
    name: code,
    fullName: code,
    kind: UnitKind.COMMUNE,
    parent,
    validFrom,
    validTo,
  });
  const root = version(1, 'VN', null, '2021-01-01', null);
  const violations = (versions: UnitVersionFact[], lineage: LineageFact[] = []): string[] =>
    unitViolations(new UnitHistory({ versions: [root, ...versions], lineage }));

  test('two versions of one unit on a day', () => {
    const twice = [version(2, 'a', 1, '2021-01-01', '2022-01-01'), version(2, 'b', 1, '2021-12-31', null)];
    expect(violations(twice)).toContain('Unit 2 has two versions on 2021-12-31.');
  });

  test('one code on two units on a day', () => {
    const same = [version(2, 'a', 1, '2021-01-01', null), version(3, 'a', 1, '2021-06-01', null)];
    expect(violations(same)).toContain('On 2021-06-01 code a names units 2, 3.');
  });

  test('a cycle, and a parent that has ended', () => {
    const cycle = [version(2, 'a', 3, '2021-01-01', null), version(3, 'b', 2, '2021-01-01', null)];
    expect(violations(cycle)).toContain(
      'On 2021-01-01 unit 2 is under no root: its parent is absent, or a cycle.',
    );
    const orphan = [version(2, 'a', 1, '2021-01-01', '2022-01-01'), version(3, 'b', 2, '2021-01-01', null)];
    expect(violations(orphan)).toEqual([
      'On 2022-01-01 unit 3 is under no root: its parent is absent, or a cycle.',
    ]);
  });

  test('a gap between a unit and the one it was merged into', () => {
    const gap = [version(2, 'a', 1, '2021-01-01', '2022-01-01'), version(3, 'b', 1, '2022-02-01', null)];
    const edge = {
      from: 2,
      to: 3,
      type: LineageType.WHOLE_MERGE,
      effectiveOn: '2022-02-01',
      populationShare: null,
      areaShare: null,
      note: null,
      legalBasis: null,
    };
    expect(violations(gap, [edge])).toEqual(['Unit 2 went into 3 on 2022-02-01 but ends on 2022-01-01.']);
  });
});

import type { LineageType } from './lineage-type.js';
import { UnitKind } from './unit-kind.js';

/** What a unit was over a range of days. Days are ISO dates, so that they compare as text. */
export interface UnitVersionFact {
  readonly unit: number;
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
  readonly kind: UnitKind;
  readonly parent: number | null;
  readonly validFrom: string;
  /** The first day on which it no longer held; null while it does. */
  readonly validTo: string | null;
}

/** That all or part of one unit went into another. Shares are exact decimals from 0 to 1, null where unknown. */
export interface LineageFact {
  readonly from: number;
  readonly to: number;
  readonly type: LineageType;
  /** The first day of the new state; null where the sources do not date every step in between. */
  readonly effectiveOn: string | null;
  readonly populationShare: string | null;
  readonly areaShare: string | null;
  readonly note: string | null;
  readonly legalBasis: string | null;
}

export interface HistoryFacts {
  readonly versions: readonly UnitVersionFact[];
  readonly lineage: readonly LineageFact[];
  /**
   * The units whose whole lineage is among the facts, where the facts are a part of the nation. Asking about
   * another one is refused: the answer would be wrong without looking so. Absent: all of them.
   */
  readonly complete?: ReadonlySet<number>;
  /** The units without a known fate, see {@link UnitHistory.isLost}; absent: found from the facts. */
  readonly lost?: ReadonlySet<number>;
}

/** Versions and lineage in memory, indexed for walking. Nothing in it is a rule about figures. */
export class UnitHistory {
  /** The first day that any version covers. */
  readonly begins: string;
  readonly lineage: readonly LineageFact[];
  readonly #versions: ReadonlyMap<number, readonly UnitVersionFact[]>;
  readonly #children: ReadonlyMap<number, readonly UnitVersionFact[]>;
  readonly #into: ReadonlyMap<number, readonly LineageFact[]>;
  readonly #outOf: ReadonlyMap<number, readonly LineageFact[]>;
  readonly #complete: ReadonlySet<number> | undefined;
  readonly #lost: ReadonlySet<number> | undefined;

  constructor(facts: HistoryFacts) {
    // In one order whatever order the facts came in, so that answers are the same word for word.
    const versions = facts.versions.toSorted((a, b) =>
      a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.unit - b.unit,
    );
    this.lineage = facts.lineage.toSorted(
      (a, b) => a.from - b.from || a.to - b.to || ((a.effectiveOn ?? '') < (b.effectiveOn ?? '') ? -1 : 1),
    );
    this.begins = versions[0]?.validFrom ?? '0001-01-01';
    this.#versions = Map.groupBy(versions, (version) => version.unit);
    this.#children = Map.groupBy(
      versions.filter((version) => version.parent !== null),
      (version) => version.parent!,
    );
    this.#into = Map.groupBy(this.lineage, (edge) => edge.to);
    this.#outOf = Map.groupBy(this.lineage, (edge) => edge.from);
    this.#complete = facts.complete;
    this.#lost = facts.lost;
  }

  units(): number[] {
    return [...this.#versions.keys()];
  }

  /** Whether all that bears on this unit is known here. */
  knows(unit: number): boolean {
    return this.#versions.has(unit) && (this.#complete?.has(unit) ?? true);
  }

  versionsOf(unit: number): readonly UnitVersionFact[] {
    return this.#versions.get(unit) ?? [];
  }

  /** The version that held on a day, if the unit existed then. */
  on(unit: number, day: string): UnitVersionFact | undefined {
    return this.versionsOf(unit).find((version) => holdsOn(version, day));
  }

  exists(unit: number, day: string): boolean {
    return this.on(unit, day) !== undefined;
  }

  childrenOn(unit: number, day: string): number[] {
    return (this.#children.get(unit) ?? [])
      .filter((version) => holdsOn(version, day))
      .map((version) => version.unit);
  }

  /** The units that stood under another on any day. */
  childrenEver(unit: number): Set<number> {
    return new Set((this.#children.get(unit) ?? []).map((version) => version.unit));
  }

  /** The first day of the unit. */
  startOf(unit: number): string {
    return this.versionsOf(unit)[0]!.validFrom;
  }

  /** The first day without the unit, null while it goes on. */
  endOf(unit: number): string | null {
    return this.versionsOf(unit).at(-1)!.validTo;
  }

  into(unit: number): readonly LineageFact[] {
    return this.#into.get(unit) ?? [];
  }

  outOf(unit: number): readonly LineageFact[] {
    return this.#outOf.get(unit) ?? [];
  }

  /**
   * The day from which an edge counts. An undated one counts from the end of the old unit: before that, figures
   * are still reported under it.
   */
  effective(edge: LineageFact): string {
    return edge.effectiveOn ?? this.endOf(edge.from) ?? this.startOf(edge.to);
  }

  /**
   * Whether the unit ended and no source tells into what. A district is not lost when its communes have successors
   * or go on: its level was abolished, what it held is accounted for below it. Residential areas prove nothing of
   * the kind; they can be found again under another commune while the figures of theirs cannot.
   */
  isLost(unit: number): boolean {
    if (this.#lost) return this.#lost.has(unit);
    const end = this.endOf(unit);
    if (end === null || this.outOf(unit).length > 0) return false;
    const last = dayBefore(end);
    const accountedFor = (child: number): boolean =>
      this.on(child, last)!.kind !== UnitKind.RESIDENTIAL_AREA &&
      (this.outOf(child).length > 0 ||
        this.endOf(child) !== end ||
        this.childrenOn(child, last).some(accountedFor));
    return !this.childrenOn(unit, last).some(accountedFor);
  }
}

const holdsOn = (version: UnitVersionFact, day: string): boolean =>
  version.validFrom <= day && (version.validTo === null || day < version.validTo);

const shift = (day: string, by: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);

export const dayBefore = (day: string): string => shift(day, -1);
export const dayAfter = (day: string): string => shift(day, 1);

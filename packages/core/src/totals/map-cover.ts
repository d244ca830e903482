import type { UnitHistory } from '../units/unit-history.js';
import type { UnitKind } from '../units/unit-kind.js';

/** Units by the largest ones that hold nothing but them: totals are kept of these. */
export interface Cover {
  readonly roots: readonly number[];
  /** Those whose own figures must be read, since everything above them holds others, too. */
  readonly reporters: readonly number[];
}

/** The units that report on a day, each with what lies above it, and how many lie below each. */
export class ReportersOfDay {
  readonly #above = new Map<number, readonly number[]>();
  readonly #below = new Map<number, number>();

  constructor(history: UnitHistory, day: string, kinds: ReadonlySet<UnitKind>) {
    for (const unit of history.units()) {
      if (!kinds.has(history.on(unit, day)?.kind as UnitKind)) continue;
      const above = ancestorsOn(unit, day, history);
      this.#above.set(unit, above);
      for (const one of above) this.#below.set(one, (this.#below.get(one) ?? 0) + 1);
    }
  }

  /** Whether any of them lies below the unit. */
  hasReportersBelow(unit: number): boolean {
    return this.#below.has(unit);
  }

  /** Whether one of them lies below another. */
  get areNested(): boolean {
    return [...this.#above.keys()].some((unit) => this.#below.has(unit));
  }

  /** The largest units that hold some of them and no others. */
  cover(units: readonly number[]): Cover {
    const held = new Map<number, number>();
    for (const unit of units)
      for (const one of this.#above.get(unit)!) held.set(one, (held.get(one) ?? 0) + 1);
    const roots = new Set<number>();
    const reporters: number[] = [];
    for (const unit of units) {
      const root = this.#above.get(unit)!.find((one) => held.get(one) === this.#below.get(one));
      if (root === undefined) reporters.push(unit);
      else roots.add(root);
    }
    return { roots: [...roots].sort((a, b) => a - b), reporters };
  }
}

/** What lies above a unit on a day, the highest first; nothing where the way up is broken, as in `core.unit_standing`. */
function ancestorsOn(unit: number, day: string, history: UnitHistory): number[] {
  const above: number[] = [];
  for (let next = history.on(unit, day)!.parent; next !== null; ) {
    const version = history.on(next, day);
    if (!version) return [];
    above.unshift(next);
    next = version.parent;
  }
  return above;
}

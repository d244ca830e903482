import type { Decimal } from 'decimal.js';
import type { Findings } from './on-map-answer.js';
import { follow, nextChange } from './on-map-flow.js';
import { lostBeside } from './on-map-lost.js';
import type { Component, MapObstacle } from './on-map.js';
import { Weight, weightsOf, type SplitRule } from './split-rule.js';
import type { UnitHistory } from './unit-history.js';

/** A map, and figures of the same day or an earlier one. */
interface EarlierFigures {
  readonly map: string;
  readonly of: string;
  readonly rule: SplitRule;
}

/**
 * What units `of` an earlier day add up to the targets, which stand on the map.
 *
 * Two walks. Backwards from the targets, through what flowed into them, to the units that existed on the day of the
 * figures. Then, from each of these, forwards: how much of it ends in the targets? Only the second walk sees the
 * parts that went elsewhere.
 */
export function figuresFromEarlier(
  targets: ReadonlySet<number>,
  figures: EarlierFigures,
  history: UnitHistory,
): Findings {
  const components: Component[] = [];
  const obstacles: MapObstacle[] = [];
  const flow = follow('into', targets, { after: figures.of, upTo: figures.map }, history);
  const shares = new Shares(targets, figures, history);
  for (const unit of flow.units) {
    if (history.exists(unit, figures.of)) {
      const share = shares.of(unit, figures.of);
      if ('unknown' in share) obstacles.push(...share.unknown);
      else if (!share.of.isZero()) components.push({ unit, weight: share.of, through: flow.edgesTo(unit) });
    } else if (flow.isEnd(unit)) {
      obstacles.push({ reason: 'UNDATED_CHANGE', unit });
    }
  }
  const presumed: number[] = [];
  const doubtful: number[] = [];
  for (const { unit, places } of lostBeside(flow.units, figures, history)) {
    const hits = [...places].filter((place) => targets.has(place)).length;
    if (hits === 0 || flow.units.has(unit)) continue;
    (hits === places.size ? presumed : doubtful).push(unit);
  }
  components.push(...presumed.map((unit) => ({ unit, weight: new Weight(1), through: [] })));
  return { components, obstacles, presumed, doubtful };
}

/** How much of a unit's figures ends in the targets; or what keeps us from knowing. */
type Share = { readonly of: Decimal } | { readonly unknown: readonly MapObstacle[] };

class Shares {
  readonly #known = new Map<string, Share>();

  constructor(
    private readonly targets: ReadonlySet<number>,
    private readonly figures: EarlierFigures,
    private readonly history: UnitHistory,
  ) {}

  /** The share of the unit as it was after `day`. */
  of(unit: number, day: string): Share {
    const key = `${unit} ${day}`;
    const known = this.#known.get(key);
    if (known) return known;
    const share = this.#share(unit, day);
    this.#known.set(key, share);
    return share;
  }

  #share(unit: number, day: string): Share {
    const next = nextChange(unit, day, this.figures.map, this.history);
    if (!next) {
      if (this.history.exists(unit, this.figures.map))
        return { of: new Weight(this.targets.has(unit) ? 1 : 0) };
      return { unknown: [{ reason: 'UNDATED_CHANGE', unit }] };
    }
    const shares = next.parts.map((part) => this.of(part.to, next.day));
    // With all parts in the targets, or none, no weight matters. One part alone, not said to be the whole, leaves
    // open where the rest went.
    const common = agreed(shares);
    if (common && next.parts.length > 1) return { of: common };
    const weights = weightsOf(next.parts, this.figures.rule);
    if (weights) return weighted(shares, weights);
    const unknown = shares.flatMap((share) => ('unknown' in share ? share.unknown : []));
    const edges = next.parts.flatMap(({ edge }) => edge ?? []);
    return { unknown: [...unknown, { reason: 'SPLIT_WITHOUT_WEIGHT', unit, edges }] };
  }
}

/** Adds up weighted shares; a part without weight may be unknown. */
function weighted(shares: readonly Share[], weights: readonly Decimal[]): Share {
  const unknown: MapObstacle[] = [];
  let sum = new Weight(0);
  for (const [index, share] of shares.entries()) {
    const weight = weights[index]!;
    if (weight.isZero()) continue;
    if ('unknown' in share) unknown.push(...share.unknown);
    else sum = sum.plus(share.of.times(weight));
  }
  return unknown.length > 0 ? { unknown } : { of: sum };
}

/** The share that all parts have in common, if they have. */
function agreed(shares: readonly Share[]): Decimal | null {
  const [first] = shares;
  if (!first || 'unknown' in first) return null;
  return shares.every((share) => 'of' in share && share.of.equals(first.of)) ? first.of : null;
}

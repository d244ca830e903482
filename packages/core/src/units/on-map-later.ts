import type { Findings } from './on-map-answer.js';
import { follow, lastArrival } from './on-map-flow.js';
import { lostBeside } from './on-map-lost.js';
import type { Component, MapObstacle } from './on-map.js';
import { Weight } from './split-rule.js';
import { dayAfter, type UnitHistory } from './unit-history.js';

/** A map, and figures of a later day. */
interface LaterFigures {
  readonly map: string;
  readonly of: string;
}

/**
 * What units `of` a later day add up to the targets, which stand on the map. What was merged after the day of the
 * map cannot be taken apart again: a unit counts only if all of it was in the targets.
 */
export function figuresFromLater(
  targets: ReadonlySet<number>,
  figures: LaterFigures,
  history: UnitHistory,
): Findings {
  const components: Component[] = [];
  const obstacles: MapObstacle[] = [];
  const flow = follow('outOf', targets, { after: figures.map, upTo: figures.of }, history);
  const heirs = new Set([...flow.units].filter((unit) => history.exists(unit, figures.of)));
  const origins = new Origins(figures, history);
  for (const unit of heirs) {
    const others = [...origins.of(unit, dayAfter(figures.of))].filter((origin) => !targets.has(origin));
    if (others.length === 0) components.push({ unit, weight: new Weight(1), through: flow.edgesTo(unit) });
    else obstacles.push({ reason: 'MIXED_ORIGIN', unit, others: others.sort((a, b) => a - b) });
  }
  const lost = lostBeside(flow.units, { of: figures.map, map: figures.of }, history);
  const presumed = new Set<number>();
  const doubtful: number[] = [];
  for (const { unit, places } of lost) {
    const hits = [...places].filter((place) => heirs.has(place)).length;
    if (targets.has(unit) && hits === places.size && hits > 0) presumed.add(unit);
    else if (!targets.has(unit) && hits > 0) doubtful.push(unit);
  }
  for (const unit of flow.units) {
    if (!heirs.has(unit) && flow.isEnd(unit) && !presumed.has(unit))
      obstacles.push({ reason: 'UNDATED_CHANGE', unit });
  }
  return { components, obstacles, presumed: [...presumed], doubtful };
}

/** Which units of the map a later unit was made of. */
class Origins {
  readonly #known = new Map<string, ReadonlySet<number>>();

  constructor(
    private readonly figures: LaterFigures,
    private readonly history: UnitHistory,
  ) {}

  /** Of the unit as it was before `day`. One that appeared from nowhere is its own stranger. */
  of(unit: number, day: string): ReadonlySet<number> {
    const key = `${unit} ${day}`;
    const known = this.#known.get(key);
    if (known) return known;
    const arrival = lastArrival(unit, day, this.figures.map, this.history);
    const origins = arrival
      ? new Set(arrival.from.flatMap((source) => [...this.of(source, arrival.day)]))
      : new Set([unit]);
    this.#known.set(key, origins);
    return origins;
  }
}

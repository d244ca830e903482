import { Arrivals } from './on-map-flow.js';
import { dayBefore, type UnitHistory } from './unit-history.js';

/** A unit of the day of the figures whose end is known but not its successor. */
export interface LostUnit {
  readonly unit: number;
  /** The units on the map it can have gone to: wherever its neighbours went. */
  readonly places: ReadonlySet<number>;
}

/**
 * The lost units that stood under one parent with any of `units` between the day of the figures and the map. Which
 * unit took a lost one in, no source tells; that it was one of those that its neighbours became is as close as the
 * lists come (570 communes of 2021 were merged within their districts by 2025-06-30).
 */
export function lostBeside(
  units: Iterable<number>,
  figures: { of: string; map: string },
  history: UnitHistory,
): LostUnit[] {
  const parents = new Set<number>();
  for (const unit of units) {
    for (const { parent, validFrom, validTo } of history.versionsOf(unit)) {
      const overlaps = validFrom <= figures.map && (validTo === null || figures.of < validTo);
      if (parent !== null && overlaps) parents.add(parent);
    }
  }
  const arrivals = new Arrivals(figures.map, history);
  const beside = new Set([...parents].flatMap((parent) => [...history.childrenEver(parent)]));
  return [...beside].flatMap((unit) => {
    const end = history.endOf(unit);
    if (end === null || end > figures.map || !history.exists(unit, figures.of) || !history.isLost(unit))
      return [];
    const last = dayBefore(end);
    const neighbours = history.childrenOn(history.on(unit, last)!.parent!, last);
    return [{ unit, places: new Set(neighbours.flatMap((neighbour) => [...arrivals.of(neighbour, last)])) }];
  });
}

import type { Part } from './split-rule.js';
import type { LineageFact, UnitHistory } from './unit-history.js';

/**
 * The first day after `day`, up to the map, on which the unit gave away something, and the ways it went. Changes are
 * taken in their order in time, so that what a unit received after giving away a part does not go with that part.
 */
export function nextChange(
  unit: number,
  day: string,
  map: string,
  history: UnitHistory,
): { day: string; parts: Part[] } | null {
  const leaving = history.outOf(unit).filter((edge) => isWithin(history.effective(edge), day, map));
  if (leaving.length === 0) return null;
  const first = leaving.map((edge) => history.effective(edge)).reduce((a, b) => (a < b ? a : b));
  const parts: Part[] = leaving
    .filter((edge) => history.effective(edge) === first)
    .map((edge) => ({ to: edge.to, edge }));
  if (history.exists(unit, first)) parts.push({ to: unit, edge: null });
  return { day: first, parts };
}

/** The last day before `day`, after the map, on which the unit received something, and what it was made of. */
export function lastArrival(
  unit: number,
  day: string,
  map: string,
  history: UnitHistory,
): { day: string; from: number[] } | null {
  const arriving = history.into(unit).filter((edge) => {
    const effective = history.effective(edge);
    return map < effective && effective < day;
  });
  if (arriving.length === 0) return null;
  const last = arriving.map((edge) => history.effective(edge)).reduce((a, b) => (a > b ? a : b));
  const from = arriving.filter((edge) => history.effective(edge) === last).map((edge) => edge.from);
  if (history.startOf(unit) < last) from.push(unit);
  return { day: last, from };
}

const isWithin = (day: string, after: string, upTo: string): boolean => after < day && day <= upTo;

/** What a walk along the edges met. */
export interface Flow {
  /** Every unit met, the first ones included. */
  readonly units: ReadonlySet<number>;
  /** The edges between where the walk began and a unit. */
  edgesTo(unit: number): LineageFact[];
  /** Whether nothing was followed beyond this unit. */
  isEnd(unit: number): boolean;
}

/**
 * Walks from some units along the edges effective after one day and up to another, against time (`'into'`) or with
 * it (`'outOf'`), never following an edge out of its turn in time.
 */
export function follow(
  direction: 'into' | 'outOf',
  start: ReadonlySet<number>,
  between: { after: string; upTo: string },
  history: UnitHistory,
): Flow {
  const back = direction === 'into';
  const anyTime = back ? '9999-12-31' : '';
  const turn = new Map<number, string>([...start].map((unit) => [unit, anyTime]));
  const followed = new Map<number, Set<LineageFact>>();
  const ends = new Set<number>();
  const pending = [...start];
  for (let unit = pending.pop(); unit !== undefined; unit = pending.pop()) {
    const bound = turn.get(unit)!;
    const edges = history[direction](unit).filter((edge) => {
      const day = history.effective(edge);
      return isWithin(day, between.after, between.upTo) && (back ? day < bound : bound < day);
    });
    if (edges.length === 0) ends.add(unit);
    else ends.delete(unit);
    for (const edge of edges) {
      const next = back ? edge.from : edge.to;
      followed.set(next, (followed.get(next) ?? new Set<LineageFact>()).add(edge));
      const day = history.effective(edge);
      const known = turn.get(next);
      // Met again with more of its time in view: walk on from it once more.
      if (known === undefined || (back ? known < day : day < known)) {
        turn.set(next, day);
        pending.push(next);
      }
    }
  }
  const edgesTo = (unit: number): LineageFact[] => {
    const edges = new Set(followed.get(unit));
    for (const edge of edges)
      for (const next of followed.get(back ? edge.to : edge.from) ?? []) edges.add(next);
    return [...edges];
  };
  return { units: new Set(turn.keys()), edgesTo, isEnd: (unit) => ends.has(unit) };
}

/** The units on a map that anything of a unit can have gone to; remembers what it worked out. */
export class Arrivals {
  readonly #known = new Map<string, ReadonlySet<number>>();

  constructor(
    private readonly map: string,
    private readonly history: UnitHistory,
  ) {}

  of(unit: number, day: string): ReadonlySet<number> {
    const key = `${unit} ${day}`;
    const known = this.#known.get(key);
    if (known) return known;
    const next = nextChange(unit, day, this.map, this.history);
    const arrivals = next
      ? new Set(next.parts.flatMap((part) => [...this.of(part.to, next.day)]))
      : new Set(this.history.exists(unit, this.map) ? [unit] : []);
    this.#known.set(key, arrivals);
    return arrivals;
  }
}

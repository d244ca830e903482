import type { Component, MapAnswer, MapObstacle, MapReason } from './on-map.js';

/** What the walks found, before it is put in order. */
export interface Findings {
  readonly components: readonly Component[];
  readonly obstacles: readonly MapObstacle[];
  readonly presumed: readonly number[];
  readonly doubtful: readonly number[];
}

const gravity: readonly MapReason[] = [
  'UNIT_NOT_ON_MAP',
  'MIXED_ORIGIN',
  'SPLIT_WITHOUT_WEIGHT',
  'UNDATED_CHANGE',
];
const ascending = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);

/** Puts an answer together: each obstacle once, and in an order that does not depend on how it was found. */
export function answer(findings: Findings, vanished: 'REFUSE' | 'TELL'): MapAnswer {
  const { components, presumed, doubtful } = findings;
  const refused =
    vanished === 'TELL' ? [] : doubtful.map((unit) => ({ reason: 'UNDATED_CHANGE' as const, unit }));
  const obstacles = [...findings.obstacles, ...refused];
  const distinct = new Map(obstacles.map((obstacle) => [`${obstacle.reason} ${obstacle.unit}`, obstacle]));
  const ordered = [...distinct.values()].sort(
    (a, b) => gravity.indexOf(a.reason) - gravity.indexOf(b.reason) || a.unit - b.unit,
  );
  const through = new Set(components.flatMap((component) => component.through));
  return {
    computable: ordered.length === 0,
    reason: ordered[0]?.reason ?? null,
    obstacles: ordered,
    components: components.toSorted((a, b) => a.unit - b.unit),
    undated: [...through].filter((edge) => edge.effectiveOn === null),
    presumed: ascending(presumed),
    doubtful: ascending(doubtful),
  };
}

import { isWhole } from './lineage-type.js';
import { dayBefore, type UnitHistory } from './unit-history.js';

/**
 * What must hold of any history of units, whatever brought it about. The database holds the first three by
 * constraints; the others are checked on the nation's data and on random histories.
 * @returns one sentence for each violation; empty when all is well.
 */
export function unitViolations(history: UnitHistory): string[] {
  const days = turningDays(history);
  return [
    ...overlaps(history),
    ...wholeMergersThatDoNotMeet(history),
    ...days.flatMap((day) => [...sharedCodes(history, day), ...brokenTrees(history, day)]),
  ];
}

/** The days on which anything begins or ends, and the days before: between them nothing changes. */
function turningDays(history: UnitHistory): string[] {
  const days = new Set<string>();
  for (const unit of history.units()) {
    for (const { validFrom, validTo } of history.versionsOf(unit)) {
      days.add(validFrom);
      if (validTo !== null) days.add(validTo).add(dayBefore(validTo));
    }
  }
  return [...days].sort();
}

function overlaps(history: UnitHistory): string[] {
  return history.units().flatMap((unit) => {
    const versions = history.versionsOf(unit);
    return versions.flatMap((version, index) => {
      const next = versions[index + 1];
      if (!next || (version.validTo !== null && version.validTo <= next.validFrom)) return [];
      return [`Unit ${unit} has two versions on ${next.validFrom}.`];
    });
  });
}

/** A dated whole merger ends one unit on the day on which the other takes over: no gap, no day counted twice. */
function wholeMergersThatDoNotMeet(history: UnitHistory): string[] {
  return history.lineage.flatMap((edge) => {
    if (!isWhole(edge.type) || edge.effectiveOn === null) return [];
    const end = history.endOf(edge.from);
    if (end === edge.effectiveOn && history.exists(edge.to, edge.effectiveOn)) return [];
    return [`Unit ${edge.from} went into ${edge.to} on ${edge.effectiveOn} but ends on ${end ?? 'no day'}.`];
  });
}

function sharedCodes(history: UnitHistory, day: string): string[] {
  const holders = Map.groupBy(
    history.units().filter((unit) => history.exists(unit, day)),
    (unit) => history.on(unit, day)!.code,
  );
  return [...holders]
    .filter(([, units]) => units.length > 1)
    .map(([code, units]) => `On ${day} code ${code} names units ${units.join(', ')}.`);
}

/** Every unit hangs, through units of that day, under exactly one root: so children tile their parent. */
function brokenTrees(history: UnitHistory, day: string): string[] {
  const present = history.units().filter((unit) => history.exists(unit, day));
  const roots = present.filter((unit) => history.on(unit, day)!.parent === null);
  const reached = new Set(roots);
  for (const unit of reached) for (const child of history.childrenOn(unit, day)) reached.add(child);
  return [
    ...(present.length > 0 && roots.length !== 1 ? [`On ${day} there are ${roots.length} roots.`] : []),
    ...present
      .filter((unit) => !reached.has(unit))
      .map((unit) => `On ${day} unit ${unit} is under no root: its parent is absent, or a cycle.`),
  ];
}

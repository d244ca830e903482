import type { SplitRule } from '../units/split-rule.js';
import type { UnitHistory } from '../units/unit-history.js';
import type { UnitKind } from '../units/unit-kind.js';
import { compositionOnMap, type Composition } from '../values/composition-on-map.js';
import { ReportersOfDay, type Cover } from './map-cover.js';

/** What of an indicator decides who makes up a unit on a map. */
export interface MapRules {
  readonly kinds: readonly UnitKind[];
  readonly splitRule: SplitRule;
}

/** Whose figures of one stretch of days make up a unit as it stands on the map of a later one. */
export interface UnitOnMap extends MapRules, Cover, Omit<Composition, 'parts'> {
  readonly unit: number;
  /** The first day of the map's stretch, and of the figures'. */
  readonly mapFrom: string;
  readonly figuresFrom: string;
}

/**
 * The days on which anything begins to be otherwise, the first day of the tree among them. Between two of them one map
 * is like the other, and so is what makes up its units: whatever is asked of the lineage compares one of these days with
 * the day of the map, or with that of the figures.
 */
export function daysOfMaps(history: UnitHistory): string[] {
  const days = [
    ...history
      .units()
      .flatMap((unit) => history.versionsOf(unit).flatMap((one) => [one.validFrom, one.validTo])),
    ...history.lineage.map(({ effectiveOn }) => effectiveOn),
  ];
  return [...new Set(days)].filter((day): day is string => day !== null && day >= history.begins).sort();
}

/**
 * The units of every map up to a day that have units that report below them, for the figures of all earlier stretches.
 * Those with a divided unit among them that counts in part are left out: of a part no total is kept.
 *
 * Of figures later than the map there is nothing here. What has been merged since cannot be taken apart, so that they
 * mostly do not add up; and where they do, they are the figures of hundreds of single communes.
 */
export function* unitsOnMaps(
  history: UnitHistory,
  rules: readonly MapRules[],
  until: string,
): Generator<UnitOnMap> {
  const days = daysOfMaps(history).filter((day) => day <= until);
  for (const { kinds, splitRule } of rules) {
    const reportedBy = new Set(kinds);
    const reporters = new Map(days.map((day) => [day, new ReportersOfDay(history, day, reportedBy)]));
    for (const mapFrom of days) {
      const map = reporters.get(mapFrom)!;
      const units = history
        .units()
        .filter((unit) => map.hasReportersBelow(unit) && !reportedBy.has(history.on(unit, mapFrom)!.kind));
      for (const figuresFrom of days.filter((day) => day < mapFrom)) {
        for (const unit of units) {
          const { parts, ...more } = compositionOnMap(
            { unit, date: mapFrom, figuresOf: figuresFrom, reportedBy, splitRule },
            history,
          );
          if (!parts.every(({ weight }) => weight.equals(1))) continue;
          const cover = reporters.get(figuresFrom)!.cover(parts.map((part) => part.unit));
          yield { unit, mapFrom, figuresFrom, kinds, splitRule, ...cover, ...more };
        }
      }
    }
  }
}

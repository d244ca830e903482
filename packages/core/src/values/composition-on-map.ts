import { LineageType } from '../units/lineage-type.js';
import { componentsOnMap, type Component, type MapReason } from '../units/on-map.js';
import type { SplitRule } from '../units/split-rule.js';
import type { UnitHistory } from '../units/unit-history.js';
import type { UnitKind } from '../units/unit-kind.js';

/** A unit as it stands on a map, the day of the figures that make it up, and how the indicator counts. */
export interface CompositionAsked {
  readonly unit: number;
  readonly date: string;
  readonly figuresOf: string;
  readonly reportedBy: ReadonlySet<UnitKind>;
  readonly splitRule: SplitRule;
}

/** Whose figures of the day make up a unit on a map, and what stands in the way. */
export interface Composition {
  readonly parts: readonly Component[];
  readonly reason: MapReason | null;
  /** Whether figures came along a way on which a unit does not stay the one it was. */
  readonly breaks: boolean;
  /** How many figures are needed that no one can tell. */
  readonly inDoubt: number;
  /** The units in the way; of a unit that is gone, its heirs on the map. A unit may be named twice. */
  readonly obstacles: readonly number[];
}

/** Whose figures make up a unit on a map, and what stands in the way, asked of the lineage. */
export function compositionOnMap(asked: CompositionAsked, history: UnitHistory): Composition {
  const map = componentsOnMap({ ...asked, vanished: 'TELL' }, history);
  const gone = map.obstacles.find((obstacle) => obstacle.reason === 'UNIT_NOT_ON_MAP');
  // Of a unit that had no town counted, no town is missed: what did not report then is no part of the figure.
  const parts = gone
    ? []
    : map.components.filter(({ unit }) => asked.reportedBy.has(history.on(unit, asked.figuresOf)!.kind));
  return {
    parts,
    reason: map.reason,
    breaks: parts.some(({ through }) => through.some(({ type }) => !identities.has(type))),
    // A neighbor that was gone before the conversion table began may have given this unit something: it is named among
    // the obstacles, but no figure of it can be asked for, so it is not counted as missing.
    inDoubt: gone ? 1 : map.obstacles.length,
    obstacles: gone?.heirs ?? [...map.obstacles.map((obstacle) => obstacle.unit), ...map.doubtful],
  };
}

/** Ways along which a unit stays the one it was: a mere change of name or kind is none for its figures. */
const identities: ReadonlySet<LineageType> = new Set([
  LineageType.RENAMED,
  LineageType.UNCHANGED,
  LineageType.KIND_CHANGE,
]);

import { reportingKinds } from '../indicators/indicator-facts.js';
import { LineageType } from '../units/lineage-type.js';
import { componentsOnMap, type Component } from '../units/on-map.js';
import { loadSubgraph } from '../units/unit-graph.js';
import type { UnitHistory } from '../units/unit-history.js';
import type { AggregateSource, Prepared } from './aggregate.js';
import type { AggregateReason } from './aggregate-request.js';

/** Which figures make up a figure on a map, and what stands in the way. */
export interface MappedCells {
  readonly cells: readonly { readonly period: number; readonly unit: number; readonly weight: string }[];
  readonly reason: AggregateReason | null;
  /** How many figures are needed that no one can tell: a unit may be in the way for several periods. */
  readonly inDoubt: number;
  /** The units in the way; of a unit that is gone, its heirs on the map. */
  readonly obstacles: readonly number[];
}

/**
 * The cells of every request that asks for a map. Figures of a period are those of the units of its last day; the
 * lineage says which of these, and how much of them, make up the asked units as they stand on the map.
 * Three statements, whatever is asked.
 */
export async function mapCells(
  { session, businessDate }: AggregateSource,
  prepared: readonly Prepared[],
): Promise<Map<Prepared, MappedCells>> {
  const asked = prepared.filter(({ request }) => request.basis === 'ON_MAP');
  if (asked.length === 0) return new Map();
  const dateOf = ({ request }: Prepared): string => request.mapDate ?? businessDate;
  const units = [...new Set(asked.flatMap(({ request }) => request.units))];
  const dates = [...new Set(asked.flatMap((one) => [dateOf(one), ...one.slots.map(({ day }) => day)]))];
  const history = await loadSubgraph((sql, parameters) => session.query(sql, parameters), units, dates);
  return new Map(asked.map((one) => [one, cellsOf(one, dateOf(one), history)]));
}

function cellsOf({ indicator, request, slots }: Prepared, date: string, history: UnitHistory): MappedCells {
  if (date < history.begins) return { cells: [], reason: 'NO_MAP', inDoubt: 0, obstacles: [] };
  const reportedBy = new Set(reportingKinds(indicator));
  const cells: { period: number; unit: number; weight: string }[] = [];
  const obstacles: number[] = [];
  let inDoubt = 0;
  let reason: AggregateReason | null = null;
  for (const { period, day } of slots) {
    // Of days before the first known tree, that tree is the best there is.
    const figuresOf = day < history.begins ? history.begins : day;
    const weights = new Map<number, Component['weight']>();
    for (const unit of request.units) {
      if (!history.knows(unit)) {
        reason ??= 'UNIT_NOT_ON_MAP';
        inDoubt += 1;
        continue;
      }
      // A neighbor that was gone before the conversion table began may have given this unit something: it is named
      // among the obstacles, but no figure of it can be asked for, so it is not counted as missing.
      const map = componentsOnMap(
        { unit, date, figuresOf, reportedBy, splitRule: indicator.splitRule, vanished: 'TELL' },
        history,
      );
      const gone = map.obstacles.find((obstacle) => obstacle.reason === 'UNIT_NOT_ON_MAP');
      // Of a unit that had no town counted, no town is missed: what did not report then is no part of the figure.
      const kept = gone
        ? []
        : map.components.filter((part) => reportedBy.has(history.on(part.unit, figuresOf)!.kind));
      for (const part of kept)
        weights.set(part.unit, weights.get(part.unit)?.plus(part.weight) ?? part.weight);
      inDoubt += gone ? 1 : map.obstacles.length;
      obstacles.push(
        ...(gone?.heirs ?? map.obstacles.map((obstacle) => obstacle.unit)),
        ...(gone ? [] : map.doubtful),
      );
      reason ??=
        map.reason ?? (kept.some((part) => breaks(indicator.mergeRule, part)) ? 'SERIES_BREAK' : null);
    }
    cells.push(...[...weights].map(([unit, weight]) => ({ period, unit, weight: weight.toFixed() })));
  }
  return { cells, reason, inDoubt, obstacles: [...new Set(obstacles)] };
}

/** Ways along which a unit stays the one it was. */
const identities: ReadonlySet<LineageType> = new Set([
  LineageType.RENAMED,
  LineageType.UNCHANGED,
  LineageType.KIND_CHANGE,
]);

/** Whether an indicator's figures may not pass along the way a component came. A mere change of name or kind is no way. */
function breaks(mergeRule: Prepared['indicator']['mergeRule'], { through }: Component): boolean {
  if (mergeRule !== 'NOT_COMPARABLE' && mergeRule !== 'RECOMPUTE_STATUS') return false;
  return through.some(({ type }) => !identities.has(type));
}

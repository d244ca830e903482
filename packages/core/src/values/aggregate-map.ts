import { reportingKinds } from '../indicators/indicator-facts.js';
import type { Component } from '../units/on-map.js';
import { loadSubgraph } from '../units/unit-graph.js';
import type { UnitHistory } from '../units/unit-history.js';
import type { AggregateSource, Prepared } from './aggregate.js';
import type { AggregateReason } from './aggregate-request.js';
import { compositionOnMap } from './composition-on-map.js';

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
      const made = compositionOnMap(
        { unit, date, figuresOf, reportedBy, splitRule: indicator.splitRule },
        history,
      );
      for (const part of made.parts)
        weights.set(part.unit, weights.get(part.unit)?.plus(part.weight) ?? part.weight);
      inDoubt += made.inDoubt;
      obstacles.push(...made.obstacles);
      reason ??= made.reason ?? (made.breaks && mayNotPass(indicator.mergeRule) ? 'SERIES_BREAK' : null);
    }
    cells.push(...[...weights].map(([unit, weight]) => ({ period, unit, weight: weight.toFixed() })));
  }
  return { cells, reason, inDoubt, obstacles: [...new Set(obstacles)] };
}

/** Whether an indicator's figures may not pass along a way on which a unit becomes another. */
const mayNotPass = (mergeRule: Prepared['indicator']['mergeRule']): boolean =>
  mergeRule === 'NOT_COMPARABLE' || mergeRule === 'RECOMPUTE_STATUS';

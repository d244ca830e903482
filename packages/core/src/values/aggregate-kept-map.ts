import { showsLatest } from '../indicators/indicator-facts.js';
import type { AggregateSource, Prepared } from './aggregate.js';
import type { MappedCells } from './aggregate-map.js';
import type { AggregateReason } from './aggregate-request.js';
import { totalRequest, type Total } from './total-request.js';

/** A total on a map, and what stands in the way of it. */
export interface MappedTotal {
  readonly total: Total;
  readonly mapped: MappedCells;
}

interface TotalOnMap extends Omit<Total, 'root_missing' | 'carried' | 'missing'> {
  readonly reason: AggregateReason | null;
  readonly in_doubt: number;
  readonly obstacles: number[];
}

/**
 * Totals on maps, of those requests that kept totals answer; one statement. The others are put together by the lineage
 * (aggregate-map.ts), and so are those of which something is to be named that is missing or carried forward.
 */
export async function totalsOnMaps(
  { session, businessDate, recompute = false }: AggregateSource,
  prepared: readonly Prepared[],
): Promise<Map<Prepared, MappedTotal>> {
  const asked = prepared.filter((one) => one.request.basis === 'ON_MAP' && !mayCarry(one));
  if (asked.length === 0 || recompute) return new Map();
  const requests = asked.map((one, n) => ({
    ...totalRequest(one, n),
    map_date: one.request.mapDate ?? businessDate,
  }));
  const found = await session.query<TotalOnMap>('select * from core.totals_on_map($1)', [
    JSON.stringify(requests),
  ]);
  return new Map(
    found.flatMap(({ reason, in_doubt: inDoubt, obstacles, ...total }) => {
      const one = asked[total.n]!;
      if (named(one) && total.have < total.needed) return [];
      const mapped = { cells: [], reason, inDoubt, obstacles: [...new Set(obstacles)] };
      return [[one, { total: { ...total, root_missing: false, carried: [], missing: [] }, mapped }]];
    }),
  );
}

const named = ({ request }: Prepared): boolean => request.names ?? true;

/** Whether figures of an earlier period may stand in, which are to be named. */
const mayCarry = (one: Prepared): boolean => named(one) && one.slots.length > 1 && showsLatest(one.indicator);

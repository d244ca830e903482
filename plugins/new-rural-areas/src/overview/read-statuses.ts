import type { RequestContext } from '@phoihop/platform';
import { levels, type Level } from '../criteria/level.js';
import { ruralCommunes } from './rural-communes.js';
import type { StatusAnswer } from './status-answer.js';

interface Held {
  readonly unit_id: number;
  readonly level: Level;
  readonly since: string;
  readonly recognition: number;
}

/**
 * The communes of a unit by status on a day: two statements, however many communes. A title belongs to the unit that
 * was recognized; a commune made by a merger holds none of its predecessors', whatever its name or code.
 */
export async function readStatuses(
  context: RequestContext,
  { unitId, asOf }: { unitId: number; asOf: string },
): Promise<StatusAnswer> {
  const communes = await ruralCommunes(context, { unitId, on: asOf, field: 'unit' });
  const held = await heldOn(context, { unitIds: communes.map(({ unit_id }) => unit_id), on: asOf });
  const statuses = communes.map(({ unit_id: unit }) => {
    const highest = held
      .filter((one) => one.unit_id === unit)
      .sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))[0];
    const { level = null, since = null, recognition = null } = highest ?? {};
    return { unit, level, since, recognition, asOf };
  });
  const counts = [...levels].reverse().map((level) => ({
    level,
    communes: statuses.filter((status) => status.level === level).length,
    atLeast: statuses.filter(
      (status) => status.level && levels.indexOf(status.level) >= levels.indexOf(level),
    ).length,
  }));
  const none = statuses.filter(({ level }) => level === null).length;
  return {
    asOf,
    unit: unitId,
    counts: [...counts, { level: null, communes: none, atLeast: statuses.length }],
    communes: statuses,
  };
}

/** Which levels communes hold on a day. */
export const heldOn = (
  { session }: Pick<RequestContext, 'session'>,
  { unitIds, on }: { unitIds: readonly number[]; on: string },
): Promise<Held[]> =>
  session.query<Held>(
    `select unit_id, level, decided_on::text as since, id as recognition from new_rural_areas.recognition
      where unit_id = any ($1::bigint[]) and decided_on <= $2::date and (withdrawn_on is null or withdrawn_on > $2::date)`,
    [unitIds, on],
  );

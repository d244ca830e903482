import { ProblemError, type RequestContext } from '@phoihop/platform';
import { program } from '../access.js';

/** A rural commune in the unit asked for, on the day asked for. */
export interface RuralCommune {
  readonly unit_id: number;
  readonly code: string;
}

/**
 * The communes of a unit on a day, itself included, in the order of codes. Towns and wards are none: new-rural work is
 * not asked of them, and a commune that became a ward has left with that day; a town has none, and that is an answer.
 *
 * What is put together of those communes that a caller happens to see would pass for the unit's own: whoever does not
 * see all of them is refused.
 * @throws ProblemError NEW_RURAL_PARTLY_SEEN with how many the caller sees.
 */
export async function ruralCommunes(
  { session }: Pick<RequestContext, 'session'>,
  { unitId, on, field }: { unitId: number; on: string; field: string },
): Promise<RuralCommune[]> {
  const communes = await session.query<RuralCommune & { seen: boolean }>(select, [unitId, on, program]);
  const seen = communes.filter((commune) => commune.seen).length;
  if (seen < communes.length)
    throw new ProblemError('NEW_RURAL_PARTLY_SEEN', { field, given: seen, allowed: communes.length });
  return communes.map(({ unit_id, code }) => ({ unit_id, code }));
}

/** $1 unit, $2 day, $3 program. */
const select = /* sql */ `
  select version.unit_id, version.code,
         version.unit_id in (select core.units_seen('new-rural-areas:read', $3)) as seen
    from core.unit_reach root
    join core.unit_reach reach on reach.own and reach.path operator(public.<@) root.path
     and reach.valid_from <= $2::date and (reach.valid_to is null or reach.valid_to > $2::date)
    join core.administrative_unit_version version on version.unit_id = reach.unit_id and version.superseded_at is null
     and version.kind = 'COMMUNE'
     and version.valid_from <= $2::date and (version.valid_to is null or version.valid_to > $2::date)
   where root.unit_id = $1::bigint and root.own
     and root.valid_from <= $2::date and (root.valid_to is null or root.valid_to > $2::date)
   order by version.code`;

import { ProblemError, type RequestContext } from '@phoihop/platform';
import type { Level } from './level.js';

/** The set by which a commune is judged on a day. */
export interface SetInForce {
  readonly id: number;
  readonly code: string;
  readonly prerequisite: Level | null;
}

/**
 * Which set applies to a unit: that of its province on the day, where it has issued one; otherwise the nation's.
 * @throws ProblemError NEW_RURAL_CRITERIA_SET_NOT_FOUND where none was in force.
 */
export async function setInForce(
  { session }: Pick<RequestContext, 'session'>,
  { unitId, level, on, field }: { unitId: number; level: Level; on: string; field: string },
): Promise<SetInForce> {
  const [set] = await session.query<SetInForce>(
    `select its.id, its.code, its.prerequisite
       from new_rural_areas.criteria_set its
      where its.level = $2 and its.valid_from <= $3::date and (its.valid_to is null or its.valid_to > $3::date)
        and (its.unit_id is null or exists (
          select from core.unit_reach here
            join core.unit_reach province on province.unit_id = its.unit_id and province.own
             and province.valid_from <= $3::date and (province.valid_to is null or province.valid_to > $3::date)
           where here.unit_id = $1::bigint and here.own and here.path operator(public.<@) province.path
             and here.valid_from <= $3::date and (here.valid_to is null or here.valid_to > $3::date)))
      order by its.unit_id is null, its.valid_from desc limit 1`,
    [unitId, level, on],
  );
  if (!set) throw new ProblemError('NEW_RURAL_CRITERIA_SET_NOT_FOUND', { field, given: level, on });
  return set;
}

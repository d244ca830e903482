import { ProblemError, type RequestContext } from '@phoihop/platform';
import { requireDeclared } from './declared-permissions.js';
import { scopesOf, unitOf } from './scopes.js';

/** What is about to be changed. */
export interface WantedScope {
  readonly unitId: number;
  /** `PRG-27`; missing for what belongs to no program, which only those reach who hold all programs. */
  readonly program?: string | null;
  /** The input field that named the unit, for the error: `input.unit`. */
  readonly field?: string;
}

/**
 * Refuses, before anything is written, a caller who does not hold the permission over the unit on the business date.
 * The row rules would refuse as well; this one says why, and what is allowed.
 *
 * @throws ProblemError NOT_FOUND where the caller cannot see the unit either, as if there were none; OUT_OF_SCOPE
 *   with the units and programs over which the caller holds the permission. Error where no plugin declares it.
 */
export async function requireScope(
  context: RequestContext,
  permission: string,
  wanted: WantedScope,
): Promise<void> {
  requireDeclared(context, permission);
  const { unitId, program = null, field = 'unit' } = wanted;
  const [answer] = await context.session.query<{ visible: boolean; allowed: boolean }>(
    `select exists (select from core.administrative_unit where id = $1::bigint) as visible,
            core.may_change($2, $1::bigint, $3) as allowed`,
    [unitId, permission, program],
  );
  if (!answer!.visible) throw new ProblemError('NOT_FOUND', { field });
  if (answer!.allowed) return;
  throw await outOfScope(context, permission, { unitId, program, field });
}

/**
 * The refusal of what lies outside the caller's scopes, with the names of what lies inside.
 * @throws Error where no plugin declares the permission.
 */
export async function outOfScope(
  context: RequestContext,
  permission: string,
  wanted: WantedScope,
): Promise<ProblemError> {
  requireDeclared(context, permission);
  return (await outsideScopes(context, permission, [wanted]))(wanted);
}

/**
 * The same for many places: their names are read once, in one statement.
 * @returns what makes the refusal of each of them.
 */
export async function outsideScopes(
  context: Pick<RequestContext, 'session' | 'caller' | 'clock'>,
  permission: string,
  wanted: readonly WantedScope[],
): Promise<(one: WantedScope) => ProblemError> {
  const scopes = wanted.length > 0 ? scopesOf(context.caller, permission) : [];
  const units = [...new Set([...wanted.map(({ unitId }) => unitId), ...scopes.map(unitOf)])];
  const named = units.length > 0 ? await namesOf(context, units) : new Map<number, string>();
  const describe = (unit: number, of: string | null): string => {
    const name = named.get(unit) ?? '?';
    return of === null ? name : `${name} (${of})`;
  };
  const allowed = [...new Set(scopes.map((scope) => describe(unitOf(scope), scope.program)))].slice(0, 20);
  return ({ unitId, program = null, field = 'unit' }) =>
    new ProblemError('OUT_OF_SCOPE', { field, permission, given: describe(unitId, program), allowed });
}

async function namesOf(
  context: Pick<RequestContext, 'session' | 'clock'>,
  unitIds: readonly number[],
): Promise<Map<number, string>> {
  const rows = await context.session.query<{ unit_id: number; full_name: string }>(
    `select distinct on (unit_id) unit_id, full_name from core.administrative_unit_version
      where unit_id = any ($1::bigint[]) and superseded_at is null
      order by unit_id, (valid_from <= $2::date) desc, valid_from desc`,
    [unitIds, context.clock.businessDate],
  );
  return new Map(rows.map((row) => [row.unit_id, row.full_name]));
}

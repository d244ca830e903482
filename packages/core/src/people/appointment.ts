import { inWords, ProblemError, type Caller, type RequestContext } from '@phoihop/platform';
import { rolePermissions } from '../access/role-permissions.js';
import { appointing } from '../access/roles.js';
import { outOfScope } from '../access/scope.js';
import { holds, unitOf, type Scope, type ScopeReach } from '../access/scopes.js';

/** Over what a role is given. */
export interface AppointmentTarget {
  readonly unitId: number | null;
  readonly groupId: number | null;
  readonly organizationId: number | null;
  readonly reach: ScopeReach;
  readonly programs: readonly string[] | null;
  readonly organizationPrograms: boolean;
}

/**
 * Whether the caller may give a role over a scope: because a role of the caller's appoints to it there, or because
 * the caller manages users there and holds there everything the role may do. Nobody gives more than that, so that
 * nobody becomes more through others.
 */
export function mayAppoint(
  caller: Caller,
  role: string,
  permissions: ReadonlySet<string>,
  target: Scope,
): boolean {
  if (permissions.size === 0) return false;
  if (holds(caller, appointing(role), target)) return true;
  return (
    holds(caller, 'core:user.manage', target) &&
    [...permissions].every((permission) => holds(caller, permission, target))
  );
}

/**
 * Refuses to give, or to take, a role that the caller may not give over all of these scopes.
 * @param fields The input fields that name them, for the error.
 * @throws ProblemError OUT_OF_SCOPE where the caller may give no role there; ROLE_NOT_GRANTABLE with those it may;
 *   BAD_USER_INPUT where there is nothing on the business date to give it over.
 */
export async function requireAppointable(
  context: RequestContext,
  role: string,
  scopes: readonly PlacedScope[],
  fields: string | { readonly role: string; readonly unit: string; readonly organization: string },
): Promise<void> {
  const field = (name: 'role' | 'unit' | 'organization') =>
    typeof fields === 'string' ? fields : fields[name];
  if (scopes.length === 0) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: field('unit'),
      allowed: inWords({ vi: 'mục có vào ngày nghiệp vụ', en: 'what exists on the business date' }),
    });
  }
  const { caller } = context;
  const roles = rolePermissions(context.services('core').plugins);
  const grantable = [...roles]
    .filter(([code, permissions]) => scopes.every((scope) => mayAppoint(caller, code, permissions, scope)))
    .map(([code]) => code);
  if (grantable.includes(role)) return;
  if (grantable.length > 0) {
    throw new ProblemError('ROLE_NOT_GRANTABLE', {
      field: field('role'),
      given: role,
      allowed: grantable.sort(),
    });
  }
  const permission = caller.permissions.has(appointing(role)) ? appointing(role) : 'core:user.manage';
  const outside = scopes.find((scope) => !holds(caller, permission, scope)) ?? scopes[0]!;
  throw await outOfScope(context, permission, {
    unitId: unitOf(outside),
    program: outside.program,
    field: field(outside.ofOrganization ? 'organization' : 'unit'),
  });
}

/** A scope of an appointment; `ofOrganization` where it comes with the organization the role is held for. */
export interface PlacedScope extends Scope {
  readonly ofOrganization: boolean;
}

/**
 * The units and programs of an appointment on the business date; none where the unit does not exist then.
 *
 * - The programs of an organization change without anybody appointing anew, so giving them counts as giving all.
 * - Whoever acts for an organization sees whatever it reported, so the unit it sits in counts too, for all programs.
 */
export async function scopesOfTarget(
  context: RequestContext,
  target: AppointmentTarget,
): Promise<PlacedScope[]> {
  const places = await context.session.query<{ path: string; ofOrganization: boolean }>(scopesSql, [
    target.unitId,
    target.groupId,
    target.organizationId,
    context.clock.businessDate,
  ]);
  const programs = target.organizationPrograms ? [null] : (target.programs ?? [null]);
  return places.flatMap(({ path, ofOrganization }): PlacedScope[] =>
    ofOrganization
      ? [{ path, reach: 'EXACT', program: null, ofOrganization }]
      : programs.map((program) => ({ path, reach: target.reach, program, ofOrganization })),
  );
}

const scopesSql = /* sql */ `
with place (unit_id, of_organization) as (
  select $1::bigint, false
  union all
  select member.unit_id, false from core.unit_group_member member
   where member.group_id = $2::bigint
     and member.valid_from <= $4::date and (member.valid_to is null or member.valid_to > $4::date)
  union all
  select its.unit_id, true from core.organization_version its
   where its.organization_id = $3::bigint and its.superseded_at is null
     and its.valid_from <= $4::date and (its.valid_to is null or its.valid_to > $4::date)
)
select reach.path::text as path, place.of_organization as "ofOrganization"
  from place join core.unit_reach reach using (unit_id)
 where reach.own and reach.valid_from <= $4::date and (reach.valid_to is null or reach.valid_to > $4::date)`;

import { ProblemError, type RequestContext } from '@phoihop/platform';
import { program } from '../step.js';

/** The roles that may be named as helpers: those that `access.ts` grants `crime-prevention:handle`. */
export const handlingRoles: readonly string[] = ['case-handler', 'residential-head'];

/**
 * Refuses a helper who could not read the case: one who holds no handling role over the unit and the program today.
 * @throws ProblemError CRIME_REHABILITATION_HANDLER naming the roles.
 */
export async function requireMayHandle(
  { session, clock }: Pick<RequestContext, 'session' | 'clock'>,
  user: number,
  unit: number,
  field: string,
): Promise<void> {
  const [answer] = await session.query<{ may: boolean }>(holds, [
    user,
    unit,
    clock.businessDate,
    handlingRoles,
    program,
  ]);
  if (!answer!.may)
    throw new ProblemError('CRIME_REHABILITATION_HANDLER', { field, allowed: handlingRoles.join(', ') });
}

const today = (row: string): string =>
  `${row}.valid_from <= $3::date and (${row}.valid_to is null or ${row}.valid_to > $3::date)`;

const holds = /* sql */ `
select exists (
  select from core.assignment its
    join core.role role on role.id = its.role_id and role.code = any ($4::text[])
    join core.unit_reach held on held.unit_id = its.unit_id and held.own and ${today('held')}
    join core.unit_reach wanted on wanted.unit_id = $2::bigint and wanted.own and ${today('wanted')}
     and (wanted.path operator(public.=) held.path
       or (its.reach = 'SUBTREE' and wanted.path operator(public.<@) held.path))
   where its.user_id = $1::bigint and its.revoked_at is null and ${today('its')}
     and case when its.organization_programs
           then jsonb_exists(core.programs_of_organization(its.organization_id, $3::date), $5)
           else its.programs is null or $5 = any (its.programs) end) as may`;

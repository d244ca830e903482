import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { rolePermissions } from '../access/role-permissions.js';
import { outOfScope } from '../access/scope.js';

const waive = 'core:obligation.waive';
const submit = 'core:report.submit';

/**
 * Refuses who may not excuse a unit from a report, nor take that back: who does not hold the right over it (over what
 * became of it, where it has ended), and who may hand in its reports, with this account or with another.
 * @throws ProblemError OUT_OF_SCOPE, OBLIGATION_OWN
 */
export async function requireMayExcuse(context: RequestContext, obligation: Row): Promise<void> {
  const unitId = obligation['unit'] as number;
  const program = obligation['program'] as string | null;
  const [answer] = await context.session.query<{ allowed: boolean; own: boolean }>(
    `select core.may_report('${waive}', $1::bigint, $2, $3::bigint) as allowed,
       core.may_report('${submit}', $1::bigint, $2, $3::bigint) or core.callers_person_holds($4::text[], $1::bigint, $2) as own`,
    [unitId, program, obligation['period'], rolesThatSubmit(context)],
  );
  const { allowed, own } = answer!;
  if (!allowed) throw await outOfScope(context, waive, { unitId, program, field: 'input.obligation' });
  if (own) throw new ProblemError('OBLIGATION_OWN', { field: 'input.obligation' });
}

/** What a role may do the composed plugins say; the database knows who has which role where. */
const rolesThatSubmit = (context: RequestContext): string[] =>
  [...rolePermissions(context.services('core').plugins)]
    .filter(([, permissions]) => permissions.has(submit))
    .map(([role]) => role);

import type { RequestContext } from '@phoihop/platform';
import { outOfScope } from '../access/scope.js';

const manage = 'core:agreement.manage';

/** SQL: the caller manages agreements of the unit and program; of a unit that has ended, of all it became. */
export const manages = (unit: string, program: string): string =>
  `(core.may_change('${manage}', ${unit}, ${program}) or core.may_take_over('${manage}', ${unit}, ${program}))`;

/**
 * Refuses who does not manage an agreement: over the unit that signed it or, where that has ended, over all it became.
 * @throws ProblemError OUT_OF_SCOPE
 */
export async function requireManager(
  context: RequestContext,
  { unitId, program, field }: { unitId: number; program: string | null; field: string },
): Promise<void> {
  const [answer] = await context.session.query<{ allowed: boolean }>(
    `select ${manages('$1::bigint', '$2')} as allowed`,
    [unitId, program],
  );
  if (!answer!.allowed) throw await outOfScope(context, manage, { unitId, program, field });
}

import type { ClassType, RequestContext } from '@phoihop/platform';
import { found } from '@phoihop/core';
import { ProblemError, type Row } from '@phoihop/platform';

/**
 * An entry of a code list that was in force on a day.
 * @throws ProblemError NOT_FOUND, COVID_REFERENCE_NOT_IN_FORCE
 */
export async function inForce(
  context: RequestContext,
  entity: ClassType,
  { id, field, day }: { readonly id: string; readonly field: string; readonly day: string },
): Promise<Row> {
  const row = await found(context, entity, id, field);
  const from = String(row['validFrom']);
  const to = row['validTo'] as string | null;
  if (from <= day && (to === null || day < to)) return row;
  throw new ProblemError('COVID_REFERENCE_NOT_IN_FORCE', {
    field,
    given: row['code'],
    day,
    allowed: to === null ? `≥ ${from}` : `${from} – ${to}`,
  });
}

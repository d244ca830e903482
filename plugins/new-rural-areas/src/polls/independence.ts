import { requireAnotherPerson } from '@phoihop/core';
import type { RequestContext } from '@phoihop/platform';

/**
 * Who judged a commune does not count what its people say of it. Looked at are the year of the poll and the one before:
 * a dossier may rest on an assessment of either.
 * @throws ProblemError SAME_PERSON
 */
export async function requireIndependence(
  context: RequestContext,
  { unitId, openedOn }: { unitId: number; openedOn: string },
  field: string,
): Promise<void> {
  const assessors = await context.session.query<{ user_id: number }>(
    `select user_id from new_rural_areas.assessor where unit_id = $1 and year between $2::int - 1 and $2::int`,
    [unitId, Number(openedOn.slice(0, 4))],
  );
  await requireAnotherPerson(
    context,
    assessors.map(({ user_id }) => user_id),
    field,
  );
}

/** Counts are entered while none closes the poll, and a poll is closed while none enters counts. */
export const holdPoll = (
  { session }: Pick<RequestContext, 'session'>,
  pollId: number,
  how: 'counting' | 'closing',
): Promise<unknown> =>
  session.query(
    `select pg_advisory_xact_lock${how === 'counting' ? '_shared' : ''}(hashtext('new-rural-areas poll'), $1::int)`,
    [pollId],
  );

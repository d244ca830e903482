import { requireAnotherPerson } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';

/**
 * Who judged a commune, or signed its self-assessment, does not count what its people say of it. Looked at are the year
 * of the poll and those beside it: a dossier may rest on an assessment of each. Whatever lies further apart is refused
 * when both are attached to one dossier.
 * @throws ProblemError SAME_PERSON
 */
export async function requireIndependence(
  context: RequestContext,
  { unitId, openedOn }: { unitId: number; openedOn: string },
  field: string,
): Promise<void> {
  await holdIndependence(context, unitId);
  const assessors = await context.session.query<{ user_id: number }>(
    `select user_id from new_rural_areas.assessor where unit_id = $1 and year between $2::int - 1 and $2::int + 1`,
    [unitId, Number(openedOn.slice(0, 4))],
  );
  await requireAnotherPerson(
    context,
    assessors.map(({ user_id }) => user_id),
    field,
  );
}

/**
 * The same the other way round: who has counted ballots of a commune in the year, or in one beside it, neither judges it
 * nor signs how it judges itself.
 * @throws ProblemError SAME_PERSON
 */
export async function requireNotCounted(
  context: RequestContext,
  { unitId, year }: { unitId: number; year: number },
  field: string,
): Promise<void> {
  await holdIndependence(context, unitId);
  const counters = await context.session.query<{ recorded_by: number | null }>(
    `select distinct tally.recorded_by
       from new_rural_areas.poll
       join new_rural_areas.poll_area area on area.poll_id = poll.id
       join new_rural_areas.poll_tally tally on tally.area_id = area.id
      where poll.unit_id = $1 and extract(year from poll.opened_on) between $2::int - 1 and $2::int + 1`,
    [unitId, year],
  );
  await requireAnotherPerson(
    context,
    counters.map(({ recorded_by }) => recorded_by),
    field,
  );
}

/**
 * Nobody stands on both sides of one dossier, however far apart in time: an assessment and a poll are not attached, nor
 * handed in, where one person has had a hand in both.
 * @throws ProblemError SAME_PERSON
 */
export async function requireTwoSides(
  context: RequestContext,
  { unitId, assessmentId, pollId }: { unitId: number; assessmentId: number; pollId: number },
  field: string,
): Promise<void> {
  await holdIndependence(context, unitId);
  const [answer] = await context.session.query<{ same: boolean }>(
    'select new_rural_areas.judged_and_counted($1, $2) as same',
    [assessmentId, pollId],
  );
  if (answer!.same) throw new ProblemError('SAME_PERSON', { field });
}

/** Somebody who signs and counts at the same moment does one after the other, and the second is refused. */
const holdIndependence = ({ session }: RequestContext, unitId: number): Promise<unknown> =>
  session.query(`select pg_advisory_xact_lock(hashtext('new-rural-areas independence'), $1::int)`, [unitId]);

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

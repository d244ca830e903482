import { ProblemError, type RequestContext } from '@phoihop/platform';

/**
 * Separation of duties: who entered something does not approve it. Compared are persons, not accounts, so that a
 * second account is no way around.
 *
 * @param enteredBy Users who entered, submitted or scored what is about to be approved; null where it was a machine.
 * @throws ProblemError SAME_PERSON, before anything is written.
 */
export async function requireAnotherPerson(
  context: RequestContext,
  enteredBy: readonly (number | null)[],
  field: string,
): Promise<void> {
  const users = enteredBy.filter((user) => user !== null);
  if (users.length === 0) return;
  if (context.caller.userId !== null && users.includes(context.caller.userId))
    throw new ProblemError('SAME_PERSON', { field });
  const [answer] = await context.session.query<{ same: boolean }>(
    'select core.is_callers_person($1::bigint[]) as same',
    [users],
  );
  if (answer!.same) throw new ProblemError('SAME_PERSON', { field });
}

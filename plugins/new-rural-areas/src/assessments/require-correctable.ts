import { requireAnotherPerson } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';

/**
 * A result is corrected while its dossier is in the commune's hands, and never by who has appraised or decided on it.
 * @throws ProblemError NEW_RURAL_ASSESSMENT_HANDED_IN with the state of the dossier, SAME_PERSON.
 */
export async function requireCorrectable(
  context: RequestContext,
  assessmentId: number,
  field: string,
): Promise<void> {
  const dossiers = await context.session.query<{
    state: string;
    lies: boolean;
    appraised_by: number | null;
    decided_by: number | null;
  }>(
    `select state, state in ('SUBMITTED', 'APPRAISED', 'DECIDED', 'PUBLISHED', 'WITHDRAWN') as lies, appraised_by, decided_by
       from new_rural_areas.dossier where assessment_id = $1 order by id`,
    [assessmentId],
  );
  const above = dossiers.find(({ lies }) => lies);
  if (above) throw new ProblemError('NEW_RURAL_ASSESSMENT_HANDED_IN', { field, given: above.state });
  const reviewers = dossiers.flatMap(({ appraised_by, decided_by }) => [appraised_by, decided_by]);
  await requireAnotherPerson(context, reviewers, field);
}

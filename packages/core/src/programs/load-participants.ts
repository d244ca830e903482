import type { Session } from '@phoihop/platform';
import type { PluginContribution } from './contributions.js';

/** The first day of the program year that the registry describes: since when its invented participants take part. */
const since = '2021-01-01';

/**
 * Enters the organizations that take part in each program, where those organizations are: they are demonstration
 * data, loaded by others or not at all. Cheap to call again, and to be called again once organizations were loaded.
 */
export async function loadParticipants(
  session: Session,
  contributions: readonly PluginContribution[],
): Promise<void> {
  const given = contributions.flatMap(({ contribution }) =>
    contribution.programs.flatMap(({ id, participants = [] }) =>
      participants.map((organization) => ({ program: id, organization })),
    ),
  );
  await session.query(
    `insert into core.program_participant (program_id, program, organization_id, valid_from, demo)
     select program.id, program.code, organization.id, $2::date, true
       from json_to_recordset($1::json) as given (program text, organization text)
       join core.program on program.code = given.program
       join core.organization on organization.key = given.organization
      where not exists (
        select from core.program_participant known
         where known.program_id = program.id and known.organization_id = organization.id and known.demo
           and known.agreement_id is null)`,
    [JSON.stringify(given), since],
  );
}

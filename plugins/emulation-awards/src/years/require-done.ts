import { ProblemError, type RequestContext } from '@phoihop/platform';

/** How many units a refusal names. */
const NAMED = 10;

/**
 * Refuses to go on while units have not done what the step needs.
 * @param sql Gives `unit_id` of each of those that have not; `$1` is the year.
 * @param field What is missing, named as in the refusal’s code list.
 * @throws ProblemError EMULATION_NOT_DONE with how many and which.
 */
export async function requireDone(
  context: RequestContext,
  yearId: number,
  lacking: 'pact' | 'self-scores' | 'cross-scores' | 'review',
): Promise<void> {
  const missing = await context.session.query<{ name: string }>(
    `with missing as (${queries[lacking]})
     select version.full_name as name from missing
       join core.administrative_unit_version version on version.unit_id = missing.unit_id and version.superseded_at is null
        and version.valid_from <= $2::date and (version.valid_to is null or version.valid_to > $2::date)
      order by version.code`,
    [yearId, context.clock.businessDate],
  );
  if (missing.length === 0) return;
  throw new ProblemError('EMULATION_NOT_DONE', {
    field: 'input.emulationYear',
    lacking,
    given: missing.length,
    units: missing
      .slice(0, NAMED)
      .map(({ name }) => name)
      .join(', '),
    allowed: 0,
  });
}

const entries = /* sql */ `from emulation_awards.entry where emulation_year_id = $1`;

/** A manual criterion of the year’s sheet of which the entry has no score of a kind that counts. */
const lacksManual = (kind: string): string => /* sql */ `
select entry.unit_id from emulation_awards.entry entry
  join emulation_awards.emulation_year year on year.id = entry.emulation_year_id
 where entry.emulation_year_id = $1
   and exists (select from emulation_awards.criterion line where line.sheet_id = year.sheet_id and line.source = 'MANUAL'
     and not exists (select from emulation_awards.score given where given.entry_id = entry.id and given.criterion_id = line.id
       and given.kind = '${kind}' and given.superseded_at is null))`;

const queries = {
  pact: `select unit_id ${entries} and not exists (select from emulation_awards.pact_signature signed where signed.entry_id = entry.id)`,
  'self-scores': `select unit_id ${entries} and self_scored_on is null`,
  'cross-scores': lacksManual('CROSS'),
  review: lacksManual('REVIEW'),
} as const;

import { optionalText } from '@phoihop/core';
import { ProblemError, type RequestContext } from '@phoihop/platform';
import type { Comparison } from '../criteria/topic.js';
import type { CriterionInput } from './assessment-inputs.js';
import { requireAgreement } from './outcome.js';
import { rememberAssessor } from './remember-assessor.js';

/** Where results are written. */
export interface ResultsOf {
  readonly assessmentId: number;
  readonly unitId: number;
  readonly setId: number;
}

interface KnownCriterion {
  readonly id: number;
  readonly number: number;
  readonly threshold: string | null;
  readonly comparison: Comparison | null;
}

/**
 * Writes results of a self-assessment; those they replace are kept, marked.
 * @param given Results with the input field that each stands in.
 * @throws ProblemError NEW_RURAL_CRITERION_UNKNOWN, NEW_RURAL_CRITERION_TWICE, NEW_RURAL_CRITERION_VALUE; nothing is written then.
 */
export async function writeResults(
  context: RequestContext,
  { assessmentId, unitId, setId }: ResultsOf,
  given: readonly { readonly result: CriterionInput; readonly field: string }[],
  reason: string | null,
): Promise<void> {
  const { session, caller } = context;
  const criteria = await criteriaOf(context, setId);
  const known = new Map(criteria.map((criterion) => [criterion.number, criterion]));
  const rows = given.map(({ result, field }, index) => {
    const { number, outcome, value = null, note } = result;
    const criterion = known.get(number);
    if (!criterion) {
      const allowed = criteria.map((one) => one.number).join(', ');
      throw new ProblemError('NEW_RURAL_CRITERION_UNKNOWN', {
        field: `${field}.number`,
        given: number,
        allowed,
      });
    }
    if (given.findIndex((other) => other.result.number === number) !== index)
      throw new ProblemError('NEW_RURAL_CRITERION_TWICE', { field: `${field}.number`, given: number });
    requireAgreement(outcome, value, criterion, `${field}.value`);
    return {
      criterion: criterion.id,
      outcome,
      value,
      note: optionalText(note, `${field}.note`, { maximum: 500 }),
    };
  });
  await rememberAssessor(context, assessmentId);
  const facts = JSON.stringify(rows);
  await session.query(
    `update new_rural_areas.assessment_result old set superseded_at = clock_timestamp()
       from jsonb_to_recordset($2::jsonb) as given (criterion bigint)
      where old.assessment_id = $1 and old.criterion_id = given.criterion and old.superseded_at is null`,
    [assessmentId, facts],
  );
  await session.query(
    `insert into new_rural_areas.assessment_result (assessment_id, unit_id, criterion_id, outcome, value, note, reason, recorded_by)
     select $1, $2, criterion, outcome, value, note, $4, $5
       from jsonb_to_recordset($3::jsonb) as given (criterion bigint, outcome text, value numeric, note text)`,
    [assessmentId, unitId, facts, reason, caller.userId],
  );
}

/** The criteria of a set in their order. */
export const criteriaOf = (
  { session }: Pick<RequestContext, 'session'>,
  setId: number,
): Promise<KnownCriterion[]> =>
  session.query<KnownCriterion>(
    `select id, number, threshold::text as threshold, comparison from new_rural_areas.criterion where set_id = $1 order by number`,
    [setId],
  );

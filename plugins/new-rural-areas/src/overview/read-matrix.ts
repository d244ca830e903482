import type { RequestContext } from '@phoihop/platform';
import { Outcome } from '../assessments/outcome.js';
import { criteriaOf } from '../assessments/write-results.js';
import type { Level } from '../criteria/level.js';
import { setInForce } from '../criteria/set-in-force.js';
import type { CriteriaMatrix, MatrixRow } from './matrix-answer.js';
import { ruralCommunes } from './rural-communes.js';

interface Result {
  readonly unit_id: number;
  readonly assessment: number;
  readonly criterion_id: number | null;
  readonly outcome: Outcome;
  readonly value: string | null;
}

/** What is asked: a unit of any level, a level of new-rural work, a year. */
export interface MatrixQuestion {
  readonly unitId: number;
  readonly level: Level;
  readonly year: number;
}

/** Four statements, however many communes and criteria. */
export async function readMatrix(
  context: RequestContext,
  { unitId, level, year }: MatrixQuestion,
): Promise<CriteriaMatrix> {
  const { businessDate } = context.clock;
  const end = `${year}-12-31`;
  const asOf = end < businessDate ? end : businessDate;
  const communes = await ruralCommunes(context, { unitId, on: asOf, field: 'unit' });
  const set = await setInForce(context, { unitId, level, on: asOf, field: 'level' });
  const criteria = await criteriaOf(context, set.id);
  const results = await context.session.query<Result>(select, [
    communes.map(({ unit_id }) => unit_id),
    set.id,
    year,
  ]);
  const rows = communes.map(({ unit_id: unit }): MatrixRow => {
    const own = results.filter((result) => result.unit_id === unit);
    const cells = criteria.map(({ id: criterion }) => {
      const result = own.find(({ criterion_id }) => criterion_id === criterion);
      return { criterion, outcome: result?.outcome ?? null, value: result?.value ?? null };
    });
    const count = (outcome: Outcome): number => cells.filter((cell) => cell.outcome === outcome).length;
    const met = count(Outcome.MET);
    const notApplicable = count(Outcome.NOT_APPLICABLE);
    const missing = criteria.length - met - notApplicable;
    return { unit, assessment: own[0]?.assessment ?? null, met, notApplicable, missing, cells, asOf };
  });
  return {
    unit: unitId,
    level,
    year,
    set: set.id,
    columns: criteria.map(({ id }) => id),
    rows,
    assessed: rows.filter(({ assessment }) => assessment !== null).length,
    asOf,
  };
}

/** Results of signed self-assessments only: a draft is its commune's own affair. */
const select = /* sql */ `
  select its.unit_id, its.id as assessment, result.criterion_id, result.outcome, result.value::text as value
    from new_rural_areas.assessment its
    left join new_rural_areas.assessment_result result on result.assessment_id = its.id and result.superseded_at is null
   where its.unit_id = any ($1::bigint[]) and its.set_id = $2 and its.year = $3 and its.state = 'SUBMITTED'`;

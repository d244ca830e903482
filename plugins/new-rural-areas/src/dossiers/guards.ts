import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import type { Level } from '../criteria/level.js';
import { setInForce } from '../criteria/set-in-force.js';

/** What is asked about a commune that aims at a level. */
interface Aim {
  readonly unitId: number;
  readonly level: Level;
  readonly on: string;
  readonly field: string;
}

/**
 * The level before must be held on the day, by this very unit: a commune that was merged has none of what its
 * predecessors held.
 * @throws ProblemError NEW_RURAL_PREREQUISITE_MISSING naming the level that is asked for.
 */
export async function requirePrerequisite(
  { session }: Pick<RequestContext, 'session'>,
  prerequisite: Level | null,
  { unitId, level, on, field }: Aim,
): Promise<void> {
  if (prerequisite === null) return;
  const held = await session.query(
    `select from new_rural_areas.recognition where unit_id = $1 and level = $2
      and decided_on <= $3::date and (withdrawn_on is null or withdrawn_on > $3::date)`,
    [unitId, prerequisite, on],
  );
  if (held.length > 0) return;
  throw new ProblemError('NEW_RURAL_PREREQUISITE_MISSING', {
    field,
    given: level,
    allowed: prerequisite,
    on,
  });
}

/** Who holds a level already is not recognized again. @throws ProblemError NEW_RURAL_RECOGNIZED_ALREADY */
export async function requireNotRecognized(
  { session }: Pick<RequestContext, 'session'>,
  { unitId, level, field }: Omit<Aim, 'on'>,
): Promise<void> {
  const [held] = await session.query<{ decided_on: string }>(
    `select decided_on::text from new_rural_areas.recognition where unit_id = $1 and level = $2 and withdrawn_on is null`,
    [unitId, level],
  );
  if (held)
    throw new ProblemError('NEW_RURAL_RECOGNIZED_ALREADY', { field, given: level, on: held.decided_on });
}

/**
 * A dossier is judged by the criteria in force on the day it is handed in, not by those of when it was begun.
 * @throws ProblemError NEW_RURAL_CRITERIA_SET_REPLACED naming both sets.
 */
export async function requireSetInForce(
  context: RequestContext,
  dossier: Row,
  on: string,
): Promise<Level | null> {
  const field = 'input.dossier';
  const unitId = dossier['unit'] as number;
  const set = await setInForce(context, { unitId, level: dossier['level'] as Level, on, field });
  if (set.id === dossier['set']) return set.prerequisite;
  const [given] = await context.session.query<{ code: string }>(
    'select code from new_rural_areas.criteria_set where id = $1',
    [dossier['set']],
  );
  throw new ProblemError('NEW_RURAL_CRITERIA_SET_REPLACED', {
    field,
    given: given!.code,
    allowed: set.code,
    on,
  });
}

/**
 * Every criterion is met, or not asked of this commune. The assessment is held, so that nobody corrects it meanwhile.
 * @throws ProblemError NEW_RURAL_CRITERIA_NOT_MET with the numbers of those that are not.
 */
export async function requireCriteriaMet(
  { session }: Pick<RequestContext, 'session'>,
  assessmentId: number,
): Promise<void> {
  await session.query('select from new_rural_areas.assessment where id = $1 for share', [assessmentId]);
  const missing = await session.query<{ number: number }>(
    `select criterion.number
       from new_rural_areas.assessment its
       join new_rural_areas.criterion on criterion.set_id = its.set_id
       left join new_rural_areas.assessment_result result on result.assessment_id = its.id
        and result.criterion_id = criterion.id and result.superseded_at is null
      where its.id = $1 and coalesce(result.outcome, 'NOT_MET') = 'NOT_MET' order by criterion.number`,
    [assessmentId],
  );
  if (missing.length === 0) return;
  const given = missing.map(({ number }) => number).join(', ');
  throw new ProblemError('NEW_RURAL_CRITERIA_NOT_MET', {
    field: 'input.dossier',
    given,
    count: missing.length,
  });
}

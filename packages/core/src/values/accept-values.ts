import { ProblemError, ProblemListError, type RequestContext } from '@phoihop/platform';
import { outOfScope } from '../access/scope.js';
import { DataValue } from './data-value.js';
import type { FigureRefusal } from './given-figure.js';
import { storeValues, type ValueToStore } from './store-values.js';

/** A figure that is to be accepted, with what may stand against it. */
interface Candidate extends Omit<ValueToStore, 'supersedes' | 'acceptedBy'> {
  readonly id: number;
  readonly program: string;
  readonly periodKey: string;
  readonly superseded: boolean;
  readonly allowed: boolean;
  readonly same_person: boolean;
  readonly lock_reason: string | null;
}

const candidates = /* sql */ `
select d.id, d.indicator_id as indicator, d.unit_id as unit, d.organization_id as organization, d.period_id as period,
  d.source, d.disaggregation, d.value::text, d.numerator::text, d.denominator::text, d.status, d.state, d.report_id as report,
  d.entered_by as "enteredBy", d.origin, d.note, d.reason, d.demo, d.program, p.key as "periodKey",
  d.superseded_at is not null as superseded,
  core.may_change('core:value.accept', d.unit_id, d.program) as allowed,
  d.entered_by is not null and (d.entered_by = platform.caller_id() or core.is_callers_person(array[d.entered_by])) as same_person,
  (select reason from core.period_lock where id = core.period_lock_on(d.period_id, d.unit_id, d.program)) as lock_reason
from core.data_value d
join core.period p on p.id = d.period_id
where d.id = any($1::bigint[])`;

/**
 * Accepts figures: each gets a row of its own that says so and supersedes the provisional one. All or none.
 *
 * @param field The input field that named them, for errors.
 * @returns the ids of the accepted figures, in order.
 * @throws ProblemError NOT_FOUND; or ProblemListError VALUES_NOT_ACCEPTED with OUT_OF_SCOPE, VALUE_SUPERSEDED,
 *   VALUE_STATE, SAME_PERSON or PERIOD_LOCKED for each figure that stands in the way.
 */
export async function acceptValues(
  context: RequestContext,
  ids: readonly number[],
  field: string,
): Promise<number[]> {
  const rows = await context.session.query<Candidate>(candidates, [ids]);
  const known = new Map(rows.map((row) => [row.id, row]));
  const missing = ids.findIndex((id) => !known.has(id));
  if (missing >= 0) {
    const given = context.read.globalId(DataValue, ids[missing]!);
    throw new ProblemError('NOT_FOUND', { field: `${field}[${missing}]`, given });
  }
  const problems: FigureRefusal[] = [];
  for (const [index, id] of ids.entries()) {
    const refusal = await refusalOf(context, known.get(id)!, `${field}[${index}]`);
    if (refusal) problems.push(refusal);
  }
  if (problems.length === 1) throw new ProblemError(problems[0]!.code, problems[0]!.details);
  if (problems.length > 1)
    throw new ProblemListError('VALUES_NOT_ACCEPTED', problems, { field, given: problems.length });
  const accepted = ids.map((id): ValueToStore => {
    const value = known.get(id)!;
    return { ...value, state: 'ACCEPTED', acceptedBy: context.caller.userId, supersedes: id };
  });
  const stored = await storeValues(context.session, accepted, field);
  await context.audit(
    'core:value.accept',
    { type: 'DataValue', id: stored[0] ?? null },
    { accepted: stored },
  );
  return stored;
}

async function refusalOf(
  context: RequestContext,
  value: Candidate,
  field: string,
): Promise<FigureRefusal | null> {
  const given = context.read.globalId(DataValue, value.id);
  const refuse = (code: string, more: Record<string, unknown> = {}): FigureRefusal => ({
    code,
    details: { field, given, ...more },
  });
  if (!value.allowed) {
    const { code, details } = await outOfScope(context, 'core:value.accept', {
      unitId: value.unit,
      program: value.program,
      field,
    });
    return { code, details };
  }
  if (value.superseded) return refuse('VALUE_SUPERSEDED');
  if (value.state !== 'PROVISIONAL')
    return refuse('VALUE_STATE', { state: value.state, allowed: 'PROVISIONAL' });
  if (value.same_person) return refuse('SAME_PERSON');
  if (value.lock_reason !== null)
    return refuse('PERIOD_LOCKED', { given: value.periodKey, reason: value.lock_reason });
  return null;
}

import { ProblemError, ProblemListError, type RequestContext } from '@phoihop/platform';
import { outsideScopes, type WantedScope } from '../access/scope.js';
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
with figure as materialized (select * from core.data_value where id = any($1::bigint[])),
rights as materialized (
  select rights.* from (select array_agg(unit_id) as units, array_agg(program) as programs from figure) asked
  cross join lateral core.may_change_each('core:value.accept', asked.units, asked.programs) rights
),
entered as materialized (
  select entered_by, entered_by = platform.caller_id() or core.is_callers_person(array[entered_by]) as same
  from (select distinct entered_by from figure where entered_by is not null) asked
),
suspect as materialized (
  select period from core.periods_with_locks(array(select distinct period_id from figure)) as period
),
closed as materialized (
  select asked.period_id, asked.unit_id, asked.program, lock.reason
  from (select distinct period_id, unit_id, program from figure
    where period_id in (select period from suspect)) asked
  join core.period_lock lock on lock.id = core.period_lock_on(asked.period_id, asked.unit_id, asked.program)
)
select d.id, d.indicator_id as indicator, d.unit_id as unit, d.organization_id as organization, d.period_id as period,
  d.source, d.disaggregation, d.value::text, d.numerator::text, d.denominator::text, d.status, d.state, d.report_id as report,
  d.entered_by as "enteredBy", d.origin, d.note, d.reason, d.demo, d.program, p.key as "periodKey",
  d.superseded_at is not null as superseded,
  rights.allowed or (d.report_id is not null and core.may_close('core:value.accept', d.unit_id, d.program, d.period_id)) as allowed,
  coalesce(entered.same, false) as same_person,
  closed.reason as lock_reason
from figure d
join core.period p on p.id = d.period_id
join rights on rights.unit_id = d.unit_id and rights.program = d.program
left join entered on entered.entered_by = d.entered_by
left join closed on closed.period_id = d.period_id and closed.unit_id = d.unit_id and closed.program = d.program`;

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
  const places = ids.map((id, index) => ({ value: known.get(id)!, at: `${field}[${index}]` }));
  const problems = await refusalsOf(context, places);
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

interface Asked {
  readonly value: Candidate;
  readonly at: string;
}

async function refusalsOf(context: RequestContext, asked: readonly Asked[]): Promise<FigureRefusal[]> {
  const whereOf = ({ value, at }: Asked): WantedScope => ({
    unitId: value.unit,
    program: value.program,
    field: at,
  });
  const outside = asked.filter(({ value }) => !value.allowed);
  const refuseAt = await outsideScopes(context, 'core:value.accept', outside.map(whereOf));
  return asked.flatMap((one) => {
    if (one.value.allowed) return refusalOf(context, one) ?? [];
    const { code, details } = refuseAt(whereOf(one));
    return [{ code, details }];
  });
}

function refusalOf(context: RequestContext, { value, at }: Asked): FigureRefusal | null {
  const given = context.read.globalId(DataValue, value.id);
  const refuse = (code: string, more: Record<string, unknown> = {}): FigureRefusal => ({
    code,
    details: { field: at, given, ...more },
  });
  if (value.superseded) return refuse('VALUE_SUPERSEDED');
  if (value.state !== 'PROVISIONAL')
    return refuse('VALUE_STATE', { state: value.state, allowed: 'PROVISIONAL' });
  if (value.same_person) return refuse('SAME_PERSON');
  if (value.lock_reason !== null)
    return refuse('PERIOD_LOCKED', { given: value.periodKey, reason: value.lock_reason });
  return null;
}

import { ProblemError, type RequestContext } from '@phoihop/platform';
import { requireReason } from '../periods/require-reason.js';
import { DataValue } from '../values/data-value.js';
import type { ReviewRemarkInput } from './report-inputs.js';

const most = 500;

export interface Remark {
  readonly dataValue: number;
  readonly reason: string;
}

/**
 * What is said of single figures, checked before anything is written.
 * @throws ProblemError LIMIT_EXCEEDED, REASON_REQUIRED, REVIEW_REMARK_TWICE, NOT_FOUND, REVIEW_REMARK_ELSEWHERE
 *   naming the one.
 */
export async function checkedRemarks(
  context: RequestContext,
  report: number,
  given: readonly ReviewRemarkInput[],
): Promise<Remark[]> {
  const field = 'input.remarks';
  if (given.length > most)
    throw new ProblemError('LIMIT_EXCEEDED', { field, limit: field, given: given.length, allowed: most });
  if (given.length === 0) return [];
  const remarks = given.map(({ dataValue, reason }, index) => ({
    dataValue: context.read.localId(DataValue, dataValue, `${field}[${index}].dataValue`),
    reason: requireReason(reason, `${field}[${index}].reason`),
  }));
  const twice = remarks.findIndex(
    ({ dataValue }, index) => remarks.findIndex((other) => other.dataValue === dataValue) < index,
  );
  if (twice >= 0) {
    const at = `${field}[${twice}].dataValue`;
    throw new ProblemError('REVIEW_REMARK_TWICE', { field: at, given: given[twice]!.dataValue });
  }
  const seen = await context.session.query<{ id: number; own: boolean }>(
    `select id, report_id is not distinct from $1 and superseded_at is null as own from core.data_value
     where id = any($2::bigint[])`,
    [report, remarks.map(({ dataValue }) => dataValue)],
  );
  for (const [index, { dataValue }] of remarks.entries()) {
    const figure = seen.find(({ id }) => id === dataValue);
    if (figure?.own) continue;
    throw new ProblemError(figure ? 'REVIEW_REMARK_ELSEWHERE' : 'NOT_FOUND', {
      field: `${field}[${index}].dataValue`,
      given: given[index]!.dataValue,
    });
  }
  return remarks;
}

export async function keepRemarks(
  context: RequestContext,
  step: number,
  remarks: readonly Remark[],
): Promise<void> {
  if (remarks.length === 0) return;
  await context.session.query(
    `insert into core.review_remark (step_id, data_value_id, reason)
     select $1, remark.* from unnest($2::bigint[], $3::text[]) as remark`,
    [step, remarks.map(({ dataValue }) => dataValue), remarks.map(({ reason }) => reason)],
  );
}

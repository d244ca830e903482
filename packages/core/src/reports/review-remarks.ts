import { ProblemError, type RequestContext } from '@phoihop/platform';
import { requireReason } from '../periods/require-reason.js';
import { DataValue } from '../values/data-value.js';
import type { ReviewRemarkInput } from './report-inputs.js';

const most = 500;

/** What is to be mended of a figure, or of a section: one of the two is there. */
export interface Remark {
  readonly dataValue: number | null;
  readonly section: string | null;
  readonly reason: string;
}

/**
 * What is said of single figures and sections, checked before anything is written.
 * @throws ProblemError LIMIT_EXCEEDED, REASON_REQUIRED, REVIEW_REMARK_SUBJECT, REVIEW_REMARK_TWICE, NOT_FOUND,
 *   REVIEW_REMARK_ELSEWHERE, REPORT_SECTION_UNKNOWN naming the one.
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
  const remarks = given.map((one, index) => remarkOf(context, one, `${field}[${index}]`));
  const subjects = remarks.map(({ dataValue, section }) => dataValue ?? section!);
  const twice = subjects.findIndex((subject, index) => subjects.indexOf(subject) < index);
  if (twice >= 0) {
    const { dataValue, section } = given[twice]!;
    const at = `${field}[${twice}].${dataValue ? 'dataValue' : 'section'}`;
    throw new ProblemError('REVIEW_REMARK_TWICE', { field: at, given: dataValue ?? section });
  }
  await refuseForeignFigures(context, report, remarks, given);
  await refuseUnknownSections(context, report, remarks);
  return remarks;
}

function remarkOf(context: RequestContext, given: ReviewRemarkInput, at: string): Remark {
  const { dataValue, section, reason } = given;
  if (Boolean(dataValue) === Boolean(section)) throw new ProblemError('REVIEW_REMARK_SUBJECT', { field: at });
  return {
    dataValue: dataValue ? context.read.localId(DataValue, dataValue, `${at}.dataValue`) : null,
    section: section || null,
    reason: requireReason(reason, `${at}.reason`),
  };
}

async function refuseForeignFigures(
  context: RequestContext,
  report: number,
  remarks: readonly Remark[],
  given: readonly ReviewRemarkInput[],
): Promise<void> {
  const seen = await context.session.query<{ id: number; own: boolean }>(
    `select id, report_id is not distinct from $1 and superseded_at is null as own from core.data_value
     where id = any($2::bigint[])`,
    [report, remarks.map(({ dataValue }) => dataValue)],
  );
  for (const [index, { dataValue }] of remarks.entries()) {
    const figure = seen.find(({ id }) => id === dataValue);
    if (dataValue === null || figure?.own) continue;
    throw new ProblemError(figure ? 'REVIEW_REMARK_ELSEWHERE' : 'NOT_FOUND', {
      field: `input.remarks[${index}].dataValue`,
      given: given[index]!.dataValue,
    });
  }
}

async function refuseUnknownSections(
  context: RequestContext,
  report: number,
  remarks: readonly Remark[],
): Promise<void> {
  if (remarks.every(({ section }) => section === null)) return;
  const sections = await context.session.query<{ key: string }>(
    `select section.key from core.report_template_section section join core.report r on r.template_id = section.template_id
     where r.id = $1 order by section.position`,
    [report],
  );
  const keys = sections.map(({ key }) => key);
  for (const [index, { section }] of remarks.entries()) {
    if (section === null || keys.includes(section)) continue;
    throw new ProblemError('REPORT_SECTION_UNKNOWN', {
      field: `input.remarks[${index}].section`,
      given: section,
      allowed: keys.join(', '),
    });
  }
}

export async function keepRemarks(
  context: RequestContext,
  step: number,
  remarks: readonly Remark[],
): Promise<void> {
  if (remarks.length === 0) return;
  await context.session.query(
    `insert into core.review_remark (step_id, data_value_id, section, reason)
     select $1, remark.* from unnest($2::bigint[], $3::text[], $4::text[]) as remark`,
    [
      step,
      remarks.map(({ dataValue }) => dataValue),
      remarks.map(({ section }) => section),
      remarks.map(({ reason }) => reason),
    ],
  );
}

import type { RequestContext, Row } from '@phoihop/platform';
import { outOfScope } from '../access/scope.js';
import { found } from '../programs/input.js';
import { changeVersion } from '../programs/version.js';
import type { ReportState, ReviewAction } from './report-enums.js';
import type { ReportStepInput } from './report-inputs.js';
import { permissionsOf, reportWorkflow, summarize, type ReportStep } from './report-state.js';
import { Report } from './report.js';

/** A step that somebody may take with a report, as far as that can be told without the rules of the step itself. */
export interface AskedStep {
  readonly report: Row;
  readonly step: ReportStep;
  readonly expectedVersion: number;
  readonly to: ReportState;
  /** Whether it is made of the reports below; told of the steps of which that matters. */
  readonly summarizes: boolean;
}

/** What a step changes besides the state. */
export interface StepChange {
  readonly set?: Readonly<Record<string, unknown>>;
  readonly reason?: string;
  /** Runs first; the number it gives is that of the version which is signed with the step. */
  readonly before?: (report: number) => Promise<number>;
}

/**
 * The report, if the caller may take the step with it.
 * @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, REPORT_STATE
 */
export async function reportAt(
  context: RequestContext,
  { report: id, expectedVersion }: ReportStepInput,
  step: ReportStep,
): Promise<AskedStep> {
  const report = await found(context, Report, id, 'input.report');
  // Asked only where the step has a permission of its own for such reports.
  const summarizes =
    reportWorkflow.steps[step].permissions.includes(summarize) && (await isSummary(context, report));
  await requireReportScope(context, permissionsOf(step, summarizes), report);
  const to = reportWorkflow.after(step, report['state'] as ReportState, 'input.report');
  return { report, step, expectedVersion, to, summarizes };
}

/**
 * Refuses who holds none of the permissions over the unit of a report, or over what became of it where it has ended.
 * @throws ProblemError OUT_OF_SCOPE
 */
async function requireReportScope(
  context: RequestContext,
  permissions: readonly string[],
  report: Row,
): Promise<void> {
  const unitId = report['unit'] as number;
  const program = report['program'] as string | null;
  const held = permissions.filter((permission) => context.caller.permissions.has(permission));
  const asked = held.length > 0 ? held : permissions;
  const [answer] = await context.session.query<{ allowed: boolean }>(
    `select bool_or(core.may_report(permission, $2::bigint, $3, $4::bigint)) as allowed
       from unnest($1::text[]) as permission`,
    [asked, unitId, program, report['period']],
  );
  if (!answer!.allowed)
    throw await outOfScope(context, asked.at(-1)!, { unitId, program, field: 'input.report' });
}

/** Whether a report is made of those below, as its form says. */
export async function isSummary({ session }: RequestContext, report: Row): Promise<boolean> {
  const [form] = await session.query<{ summarizes: boolean }>(
    'select summarizes_id is not null as summarizes from core.report_template where id = $1',
    [report['template']],
  );
  return form!.summarizes;
}

const actionOf: Readonly<Partial<Record<ReportStep, ReviewAction>>> = {
  submitReport: 'SUBMIT',
  verifyReport: 'VERIFY',
  returnReport: 'RETURN',
  acceptReport: 'ACCEPT',
  reopenReport: 'REOPEN',
};

/**
 * Takes the step and writes down who took it and why.
 * @returns the id of what was written down.
 * @throws ProblemError CONFLICT
 */
export async function takeStep(
  context: RequestContext,
  { report, step, expectedVersion, to }: AskedStep,
  { set = {}, reason, before }: StepChange = {},
): Promise<number> {
  const from = report['state'] as ReportState;
  await changeVersion(context, {
    table: 'core.report',
    id: report.id,
    expected: expectedVersion,
    set: { ...set, state: to },
  });
  const version = await before?.(report.id);
  const [taken] = await context.session.query<{ id: number }>(
    `insert into core.review_step (report_id, version_number, action, reason, taken_at, taken_by)
     select $1, coalesce($2, max(number)), $3, $4, $5, $6 from core.report_version where report_id = $1
     returning id`,
    [report.id, version ?? null, actionOf[step], reason ?? null, context.clock.now(), context.caller.userId],
  );
  await context.audit(
    `core:report.${step.replace('Report', '')}`,
    { type: 'Report', id: report.id },
    { from, to, ...(reason ? { reason } : {}) },
  );
  return taken!.id;
}

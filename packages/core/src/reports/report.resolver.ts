import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireScope } from '../access/scope.js';
import { requireAnotherPerson } from '../access/separation.js';
import { requireReason } from '../periods/require-reason.js';
import { found } from '../programs/input.js';
import { changeVersion } from '../programs/version.js';
import { acceptValues } from '../values/accept-values.js';
import { saveDraft } from './report-draft.js';
import { ReportStepInput, ReturnReportInput, SaveReportDraftInput } from './report-inputs.js';
import { reportSteps, requireStep, type ReportStep } from './report-state.js';
import type { ReportState } from './report-enums.js';
import { Report } from './report.js';

@Resolver()
export class ReportResolver {
  @Mutation(() => Report, {
    nullable: true,
    description:
      'Begins a report or goes on with it: its figures are recorded together, or none where one is wrong, and each wrong one is named.',
  })
  async saveReportDraft(
    @Arg('input', () => SaveReportDraftInput, { description: 'Which report, and its figures.' })
    input: SaveReportDraftInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    return saveDraft(context, input);
  }

  @Mutation(() => Report, {
    nullable: true,
    description:
      'Hands a report in, once every required figure is there. Until it is returned nothing of it can be changed.',
  })
  async submitReport(
    @Arg('input', () => ReportStepInput, { description: 'The report, and the version of it that was seen.' })
    input: ReportStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const report = await reportAt(context, input.report, 'submitReport', 'core:report.submit');
    await refuseIncomplete(context, report);
    await step(context, report, 'submitReport', input.expectedVersion, {
      submitted_at: context.clock.now(),
      submitted_by: context.caller.userId,
    });
    return report.id;
  }

  @Mutation(() => Report, {
    nullable: true,
    description:
      'Gives a report that was handed in back to its unit, which can then change it and hand it in again.',
  })
  async returnReport(
    @Arg('input', () => ReturnReportInput, { description: 'Which report, and what is to be mended.' })
    input: ReturnReportInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason, 'input.reason');
    const report = await reportAt(context, input.report, 'returnReport', 'core:report.verify');
    await step(context, report, 'returnReport', input.expectedVersion, { return_reason: reason }, { reason });
    return report.id;
  }

  @Mutation(() => Report, {
    nullable: true,
    description:
      'Accepts a report that was handed in, and with it every figure in it. Who handed it in, or entered a figure, cannot.',
  })
  async acceptReport(
    @Arg('input', () => ReportStepInput, { description: 'The report, and the version of it that was seen.' })
    input: ReportStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const report = await reportAt(context, input.report, 'acceptReport', 'core:report.accept');
    const submitter = report['submittedBy'] as number | null;
    if (submitter !== null && submitter === context.caller.userId) {
      throw new ProblemError('SAME_PERSON', { field: 'input.report' });
    }
    await requireAnotherPerson(context, [submitter], 'input.report');
    await step(context, report, 'acceptReport', input.expectedVersion, {
      accepted_at: context.clock.now(),
      accepted_by: context.caller.userId,
    });
    const figures = await context.session.query<{ id: number }>(
      `select id from core.data_value where report_id = $1 and superseded_at is null and state = 'PROVISIONAL' order by id`,
      [report.id],
    );
    if (figures.length > 0)
      await acceptValues(
        context,
        figures.map(({ id }) => id),
        'input.report',
      );
    return report.id;
  }
}

/** The report, if the caller may take the step. @throws ProblemError NOT_FOUND, OUT_OF_SCOPE, REPORT_STATE */
async function reportAt(
  context: RequestContext,
  id: string,
  toTake: ReportStep,
  permission: string,
): Promise<Row> {
  const report = await found(context, Report, id, 'input.report');
  const program = report['program'] as string | null;
  await requireScope(context, permission, {
    unitId: report['unit'] as number,
    program,
    field: 'input.report',
  });
  requireStep(toTake, report['state'] as ReportState, 'input.report');
  return report;
}

async function step(
  context: RequestContext,
  report: Row,
  taken: ReportStep,
  expected: number,
  set: Readonly<Record<string, unknown>>,
  facts: Record<string, unknown> = {},
): Promise<void> {
  const { from, to } = reportSteps[taken];
  await changeVersion(context, { table: 'core.report', id: report.id, expected, set: { ...set, state: to } });
  await context.audit(
    `core:report.${taken.replace('Report', '')}`,
    { type: 'Report', id: report.id },
    { from, to, ...facts },
  );
}

/** @throws ProblemError REPORT_INCOMPLETE naming the required figures that apply to the unit and are not there. */
async function refuseIncomplete(context: RequestContext, report: Row): Promise<void> {
  const missing = await context.session.query<{ key: string }>(
    `select i.key || case item.disaggregation when '' then '' else ' ' || item.disaggregation end as key
     from core.report r
     join core.report_template_item item on item.template_id = r.template_id and item.required
     join core.indicator i on i.id = item.indicator_id
     left join core.administrative_unit_version v on v.unit_id = r.unit_id and v.superseded_at is null
       and v.valid_from <= greatest(r.as_of, core.tree_begins())
       and (v.valid_to is null or greatest(r.as_of, core.tree_begins()) < v.valid_to)
     where r.id = $1 and (i.applies_to is null or v.kind = any (i.applies_to))
       and not exists (select from core.indicator_feeder f where f.indicator_id = i.id and f.kind = 'DERIVED'
         and f.valid_from <= r.as_of and (f.valid_to is null or r.as_of < f.valid_to))
       and not exists (select from core.data_value d where d.report_id = r.id and d.indicator_id = i.id
         and d.disaggregation = item.disaggregation and d.superseded_at is null)
     order by item.position`,
    [report.id],
  );
  if (missing.length === 0) return;
  const given = missing.map(({ key }) => key);
  throw new ProblemError('REPORT_INCOMPLETE', { field: 'input.report', given });
}

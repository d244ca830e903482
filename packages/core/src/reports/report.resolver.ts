import { ProblemError, type RequestContext, type Row } from '@phoihop/platform';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requireAnotherPerson } from '../access/separation.js';
import { requireReason } from '../periods/require-reason.js';
import { brokenChecks } from '../quality/findings.js';
import { acceptValues } from '../values/accept-values.js';
import { refuseBelowPredecessors } from './below-predecessors.js';
import { closedEntry } from './closed-entry.js';
import { saveDraft } from './report-draft.js';
import {
  ReopenReportInput,
  ReportStepInput,
  ReturnReportInput,
  SaveReportDraftInput,
} from './report-inputs.js';
import { reportAt, takeStep } from './report-step.js';
import { Report } from './report.js';
import { checkedRemarks, keepRemarks } from './review-remarks.js';
import { authorsOfNarratives, missingNarratives } from './sections/narratives.js';
import { signVersion } from './signed-content.js';
import { keepInclusions, summaryOf, type Summary } from './summary.js';

@Resolver()
export class ReportResolver {
  @Mutation(() => Report, {
    nullable: true,
    description:
      'Begins a report or goes on with it: its figures and words are kept together, or nothing where something is wrong, and everything wrong is named.',
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
      'Signs a report and hands it in, once every required figure and answer is there and all fit together, or, of one made of those below, once all of these are accepted or it says why not. What was signed is kept as a version; until the report is returned or reopened nothing of it can be changed.',
  })
  async submitReport(
    @Arg('input', () => ReportStepInput, { description: 'The report, and the version of it that was seen.' })
    input: ReportStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const asked = await reportAt(context, input, 'submitReport');
    await refuseClosed(context, asked.report);
    const summary = asked.summarizes ? await summaryOf(context, asked.report) : undefined;
    if (summary) refuseUnexplained(asked.report, summary);
    await refuseIncomplete(context, asked.report, summary);
    if (!summary) await refuseUnsound(context, asked.report);
    const { userId } = context.caller;
    const signing = {
      submitted_at: context.clock.now(),
      submitted_by: userId,
      verified_at: null,
      verified_by: null,
    };
    await takeStep(context, asked, {
      set: signing,
      before: async (report) => {
        const version = await signVersion(context, report, summary);
        if (summary) await keepInclusions(context, report, version, summary);
        return version;
      },
    });
    return asked.report.id;
  }

  @Mutation(() => Report, {
    nullable: true,
    description:
      'Tells that a report which was handed in is in order. Who handed it in, or entered a figure or words of it, cannot.',
  })
  async verifyReport(
    @Arg('input', () => ReportStepInput, { description: 'The report, and the version of it that was seen.' })
    input: ReportStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const asked = await reportAt(context, input, 'verifyReport');
    const entered = await context.session.query<{ by: number | null }>(
      'select distinct entered_by as by from core.data_value where report_id = $1 and superseded_at is null',
      [asked.report.id],
    );
    const others = [
      asked.report['submittedBy'] as number | null,
      ...entered.map(({ by }) => by),
      ...(await authorsOfNarratives(context, asked.report.id)),
    ];
    await requireAnotherPerson(context, others, 'input.report');
    const set = { verified_at: context.clock.now(), verified_by: context.caller.userId };
    await takeStep(context, asked, { set });
    return asked.report.id;
  }

  @Mutation(() => Report, {
    nullable: true,
    description:
      'Gives a report that was handed in back to its unit, with reasons, for the whole and for single figures or sections; the unit can then mend it and hand it in again.',
  })
  async returnReport(
    @Arg('input', () => ReturnReportInput, { description: 'Which report, and what is to be mended.' })
    input: ReturnReportInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason, 'input.reason');
    const asked = await reportAt(context, input, 'returnReport');
    const remarks = await checkedRemarks(context, asked.report.id, input.remarks ?? []);
    const step = await takeStep(context, asked, { set: { return_reason: reason }, reason });
    await keepRemarks(context, step, remarks);
    return asked.report.id;
  }

  @Mutation(() => Report, {
    nullable: true,
    description:
      'Accepts a report that was handed in, and with it every figure in it. Who handed it in, or entered a figure or words of it, cannot; where the form says so, an officer has to verify it first.',
  })
  async acceptReport(
    @Arg('input', () => ReportStepInput, { description: 'The report, and the version of it that was seen.' })
    input: ReportStepInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const asked = await reportAt(context, input, 'acceptReport');
    const { report } = asked;
    const authors = await authorsOfNarratives(context, report.id);
    await requireAnotherPerson(context, [report['submittedBy'] as number | null, ...authors], 'input.report');
    await refuseUnverified(context, report);
    await refuseBelowPredecessors(context, report.id);
    const set = { accepted_at: context.clock.now(), accepted_by: context.caller.userId };
    await takeStep(context, asked, { set });
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

  @Mutation(() => Report, {
    nullable: true,
    description:
      'Opens an accepted report again, with a reason. What was signed is kept; what is handed in next is a new version, and its figures are accepted anew.',
  })
  async reopenReport(
    @Arg('input', () => ReopenReportInput, { description: 'Which report, and why.' })
    input: ReopenReportInput,
    @Ctx() context: RequestContext,
  ): Promise<number> {
    const reason = requireReason(input.reason, 'input.reason');
    const asked = await reportAt(context, input, 'reopenReport');
    const set = { reopen_reason: reason, accepted_at: null, accepted_by: null };
    await takeStep(context, asked, { set, reason });
    return asked.report.id;
  }
}

/** @throws ProblemError ENTRY_CLOSED where it was never handed in and the time for that is over. */
async function refuseClosed(context: RequestContext, report: Row): Promise<void> {
  const [answer] = await context.session.query<{ period: string; closedOn: string | null }>(
    `select key as period, (${closedEntry('$1::bigint', '$2::bigint', '$3::bigint')}) as "closedOn"
     from core.period where id = $2::bigint`,
    [report['unit'], report['period'], report['template']],
  );
  const { period, closedOn } = answer!;
  if (closedOn === null) return;
  throw new ProblemError('ENTRY_CLOSED', { field: 'input.report', given: period, closedOn });
}

/** @throws ProblemError REPORT_NOT_VERIFIED where the form wants an officer to look at it first. */
async function refuseUnverified(context: RequestContext, report: Row): Promise<void> {
  if (report['state'] === 'VERIFIED') return;
  const [form] = await context.session.query<{ verified_first: boolean }>(
    'select verified_first from core.report_template where id = $1',
    [report['template']],
  );
  if (form!.verified_first)
    throw new ProblemError('REPORT_NOT_VERIFIED', { field: 'input.report', given: report['state'] });
}

/** @throws ProblemError SUMMARY_INCOMPLETE naming units whose reports are not accepted, where nobody has said why. */
function refuseUnexplained(report: Row, { missing }: Summary): void {
  if (missing.length === 0 || report['missingReason'] !== null) return;
  const named = missing.slice(0, 20).map(({ name }) => name);
  throw new ProblemError('SUMMARY_INCOMPLETE', {
    field: 'input.report',
    given: missing.length,
    missing: missing.length > named.length ? [...named, '…'] : named,
  });
}

/** @throws ProblemError REPORT_BELOW_PREDECESSORS; REPORT_FINDINGS naming the rules that its figures break. */
async function refuseUnsound(context: RequestContext, report: Row): Promise<void> {
  await refuseBelowPredecessors(context, report.id);
  const errors = (await brokenChecks(context, report.id)).filter(({ severity }) => severity === 'ERROR');
  if (errors.length === 0) return;
  throw new ProblemError('REPORT_FINDINGS', {
    field: 'input.report',
    given: errors.length,
    findings: errors.map(({ title, given, against }) => `${title} (${given} / ${against})`),
  });
}

/** @throws ProblemError REPORT_INCOMPLETE naming required figures and sections that are not there. */
async function refuseIncomplete(
  context: RequestContext,
  report: Row,
  summary: Summary | undefined,
): Promise<void> {
  // Figures that are put together are accounted for unit by unit.
  const figures = summary ? [] : await missingFigures(context, report);
  const given = [...figures, ...(await missingNarratives(context, report.id))];
  if (given.length > 0) throw new ProblemError('REPORT_INCOMPLETE', { field: 'input.report', given });
}

/** Required figures that apply to the unit and are not there: in this report, or accepted with another or by itself. */
async function missingFigures(context: RequestContext, report: Row): Promise<string[]> {
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
       and not exists (select from core.data_value d where d.unit_id = r.unit_id and d.period_id = r.period_id
         and d.indicator_id = i.id and d.disaggregation = item.disaggregation and d.source = i.sources[1]
         and d.superseded_at is null and d.state = 'ACCEPTED')
     order by item.position`,
    [report.id],
  );
  return missing.map(({ key }) => key);
}

import { workflow } from '../workflows/workflow.js';
import { ReportState } from './report-enums.js';

/** What is done to a report, by the mutation that does it. */
export type ReportStep =
  | 'saveReportDraft'
  | 'submitReport'
  | 'verifyReport'
  | 'returnReport'
  | 'acceptReport'
  | 'reopenReport'
  | 'sendReport';

/** While its unit fills it in, for the first time or again. */
const inHand = [ReportState.DRAFT, ReportState.RETURNED, ReportState.REOPENED] as const;

/** The way of a periodic report from its unit to the level above, and back where something is wrong (W-02). */
export const reportWorkflow = workflow<ReportState, ReportStep>({
  id: 'W-02',
  initial: ReportState.DRAFT,
  states: Object.values(ReportState),
  steps: {
    saveReportDraft: { from: inHand, to: null, permissions: ['core:value.record', 'core:report.summarize'] },
    submitReport: {
      from: inHand,
      to: ReportState.SUBMITTED,
      permissions: ['core:report.submit', 'core:report.summarize'],
    },
    verifyReport: {
      from: [ReportState.SUBMITTED],
      to: ReportState.VERIFIED,
      permissions: ['core:report.verify'],
    },
    returnReport: {
      from: [ReportState.SUBMITTED, ReportState.VERIFIED],
      to: ReportState.RETURNED,
      permissions: ['core:report.verify', 'core:report.accept'],
    },
    acceptReport: {
      from: [ReportState.SUBMITTED, ReportState.VERIFIED],
      to: ReportState.ACCEPTED,
      permissions: ['core:report.accept'],
    },
    reopenReport: {
      from: [ReportState.ACCEPTED],
      to: ReportState.REOPENED,
      permissions: ['core:report.accept'],
    },
    sendReport: {
      from: [ReportState.SUBMITTED, ReportState.VERIFIED, ReportState.ACCEPTED],
      to: null,
      permissions: ['core:report.submit', 'core:report.summarize'],
    },
  },
  problem: 'REPORT_STATE',
});

/** The states in which a report lies with the level above: nothing of it is changed then. */
export const handedIn: readonly ReportState[] = [ReportState.SUBMITTED, ReportState.VERIFIED];

/** Who makes reports of those below, which nobody enters figures into. */
export const summarize = 'core:report.summarize';

/** Which of a step's permissions count: reports made of those below have one of their own. */
export const permissionsOf = (step: ReportStep, summarizes: boolean): readonly string[] => {
  const { permissions } = reportWorkflow.steps[step];
  if (!permissions.includes(summarize)) return permissions;
  return summarizes ? [summarize] : permissions.filter((permission) => permission !== summarize);
};

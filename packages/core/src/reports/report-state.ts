import { workflow } from '../workflows/workflow.js';
import { ReportState } from './report-enums.js';

/** What is done to a report, by the mutation that does it. */
export type ReportStep =
  | 'saveReportDraft'
  | 'submitReport'
  | 'verifyReport'
  | 'returnReport'
  | 'acceptReport'
  | 'reopenReport';

/** While its unit fills it in, for the first time or again. */
const inHand = [ReportState.DRAFT, ReportState.RETURNED, ReportState.REOPENED] as const;

/** The way of a periodic report from its unit to the level above, and back where something is wrong (W-02). */
export const reportWorkflow = workflow<ReportState, ReportStep>({
  id: 'W-02',
  initial: ReportState.DRAFT,
  states: Object.values(ReportState),
  steps: {
    saveReportDraft: { from: inHand, to: null, permissions: ['core:value.record'] },
    submitReport: { from: inHand, to: ReportState.SUBMITTED, permissions: ['core:report.submit'] },
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
  },
  problem: 'REPORT_STATE',
});

/** The states in which a report lies with the level above: nothing of it is changed then. */
export const handedIn: readonly ReportState[] = [ReportState.SUBMITTED, ReportState.VERIFIED];

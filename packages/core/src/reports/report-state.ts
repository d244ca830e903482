import { ProblemError } from '@phoihop/platform';
import type { ReportState } from './report-enums.js';

/** The steps of a report: from which state each may be taken, and where it leads. */
export const reportSteps = {
  saveReportDraft: { from: 'DRAFT', to: 'DRAFT' },
  submitReport: { from: 'DRAFT', to: 'SUBMITTED' },
  returnReport: { from: 'SUBMITTED', to: 'DRAFT' },
  acceptReport: { from: 'SUBMITTED', to: 'ACCEPTED' },
} as const satisfies Record<string, { from: ReportState; to: ReportState }>;

export type ReportStep = keyof typeof reportSteps;

/** The steps that may be taken from a state. */
export const stepsFrom = (state: ReportState): ReportStep[] =>
  (Object.keys(reportSteps) as ReportStep[]).filter((step) => reportSteps[step].from === state);

/** @throws ProblemError REPORT_STATE with the steps that are allowed. */
export function requireStep(step: ReportStep, state: ReportState, field: string): void {
  if (reportSteps[step].from === state) return;
  throw new ProblemError('REPORT_STATE', {
    field,
    given: state,
    allowed: stepsFrom(state).join(', ') || 'correctDataValue',
  });
}

import { registerEnumType } from 'type-graphql';

/** Where a plan stands on its way: W-01 of docs/reference/source-ids.md. */
export enum PlanState {
  DRAFT = 'DRAFT',
  APPROVED = 'APPROVED',
  ADJUSTED = 'ADJUSTED',
  CLOSED = 'CLOSED',
}

registerEnumType(PlanState, {
  name: 'PlanState',
  description:
    'Where a work plan stands: drafted, approved, adjusted during the year and approved again, closed.',
  valuesConfig: {
    DRAFT: { description: 'Being drawn up; only those who manage plans there see it.' },
    APPROVED: { description: 'In force, signed off by someone other than its author.' },
    ADJUSTED: { description: 'Changed while in force; the change waits to be approved.' },
    CLOSED: { description: 'Over. Nothing of it changes any more.' },
  },
});

/** What is done to a plan. */
export type PlanStep = 'approve' | 'adjust' | 'close';

const steps: Readonly<Record<PlanStep, { from: readonly PlanState[]; to: PlanState }>> = {
  approve: { from: [PlanState.DRAFT, PlanState.ADJUSTED], to: PlanState.APPROVED },
  adjust: { from: [PlanState.APPROVED, PlanState.ADJUSTED], to: PlanState.ADJUSTED },
  close: { from: [PlanState.APPROVED], to: PlanState.CLOSED },
};

/** The state a step leads to, or null where it is not allowed from there. */
export function stateAfter(step: PlanStep, state: PlanState): PlanState | null {
  return steps[step].from.includes(state) ? steps[step].to : null;
}

/** The states from which a step is allowed. */
export const statesBefore = (step: PlanStep): readonly PlanState[] => steps[step].from;

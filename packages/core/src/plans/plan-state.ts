import { registerEnumType } from 'type-graphql';
import { workflow } from '../workflows/workflow.js';

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

/** What is done to a plan, by the mutation that does it. */
export type PlanMutation = 'setPlanItems' | 'approvePlan' | 'adjustPlan' | 'closePlan';

const permissions = ['core:plan.manage'] as const;
const { DRAFT, APPROVED, ADJUSTED, CLOSED } = PlanState;

/** The way of a unit's plan (W-01): drafted, approved by another person, adjusted and approved again, closed. */
export const planWorkflow = workflow<PlanState, PlanMutation>({
  id: 'W-01',
  initial: DRAFT,
  states: Object.values(PlanState),
  steps: {
    setPlanItems: { from: [DRAFT, ADJUSTED], to: null, permissions },
    approvePlan: { from: [DRAFT, ADJUSTED], to: APPROVED, permissions },
    adjustPlan: { from: [APPROVED, ADJUSTED], to: ADJUSTED, permissions },
    closePlan: { from: [APPROVED], to: CLOSED, permissions },
  },
  problem: 'PLAN_STEP_REFUSED',
});

/** The steps as refusals name them. */
export type PlanStep = 'approve' | 'adjust' | 'close' | 'setItems';

const mutationOf: Readonly<Record<PlanStep, PlanMutation>> = {
  approve: 'approvePlan',
  adjust: 'adjustPlan',
  close: 'closePlan',
  setItems: 'setPlanItems',
};

/** The state a step leads to, or null where it is not allowed from there. */
export function stateAfter(step: PlanStep, state: PlanState): PlanState | null {
  const { from, to } = planWorkflow.steps[mutationOf[step]];
  return from.includes(state) ? (to ?? state) : null;
}

/** The states from which a step is allowed. */
export const statesBefore = (step: PlanStep): readonly PlanState[] =>
  planWorkflow.steps[mutationOf[step]].from;

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
export type PlanStep = 'setPlanItems' | 'approvePlan' | 'adjustPlan' | 'closePlan';

const permissions = ['core:plan.manage'] as const;
const { DRAFT, APPROVED, ADJUSTED, CLOSED } = PlanState;

/** The way of a unit's plan (W-01): drafted, approved by another person, adjusted and approved again, closed. */
export const planWorkflow = workflow<PlanState, PlanStep>({
  id: 'W-01',
  initial: DRAFT,
  states: Object.values(PlanState),
  steps: {
    setPlanItems: { from: [DRAFT, ADJUSTED], to: null, permissions },
    approvePlan: { from: [DRAFT, ADJUSTED], to: APPROVED, permissions },
    adjustPlan: { from: [APPROVED, ADJUSTED], to: ADJUSTED, permissions },
    closePlan: { from: [APPROVED], to: CLOSED, permissions },
  },
  problem: 'PLAN_STATE',
});

import { PlanState, planWorkflow, type PlanStep } from './plan-state.js';

const steps: readonly PlanStep[] = ['approvePlan', 'adjustPlan', 'closePlan'];

/** The state a step leads to, or null where it is not possible from there. */
function stateAfter(step: PlanStep, state: PlanState): PlanState | null {
  return planWorkflow.stepsFrom(state).includes(step) ? planWorkflow.after(step, state, 'input.plan') : null;
}

test('the way of a plan: every step from every state', () => {
  const table = Object.values(PlanState).map((state) => [
    state,
    ...steps.map((step) => stateAfter(step, state)),
  ]);
  expect(table).toEqual([
    ['DRAFT', 'APPROVED', null, null],
    ['APPROVED', null, 'ADJUSTED', 'CLOSED'],
    ['ADJUSTED', 'APPROVED', 'ADJUSTED', null],
    ['CLOSED', null, null, null],
  ]);
});

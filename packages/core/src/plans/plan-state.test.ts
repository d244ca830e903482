import { PlanState, stateAfter, type PlanStep } from './plan-state.js';

const steps: readonly PlanStep[] = ['approve', 'adjust', 'close'];

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

import { workflow, type WorkflowDeclaration } from './workflow.js';

type State = 'OPEN' | 'SHUT';
const gate: WorkflowDeclaration<State, 'close' | 'paint' | 'open'> = {
  id: 'W-00',
  initial: 'OPEN',
  states: ['OPEN', 'SHUT'],
  steps: {
    close: { from: ['OPEN'], to: 'SHUT', permissions: ['x:close'] },
    paint: { from: ['OPEN', 'SHUT'], to: null, permissions: ['x:paint'] },
    open: { from: ['SHUT'], to: 'OPEN', permissions: ['x:close'] },
  },
  problem: 'GATE_STATE',
};

test('a step leads where it says, or leaves the state', () => {
  const { after } = workflow(gate);
  expect(after('close', 'OPEN', 'input.gate')).toBe('SHUT');
  expect(after('paint', 'SHUT', 'input.gate')).toBe('SHUT');
});

test('a step that is not possible names the state and those that are', () => {
  const { after } = workflow(gate);
  expect(() => after('open', 'OPEN', 'input.gate')).toThrow(
    expect.objectContaining({
      code: 'GATE_STATE',
      details: { field: 'input.gate', given: 'OPEN', allowed: 'close, paint' },
    }),
  );
});

test('a declaration that names an unknown state, or one that cannot be reached, is refused', () => {
  const steps = { ...gate.steps, open: { ...gate.steps.open, to: 'AJAR' as State } };
  expect(() => workflow({ ...gate, steps })).toThrow('W-00: the step open names the state AJAR.');
  expect(() => workflow({ ...gate, states: [...gate.states, 'GONE' as State] })).toThrow(
    'W-00: no step leads to GONE.',
  );
});

test('its diagram has every step', () => {
  expect(workflow(gate).diagram()).toBe(
    `stateDiagram-v2
  [*] --> OPEN
  OPEN --> SHUT: close
  OPEN --> OPEN: paint
  SHUT --> SHUT: paint
  SHUT --> OPEN: open`,
  );
});

test('what is impossible is everything that is not declared', () => {
  expect(workflow(gate).impossible).toEqual([
    ['OPEN', 'open'],
    ['SHUT', 'close'],
  ]);
});

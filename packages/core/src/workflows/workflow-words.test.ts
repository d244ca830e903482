import { workflow } from './workflow.js';
import { joinWords, wordsOfWorkflow } from './workflow-words.js';

const gate = workflow<'OPEN' | 'SHUT', 'close' | 'open'>({
  id: 'W-00',
  initial: 'OPEN',
  states: ['OPEN', 'SHUT'],
  steps: {
    close: { from: ['OPEN'], to: 'SHUT', permissions: ['x:close'] },
    open: { from: ['SHUT'], to: 'OPEN', permissions: ['x:close'] },
  },
  problem: 'GATE_STATE',
});
const said = (text: string) => ({ vi: `${text} (vi)`, en: text });
const words = wordsOfWorkflow(gate, {
  type: 'GateState',
  refusal: said('The gate is {given}.'),
  states: { OPEN: said('open'), SHUT: said('shut') },
  steps: { close: said('close it'), open: said('open it') },
});

test('the refusal of a workflow says its states and its steps by their names', () => {
  expect(words.problems).toEqual({
    GATE_STATE: {
      ...said('The gate is {given}.'),
      says: {
        given: 'GateState',
        allowed: ['GateState.OPEN', 'GateState.SHUT', 'Mutation.close', 'Mutation.open'],
      },
    },
  });
  expect(words.shortNames).toEqual({
    'GateState.OPEN': said('open'),
    'GateState.SHUT': said('shut'),
    'Mutation.close': said('close it'),
    'Mutation.open': said('open it'),
  });
});

test('words of several workflows are one', () => {
  const door = { problems: { DOOR_STATE: said('x') }, shortNames: { 'Mutation.knock': said('knock') } };
  expect(Object.keys(joinWords(words, door).problems)).toEqual(['GATE_STATE', 'DOOR_STATE']);
  expect(Object.keys(joinWords(words, door).shortNames)).toHaveLength(5);
});

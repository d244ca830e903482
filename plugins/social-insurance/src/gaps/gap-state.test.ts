import { ProblemError } from '@phoihop/platform';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GapState, nextStates, requireStep } from './gap-state.js';

const states = Object.values(GapState);

test('the steps are those that the README draws', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const drawn = [...readme.matchAll(/^ {2}([A-Z]+) --> ([A-Z]+)/gm)].map(([, from, to]) => `${from} ${to}`);
  const known = states.flatMap((from) => nextStates[from].map((to) => `${from} ${to}`));
  expect(drawn.sort()).toEqual(known.sort());
});

test.each(states.flatMap((from) => states.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
  const step = () => requireStep(from, to);
  if (from === to || nextStates[from].includes(to)) return expect(step).not.toThrow();
  expect(step).toThrow(ProblemError);
  try {
    step();
  } catch (error) {
    expect(error).toMatchObject({
      code: 'SOCIAL_INSURANCE_GAP_STATE',
      details: { given: to, current: from, allowed: [from, ...nextStates[from]] },
    });
  }
});

import { changed } from '../../test-kit/composing.js';
import { bridges, rivers } from '../../test-kit/rivers.js';
import { compositionProblemCodes } from '../composition/problems.js';
import { platformProblems } from '../contract/problem-codes.js';
import { errorReference } from './error-reference.js';

const page = errorReference([rivers, bridges]);

test('every code of the platform, of each plugin and of composing is in it', () => {
  for (const code of [...Object.keys(platformProblems), 'BRIDGE_BROKEN', ...compositionProblemCodes]) {
    expect(page).toContain(`\`${code}\``);
  }
});

test('a code stands in its plugin’s table, in both languages; a plugin without codes has no table', () => {
  expect(page).toContain('| `BRIDGE_BROKEN` | The bridge is broken: {given}. | Cầu hỏng: {given}. |');
  expect(page.indexOf('## bridges')).toBeLessThan(page.indexOf('BRIDGE_BROKEN'));
  expect(page).not.toContain('## core');
});

test('codes stand in order, and a bar in a message does not break the table', () => {
  const codes = [...page.matchAll(/^\| `([A-Z_]+)`/gm)]
    .map(([, code]) => code!)
    .slice(0, Object.keys(platformProblems).length);
  expect(codes).toEqual([...codes].sort());
  const barred = changed(bridges, { problems: { X: { vi: 'a | b', en: 'c' } } });
  expect(errorReference([barred])).toContain('| `X` | c | a \\| b |');
});

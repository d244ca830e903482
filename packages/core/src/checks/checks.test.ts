import { optionalText, requiredText } from '../programs/input.js';
import { requireReason } from '../periods/require-reason.js';
import { requireCount, requirePastDay } from './amounts-and-days.js';
import { refuse } from './refuse.js';
import { requireVersion } from './seen-version.js';

/** Code and facts of what a check refuses. */
function refusalOf(check: () => unknown): object {
  try {
    return { passed: check() };
  } catch (error) {
    const { code, details } = error as { code: string; details: object };
    return { code, ...details };
  }
}

test('a text loses the blanks around it and keeps its bounds, both ends allowed', () => {
  const bounds = { minimum: 2, maximum: 4 };
  expect(requiredText('  ab ', 'input.name', bounds)).toBe('ab');
  expect(requiredText('abcd', 'input.name', bounds)).toBe('abcd');
  for (const [text, given] of [
    [' a ', 1],
    ['abcde', 5],
    ['   ', 0],
  ] as const) {
    expect(refusalOf(() => requiredText(text, 'input.name', bounds))).toEqual({
      code: 'TEXT_LENGTH',
      field: 'input.name',
      given,
      allowed: '2–4',
    });
  }
});

test('a refused text is never repeated: it may be somebody’s name', () => {
  expect(JSON.stringify(refusalOf(() => requiredText('Nguyễn', 'input.name', { maximum: 3 })))).not.toContain(
    'Nguyễn',
  );
});

test('a text that may be left out is null where there are only blanks', () => {
  expect([null, undefined, '', ' \t'].map((text) => optionalText(text, 'input.note'))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(optionalText(' x ', 'input.note')).toBe('x');
  expect(refusalOf(() => optionalText('xyz', 'input.note', { maximum: 2 }))).toMatchObject({
    code: 'TEXT_LENGTH',
    given: 3,
  });
});

test('a count may be its bounds and nothing beyond', () => {
  const bounds = { minimum: 1, maximum: 50 };
  expect([1, 50].map((count) => requireCount(count, 'input.members', bounds))).toEqual([1, 50]);
  for (const given of [0, 51]) {
    expect(refusalOf(() => requireCount(given, 'input.members', bounds))).toEqual({
      code: 'BAD_USER_INPUT',
      field: 'input.members',
      given,
      allowed: '1–50',
    });
  }
});

test('what has happened is not after the business date', () => {
  const context = { clock: { businessDate: '2021-10-15', now: () => new Date() } };
  expect(requirePastDay(context, '2021-10-15', 'input.heldOn')).toBe('2021-10-15');
  expect(refusalOf(() => requirePastDay(context, '2021-10-16', 'input.heldOn'))).toMatchObject({
    code: 'BAD_USER_INPUT',
    allowed: '≤ 2021-10-15',
  });
});

test('another version than the one seen is a conflict that tells which counts now', () => {
  expect(refusalOf(() => requireVersion({ version: 3 }, 3))).toEqual({ passed: undefined });
  expect(refusalOf(() => requireVersion({ version: 3 }, 2))).toEqual({
    code: 'CONFLICT',
    field: 'input.expectedVersion',
    given: 2,
    current: 3,
  });
});

test('a reason is asked for, and may not be a treatise', () => {
  expect(requireReason(' đếm thiếu ')).toBe('đếm thiếu');
  expect(refusalOf(() => requireReason('  '))).toEqual({ code: 'REASON_REQUIRED', field: 'input.reason' });
  expect(refusalOf(() => requireReason('x'.repeat(501)))).toMatchObject({ code: 'TEXT_LENGTH', given: 501 });
});

test('a refusal names the field, what was given and what is allowed', () => {
  expect(refusalOf(() => refuse('input.kind', 'X', ['A', 'B']))).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'input.kind',
    given: 'X',
    allowed: ['A', 'B'],
  });
});

import { explain } from './progress-reasons.js';

const context = (locale: 'vi' | 'en') => ({
  locale,
  translate: (key: string, facts?: Record<string, unknown>) => `${key} ${JSON.stringify(facts)}`,
});

/** Every reason that the pure rules give (progress-types.ts, allocation.ts). */
const rules = [
  'NO_BASELINE',
  'ZERO_BASELINE',
  'NEGATIVE_BASELINE',
  'LIMIT_PASSED',
  'BEHIND_PATH',
  'REACHED_BEFORE_DEADLINE',
  'DATA_NOT_ACCEPTED',
  'NO_PATH',
  'PATH_NEEDS_BASELINE',
  'PATH_NEEDS_LAST_YEAR',
  'ZERO_TARGET',
  'NO_DEGREES',
  'PERIOD_NOT_OVER',
  'RATIO_NOT_SUMMED',
  'DERIVED_NOT_SUMMED',
  'RELATIVE_CHANGE_NOT_SUMMED',
];

test.each(rules)('%s is a sentence in both languages', (code) => {
  const [vi, en] = [explain(context('vi'), code)!.message, explain(context('en'), code)!.message];
  expect([vi, en].every((text) => /^.+\.$/u.test(text) && text !== code)).toBe(true);
  expect(vi).not.toBe(en);
});

test('what an aggregate says of itself has its own text, with the period', () => {
  expect(explain(context('en'), 'NO_DATA', { period: '2021' })!.message).toBe(
    'error.FIGURE_NO_DATA {"period":"2021"}',
  );
});

test('a reason about last year says so', () => {
  expect(explain(context('en'), 'BASELINE_INCOMPLETE')).toEqual({
    code: 'BASELINE_INCOMPLETE',
    message:
      'There is no figure of the same period last year to start from: Figures of some units or periods are missing.',
  });
});

test('no reason is no text', () => {
  expect(explain(context('en'), undefined)).toBeNull();
});

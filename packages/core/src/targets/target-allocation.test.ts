import { allocationAnswer } from './target-allocation.js';

const context = { locale: 'en', translate: (key: string) => key } as const;
const range = { operator: 'RANGE', value: '10', valueMax: '15' } as const;
const of = (sum: string) => ({ count: 2, sum, visible: [] });

test.each([
  ['9', { rest: '1', excess: '0', overAllocated: false }],
  ['10', { rest: '0', excess: '0', overAllocated: false }],
  ['15', { rest: '0', excess: '0', overAllocated: false }],
  ['16', { rest: '0', excess: '1', overAllocated: true }],
])('parts of a range of 10 to 15 that sum to %s', (sum, expected) => {
  expect(allocationAnswer(context, range, 'SUM', of(sum))).toMatchObject({
    additive: true,
    sum,
    ...expected,
  });
});

test('a target that nobody has a part of', () => {
  const whole = { operator: 'AT_LEAST', value: '300', valueMax: null } as const;
  expect(allocationAnswer(context, whole, 'SUM', undefined)).toMatchObject({
    count: 0,
    sum: '0',
    rest: '300',
    overAllocated: false,
  });
});

test('shares are not added', () => {
  const share = { operator: 'AT_LEAST', value: '0.91', valueMax: null } as const;
  expect(allocationAnswer(context, share, 'RATIO', of('1.8'))).toMatchObject({
    additive: false,
    reason: { code: 'RATIO_NOT_SUMMED' },
    sum: null,
    overAllocated: null,
  });
});

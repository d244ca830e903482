import { firstDifference } from './first-difference.ts';

test('equal values have no difference, whatever the order of keys', () => {
  expect(firstDifference({ a: [1, { b: null }], c: 'x' }, { c: 'x', a: [1, { b: null }] })).toBeNull();
});

test.each([
  [{ a: [1, 2] }, { a: [1, 3] }, 'the answer.a.1 is 2 here and 3 there'],
  [{ a: [1] }, { a: [1, 2] }, 'the answer.a.1 is undefined here and 2 there'],
  [{ a: 1 }, { a: 1, b: null }, 'the answer.b is undefined here and null there'],
  [{ a: '1' }, { a: 1 }, 'the answer.a is "1" here and 1 there'],
  [[], {}, 'the answer is [] here and {} there'],
  [null, {}, 'the answer is null here and {} there'],
])('%j and %j: %s', (one, other, said) => {
  expect(firstDifference(one, other)).toBe(said);
});

import { rotated } from './rotation.ts';

test('each round begins with another one and leaves nobody out', () => {
  const order = ['a', 'b', 'c'];
  expect([0, 1, 2, 3].map((round) => rotated(order, round).join(''))).toEqual(['abc', 'bca', 'cab', 'abc']);
  expect(rotated([], 2)).toEqual([]);
});

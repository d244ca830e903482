import { percentile, ratios, spreadOf } from './statistics.ts';

test('the median of an odd number of values is the middle one, of an even number between the two', () => {
  expect(spreadOf([3, 1, 2])).toEqual({ median: 2, least: 1, most: 3 });
  expect(spreadOf([4, 1, 2, 3]).median).toBe(2.5);
  expect(() => spreadOf([])).toThrow(RangeError);
});

test('numbers are sorted as numbers', () => {
  expect(percentile([10, 9, 100], 50)).toBe(10);
});

test('percentiles lie between the nearest values', () => {
  const hundred = Array.from({ length: 101 }, (_, index) => index);
  expect(percentile(hundred, 99)).toBe(99);
  expect(percentile([0, 10], 99)).toBeCloseTo(9.9);
  expect(percentile([5], 99)).toBe(5);
});

test('ratios are taken within a round, so that a slow round of both changes nothing', () => {
  expect(ratios([200, 20, 100], [100, 10, 50])).toEqual({ median: 2, least: 2, most: 2 });
});

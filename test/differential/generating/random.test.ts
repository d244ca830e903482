import { Random } from './random.js';

const numbers = (seed: number): number[] => {
  const random = new Random(seed);
  return Array.from({ length: 5 }, () => random.next());
};

test('the same seed gives the same choices, another gives others', () => {
  expect(numbers(7)).toEqual(numbers(7));
  expect(numbers(7)).not.toEqual(numbers(8));
});

test('numbers are spread over all of 0 to 1', () => {
  const random = new Random(1);
  const tenths = new Map<number, number>();
  for (let n = 0; n < 10_000; n += 1) {
    const tenth = Math.floor(random.next() * 10);
    tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
  }
  expect([...tenths.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const times of tenths.values()) expect(Math.abs(times - 1000)).toBeLessThan(150);
});

test('what weighs nothing is not chosen, what weighs more is chosen more', () => {
  const random = new Random(3);
  const times = { never: 0, once: 0, thrice: 0 };
  const weights = { never: 0, once: 1, thrice: 3 };
  for (let n = 0; n < 4000; n += 1)
    times[random.weighted(['never', 'once', 'thrice'] as const, (one) => weights[one])] += 1;
  expect(times.never).toBe(0);
  expect(times.thrice / times.once).toBeGreaterThan(2.5);
  expect(times.thrice / times.once).toBeLessThan(3.5);
});

test('several are different ones', () => {
  const random = new Random(5);
  expect(random.several([1, 2, 3, 4], 3, () => 1).length).toBe(3);
  expect(new Set(random.several([1, 2, 3, 4], 9, () => 1))).toEqual(new Set([1, 2, 3, 4]));
});

import { rankCluster, type Standing } from './rank-cluster.js';

/** Points are hundredths. */
const unit = (entry: number, total: number, more: Partial<Standing> = {}): Standing => ({
  entry,
  total,
  bonus: 0,
  minus: 0,
  points: {},
  ...more,
});
const order = ['LEAST_MINUS', 'MOST_BONUS', '1'];
const places = (standings: Standing[], rules: string[] = order) =>
  rankCluster(standings, rules).map(({ entry, rank, tied, decidedBy }) => [entry, rank, tied, decidedBy]);

test('more points come first, whatever the order in which they are given', () => {
  expect(places([unit(1, 7000), unit(2, 9050), unit(3, 9049)])).toEqual([
    [2, 1, false, null],
    [3, 2, false, null],
    [1, 3, false, null],
  ]);
});

test('a tie is decided by the first rule that tells apart, and says so', () => {
  expect(
    places([unit(1, 8000, { minus: 100 }), unit(2, 8000, { minus: 50, bonus: 0 }), unit(3, 7000)]),
  ).toEqual([
    [2, 1, true, 'LEAST_MINUS'],
    [1, 2, true, 'LEAST_MINUS'],
    [3, 3, false, null],
  ]);
  expect(places([unit(1, 8000, { bonus: 100 }), unit(2, 8000, { bonus: 200 })])).toEqual([
    [2, 1, true, 'MOST_BONUS'],
    [1, 2, true, 'MOST_BONUS'],
  ]);
  expect(places([unit(1, 8000, { points: { 1: 2000 } }), unit(2, 8000, { points: { 1: 2500 } })])).toEqual([
    [2, 1, true, '1'],
    [1, 2, true, '1'],
  ]);
});

test('of three, each names what decided it', () => {
  const three = [
    unit(1, 8000, { minus: 0, bonus: 100 }),
    unit(2, 8000, { minus: 0, bonus: 200 }),
    unit(3, 8000, { minus: 50 }),
  ];
  expect(places(three)).toEqual([
    [2, 1, true, 'MOST_BONUS'],
    [1, 2, true, 'MOST_BONUS'],
    [3, 3, true, 'LEAST_MINUS'],
  ]);
});

test('what stays equal shares its place, and the next is left out', () => {
  expect(places([unit(1, 8000), unit(2, 8000), unit(3, 7000), unit(4, 9000)])).toEqual([
    [4, 1, false, null],
    [1, 2, true, null],
    [2, 2, true, null],
    [3, 4, false, null],
  ]);
  expect(places([unit(1, 8000, { minus: 5 }), unit(2, 8000)], [])).toEqual([
    [1, 1, true, null],
    [2, 1, true, null],
  ]);
});

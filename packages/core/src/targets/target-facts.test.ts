import { definitionOf } from './target-facts.js';
import { latestEnded, pointOfYear } from './progress-figures.js';

const period = { start: '2021-01-01', end: '2021-12-31' };
const promised = {
  value: '0.05',
  valueMax: null,
  path: 'NONE',
  tolerance: '0',
  deadline: '2021-12-31',
} as const;

test('a relative change is stored as a fraction and computed in percent; a share stays a share', () => {
  expect(definitionOf({ ...promised, operator: 'RELATIVE_DECREASE' }, period).value).toBe('5');
  expect(definitionOf({ ...promised, operator: 'AT_MOST' }, period).value).toBe('0.05');
});

describe('the point up to which this year can be compared with the last', () => {
  const traffic = { start: '2020-12-16', end: '2021-12-15' };

  test.each([
    ['MONTH', period, '2021-10-15', '2021-09'],
    ['MONTH', period, '2021-09-30', '2021-09'],
    ['MONTH', period, '2021-01-30', undefined],
    ['QUARTER', period, '2021-10-15', '2021-Q3'],
    ['YEAR', period, '2021-10-15', undefined],
    ['YEAR', period, '2022-03-01', '2021'],
    ['TRAFFIC_MONTH', traffic, '2021-10-15', '2021-T10'],
    ['TRAFFIC_MONTH', traffic, '2021-10-14', '2021-T09'],
    ['TRAFFIC_MONTH', traffic, '2020-12-31', undefined],
    ['CAMPAIGN', period, '2021-10-15', undefined],
  ] as const)('%s on %s %s: %s', (calendar, of, day, key) => {
    expect(pointOfYear({ calendar }, of, day)?.key).toBe(key);
  });

  test('a target of a quarter has none: "so far this year" begins before it', () => {
    const quarter = { start: '2021-04-01', end: '2021-06-30' };
    expect(latestEnded({ calendar: 'MONTH' }, quarter, '2021-06-15')?.key).toBe('2021-05');
    expect(pointOfYear({ calendar: 'MONTH' }, quarter, '2021-06-15')).toBeNull();
  });
});

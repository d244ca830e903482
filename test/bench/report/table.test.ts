import { figure, table } from './table.ts';

test.each([
  [1234.5, '1235'],
  [999.6, '1000'],
  [123.4, '123'],
  [12.345, '12.3'],
  [1.005, '1.00'],
  [0.01234, '0.0123'],
  [0, '0'],
  [Number.NaN, '–'],
])('%d is written %s', (value, text) => {
  expect(figure(value)).toBe(text);
});

test('a table has its figures to the right', () => {
  expect(table(['what', 'ms'], [['one', '1']])).toBe('| what | ms |\n| --- | ---: |\n| one | 1 |');
});

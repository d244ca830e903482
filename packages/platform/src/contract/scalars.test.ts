import fc from 'fast-check';
import { buildSchema, parse, parseValue, validate } from 'graphql';
import { DateScalar, DecimalScalar, isCalendarDay } from './scalars.js';

const literal = (scalar: typeof DateScalar, text: string) => scalar.parseLiteral(parseValue(text));

test.each(['2021-10-15', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (day) => {
  expect(DateScalar.parseValue(day)).toBe(day);
  expect(literal(DateScalar, `"${day}"`)).toBe(day);
});

test.each([
  '2021-02-29',
  '0000-01-01',
  '2021-13-01',
  '2021-00-10',
  '2021-1-1',
  '2021-10-15T00:00:00Z',
  ' 2021-10-15',
  '２０２１-10-15',
  '',
])('%j is no day', (text) => {
  expect(() => DateScalar.parseValue(text)).toThrow(
    expect.objectContaining({
      message: expect.stringContaining('YYYY-MM-DD'),
      extensions: { code: 'BAD_USER_INPUT', allowed: expect.objectContaining({ vi: expect.any(String) }) },
    }),
  );
});

test('a wrong literal is told as it is written, and where', () => {
  const schema = buildSchema('scalar Date type Query { on(day: Date): Int }');
  Object.assign(schema.getType('Date')!, { parseLiteral: DateScalar.parseLiteral });
  for (const [written, shown] of [
    ['"1/9/2021"', '"1/9/2021"'],
    ['20211015', '20211015'],
  ]) {
    const [error] = validate(schema, parse(`{ on(day: ${written}) }`));
    expect(error!.message).toContain(`Not a date: ${shown}.`);
    expect(error!.locations).toEqual([{ line: 1, column: 11 }]);
  }
});

test('only a text is a day', () => {
  for (const value of [20211015, null, { $gt: '' }, ['2021-10-15'], new Date()])
    expect(() => DateScalar.parseValue(value)).toThrow();
  expect(() => literal(DateScalar, '20211015')).toThrow();
});

test('a decimal keeps its digits, whatever they are', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
      fc.option(fc.nat(999_999)),
      (whole, part) => {
        const text = part === null ? String(whole) : `${whole}.${part}`;
        expect(DecimalScalar.parseValue(text)).toBe(text);
      },
    ),
  );
  expect(literal(DecimalScalar, '12.50')).toBe('12.50');
  expect(literal(DecimalScalar, '7')).toBe('7');
  expect(DecimalScalar.parseValue(7)).toBe('7');
});

test.each(['1e309', '1,5', '.5', '5.', '+1', '0x10', 'NaN', 'Infinity', '01', '', ' 1'])(
  '%j is no decimal',
  (text) => {
    expect(() => DecimalScalar.parseValue(text)).toThrow(/Not a decimal/);
  },
);

test('a float is no decimal: its digits are already lost', () => {
  for (const value of [0.1, 2 ** 53, NaN, null, { $ne: 1 }])
    expect(() => DecimalScalar.parseValue(value)).toThrow();
});

test('a literal in an error message is cut', () => {
  expect(() => DateScalar.parseValue('x'.repeat(5000))).toThrow(
    expect.objectContaining({ message: expect.stringMatching(/^.{0,140}$/) }),
  );
});

test('the calendar knows its leap years', () => {
  expect([2000, 1900, 2020, 2021].map((year) => isCalendarDay(year, 2, 29))).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

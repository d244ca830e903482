import { checkFits, familyOf, parameterType } from './column-values.js';

const fits = (sqlType: string, value: unknown): boolean => {
  try {
    checkFits({ sqlType }, value, 'filter.x');
    return true;
  } catch {
    return false;
  }
};

test.each([
  [
    'int',
    ['0', '-5', 2147483647, '-2147483648'],
    ['2147483648', '-2147483649', '1.5', '1e3', 'x', '', '1; drop'],
  ],
  ['smallint', ['32767'], ['32768']],
  ['bigint', ['9223372036854775807'], ['9223372036854775808', '1.0']],
  ['numeric(10,2)', ['12.5', '-0.01', 3, '1e5', 'NaN'], ['1,5', '1e999', 'ten', '']],
  [
    'date',
    ['2021-10-15', '2024-02-29', 'infinity'],
    ['2021-02-29', '2021-10-5', '0000-01-01', 'today', '2021-10-15 '],
  ],
  [
    'timestamptz(0)',
    ['2021-10-15 03:00:00+00', '2021-10-15T03:00:00.123456Z', new Date(0), '-infinity'],
    ['2021-10-15', '2021-13-01 00:00', '2021-10-15 25:00', 'now'],
  ],
  ['boolean', [true, 'false'], ['maybe', 1]],
  ['uuid', ['3f0d5a52-6c3f-4d29-9b52-0f5a4a0c8d11'], ['3f0d5a52', '']],
  ['text', ['', 'anything at all; --'], ['a\0b']],
])('%s takes %j and refuses %j', (sqlType, good, bad) => {
  expect(good.filter((value) => !fits(sqlType, value))).toEqual([]);
  expect(bad.filter((value) => fits(sqlType, value))).toEqual([]);
});

test('the refusal names the argument, what was given and what is allowed', () => {
  expect(() => checkFits({ sqlType: 'date' }, 'soon', 'filter.dateFrom')).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      details: { field: 'filter.dateFrom', given: 'soon', allowed: 'date' },
    }),
  );
});

test('a comparison is with the value given: casts neither cut nor round', () => {
  expect(parameterType('varchar(3)')).toBe('text');
  expect(parameterType('character varying(3)')).toBe('text');
  expect(parameterType('numeric(10,2)')).toBe('numeric');
  expect(parameterType('timestamptz(0)')).toBe('timestamptz');
  expect(parameterType('date')).toBe('date');
});

test('a type that only begins like another is not taken for it', () => {
  expect(familyOf('interval')).toBe('text');
  expect(familyOf('daterange')).toBe('text');
  expect(familyOf('double precision')).toBe('decimal');
});

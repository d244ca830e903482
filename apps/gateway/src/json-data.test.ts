import { JsonData, resultOf, stringifyResult } from './json-data.js';

test('JSON of the database goes out letter by letter', () => {
  const json = '{"a":1.50,"b":"\\u00e9 ế","c":[null]}';
  expect(stringifyResult(resultOf({ json }))).toBe(`{"data":${json}}`);
});

test('whatever else an answer has stands beside it', () => {
  const data = new JsonData('{"a":1}');
  const text = stringifyResult({ data, extensions: { cost: 2 } } as never);
  expect(JSON.parse(text)).toEqual({ data: { a: 1 }, extensions: { cost: 2 } });
});

test('an answer of objects is written as always', () => {
  expect(stringifyResult({ data: { a: null } })).toBe('{"data":{"a":null}}');
  expect(stringifyResult({ errors: [{ message: 'no' }] } as never)).toBe('{"errors":[{"message":"no"}]}');
});

test('who writes it by the ordinary way gets the same', () => {
  expect(JSON.parse(JSON.stringify({ data: new JsonData('{"a":[1,2]}') }))).toEqual({ data: { a: [1, 2] } });
});

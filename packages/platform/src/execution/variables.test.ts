import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { DateScalar } from '../contract/scalars.js';
import { coerceVariables } from './variables.js';

const schema = buildSchema(`
  scalar Date
  enum Kind { WIDE NARROW }
  input Row { value: Int! at: Date }
  input Place { kind: Kind code: ID on: Date wide: Boolean depth: Int name: String }
  input SignIn { username: String! password: String! rows: [Row!] kind: Kind }
  type Query { ok(input: SignIn, place: Place, n: Int): Int }
`);
Object.assign(schema.getType('Date')!, {
  parseValue: DateScalar.parseValue,
  parseLiteral: DateScalar.parseLiteral,
});

const coerce = (given: Record<string, unknown>, definitions = '$input: SignIn', hidden = false) => {
  const source = `query(${definitions}) { ok }`;
  return coerceVariables(schema, parse(source).definitions[0] as OperationDefinitionNode, given, hidden);
};
/** What is told of each, as it goes out to programs. */
const problems = (given: Record<string, unknown>, definitions?: string, hidden?: boolean) => {
  const result = coerce(given, definitions, hidden);
  if (!('problems' in result)) throw new Error('The variables are right.');
  const told = result.problems.map(({ code, details }) => ({ code, ...details }));
  return JSON.parse(JSON.stringify(told)) as Record<'code' | 'field' | 'given' | 'allowed', unknown>[];
};
const placed = (place: Record<string, unknown>) => problems({ place }, '$place: Place')[0];
const whole = 'a whole number from -2147483648 to 2147483647 (Int)';
const day = 'a day that exists, as YYYY-MM-DD, such as "2021-10-15" (Date)';
const signIn = { username: 'a', password: 'b' };

test('right variables come back as the executor sees them', () => {
  expect(coerce({ input: signIn })).toEqual({ values: { input: signIn } });
  expect(coerce({}, '$n: Int = 3, $m: Int')).toEqual({ values: { n: 3 } });
});

test('a wrong value is told as it was given, and what is allowed beside it', () => {
  expect(placed({ kind: 'DEEP' })).toEqual({
    code: 'BAD_USER_INPUT',
    field: 'place.kind',
    given: 'DEEP',
    allowed: ['WIDE', 'NARROW'],
  });
  expect(placed({ on: '1/9/2021' })).toMatchObject({ given: '1/9/2021', allowed: day });
  expect(placed({ depth: '10' })).toMatchObject({ given: 'the text "10"', allowed: whole });
  expect(placed({ depth: 1.5 })).toMatchObject({ given: 1.5, allowed: whole });
  expect(placed({ code: true })).toMatchObject({ given: true, allowed: 'an id, the text as it came (ID)' });
  expect(placed({ wide: 1 })).toMatchObject({ given: 1, allowed: 'true or false (Boolean)' });
});

test('a long value is cut, and what cannot be seen in it is written out', () => {
  const { given } = placed({ kind: `\u202E${'x'.repeat(5000)}` })!;
  expect(given).toBe(`\\u202e${'x'.repeat(59)}…`);
});

test('free text may hold anything, so it is not repeated', () => {
  expect(placed({ name: { text: 'hunter2' } })).toMatchObject({ given: 'an object' });
  expect(placed({ name: 5 })).toMatchObject({ given: 'a number', allowed: 'a text (String)' });
  expect(JSON.stringify(problems({ place: 'hunter2' }, '$place: Place'))).not.toContain('hunter2');
});

test('where a secret is about, no value is repeated, wherever it stands', () => {
  const told = problems({ input: { username: 'lan', password: { text: 'hunter2' } } });
  expect(told).toEqual([
    { code: 'BAD_USER_INPUT', field: 'input.password', given: 'an object', allowed: 'a text (String)' },
  ]);
  for (const [given, definitions] of [
    [{ input: ['hunter2'] }],
    [{ input: { ...signIn, kind: 'hunter2' } }],
    [{ input: { ...signIn, rows: [{ value: 'hunter2' }] } }],
    [{ input: { ...signIn, rows: [{ value: 1, at: 'hunter2' }] } }],
    [{ newPassword: 'hunter2' }, '$newPassword: Int'],
  ] as [Record<string, unknown>, string?][])
    expect(JSON.stringify(problems(given, definitions))).not.toContain('hunter2');
});

test('the place is told through lists and inputs', () => {
  const rows = [{ value: 1 }, { value: 1.5, at: '2021-02-29' }];
  expect(problems({ rows }, '$rows: [Row!]')).toEqual([
    { code: 'BAD_USER_INPUT', field: 'rows[1].value', given: 1.5, allowed: whole },
    { code: 'BAD_USER_INPUT', field: 'rows[1].at', given: '2021-02-29', allowed: day },
  ]);
});

test('what is missing, null or unknown is named', () => {
  expect(problems({ input: { username: null, role: 'admin' } })).toEqual([
    { code: 'BAD_USER_INPUT', field: 'input.username', given: 'null', allowed: 'a text (String)' },
    { code: 'BAD_USER_INPUT', field: 'input.password', given: 'nothing', allowed: 'a text (String)' },
    {
      code: 'BAD_USER_INPUT',
      field: 'input.role',
      given: 'unknown field',
      allowed: ['username', 'password', 'rows', 'kind'],
    },
  ]);
  expect(problems({}, '$n: Int!')).toEqual([
    { code: 'BAD_USER_INPUT', field: 'n', given: 'nothing', allowed: whole },
  ]);
});

test('who may not know the schema is told types, and neither fields nor values', () => {
  const place = { kind: 'DEEP', depht: 1 };
  expect(problems({ place }, '$place: Place', true).map(({ allowed }) => allowed)).toEqual(['Kind', 'Place']);
});

test('a variable called __proto__ is a variable, and what is inherited is none', () => {
  expect(coerce(JSON.parse('{ "__proto__": 5 }') as Record<string, unknown>, '$n: Int')).toEqual({
    values: {},
  });
  expect(problems({}, '$toString: Int!')[0]).toMatchObject({ field: 'toString', given: 'nothing' });
});

test('a thousand mistakes are ten messages', () => {
  const rows = Array.from({ length: 1000 }, () => ({ value: 'x' }));
  expect(problems({ input: { ...signIn, rows } })).toHaveLength(10);
});

test('a long name that a client made up is not repeated whole', () => {
  const [problem] = problems({ input: { ...signIn, ['x'.repeat(5000)]: 1 } });
  expect(String(problem!.field).length).toBeLessThan(100);
});

import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { inWords } from '../contract/problem.js';
import { DateScalar } from '../contract/scalars.js';
import { coerceVariables } from './variables.js';

const schema = buildSchema(`
  scalar Date
  enum Kind { WIDE NARROW }
  input Row { value: Int! at: Date }
  input SignIn { username: String! password: String! rows: [Row!] kind: Kind }
  type Query { ok(input: SignIn, n: Int): Int }
`);
Object.assign(schema.getType('Date')!, {
  parseValue: DateScalar.parseValue,
  parseLiteral: DateScalar.parseLiteral,
});

const coerce = (given: Record<string, unknown>, definitions = '$input: SignIn') => {
  const source = `query(${definitions}) { ok }`;
  return coerceVariables(schema, parse(source).definitions[0] as OperationDefinitionNode, given);
};
const problems = (given: Record<string, unknown>, definitions?: string) => {
  const result = coerce(given, definitions);
  if (!('problems' in result)) throw new Error('The variables are right.');
  return result.problems.map(({ code, details }) => ({ code, ...details }));
};
const signIn = { username: 'a', password: 'b' };

test('right variables come back as the executor sees them', () => {
  expect(coerce({ input: signIn })).toEqual({ values: { input: signIn } });
  expect(coerce({}, '$n: Int = 3, $m: Int')).toEqual({ values: { n: 3 } });
});

test('a value in the wrong place is not repeated: the place, its kind and the type are', () => {
  const told = problems({ input: { username: 'lan', password: { text: 'hunter2' } } });
  expect(told).toEqual([
    { code: 'BAD_USER_INPUT', field: 'input.password', given: 'object', allowed: 'String!' },
  ]);
  expect(JSON.stringify(problems({ input: ['hunter2'] }))).not.toContain('hunter2');
  expect(JSON.stringify(problems({ input: { ...signIn, rows: [{ value: 'hunter2' }] } }))).not.toContain(
    'hunter2',
  );
});

test('the place is told through lists and inputs', () => {
  const rows = [{ value: 1 }, { value: 1.5, at: '2021-02-29' }];
  expect(problems({ input: { ...signIn, rows } })).toEqual([
    { code: 'BAD_USER_INPUT', field: 'input.rows[1].value', given: 'number', allowed: 'Int!' },
    { code: 'BAD_USER_INPUT', field: 'input.rows[1].at', given: 'string', allowed: 'Date: "2021-10-15"' },
  ]);
});

test('what is missing, null or unknown is named', () => {
  expect(problems({ input: { username: null, role: 'admin' } })).toEqual([
    { code: 'BAD_USER_INPUT', field: 'input.username', given: 'null', allowed: 'String!' },
    { code: 'BAD_USER_INPUT', field: 'input.password', given: 'null', allowed: 'String!' },
    {
      code: 'BAD_USER_INPUT',
      field: 'input.role',
      given: inWords({ vi: 'trường không có', en: 'unknown field' }),
      allowed: 'SignIn',
    },
  ]);
  expect(problems({}, '$n: Int!')).toEqual([
    { code: 'BAD_USER_INPUT', field: 'n', given: 'null', allowed: 'Int!' },
  ]);
});

test('an enum value that is none, and a number that is no Int, are told by their kind', () => {
  expect(problems({ input: { ...signIn, kind: 'DEEP' } })[0]).toMatchObject({
    field: 'input.kind',
    given: 'string',
    allowed: 'Kind',
  });
  expect(problems({ n: 2 ** 31 }, '$n: Int')[0]).toMatchObject({
    field: 'n',
    given: 'number',
    allowed: 'Int',
  });
  expect(problems({ n: [1] }, '$n: Int')[0]).toMatchObject({ given: 'list' });
});

test('a variable called __proto__ is a variable, and what is inherited is none', () => {
  expect(coerce(JSON.parse('{ "__proto__": 5 }') as Record<string, unknown>, '$n: Int')).toEqual({
    values: {},
  });
  expect(problems({}, '$toString: Int!')[0]).toMatchObject({ field: 'toString', given: 'null' });
});

test('a thousand mistakes are ten messages', () => {
  const rows = Array.from({ length: 1000 }, () => ({ value: 'x' }));
  expect(problems({ input: { ...signIn, rows } })).toHaveLength(10);
});

test('a long name that a client made up is not repeated whole', () => {
  const [problem] = problems({ input: { ...signIn, ['x'.repeat(5000)]: 1 } });
  expect(String(problem!.field).length).toBeLessThan(100);
});

import { buildSchema, coerceInputValue } from 'graphql';
import { allow } from '../contract/access.js';
import { argumentCheck } from './argument-check.js';
import { RuleBook } from './rules.js';

const schema = buildSchema(`
  enum Order { NAME DEPTH }
  input Range { min: Int max: Int not: Range }
  input Filter { name: [String!] depth: Range also: [Filter!] demo: Boolean = false }
  input Person { name: String role: String }
  type Query {
    rivers(filter: Filter, orderBy: [Order!]): Int
    hire(person: Person, secretly: Boolean = false): Int
    plain(filter: String): Int
  }
`);
const council = allow.permission('council');

function book(): RuleBook {
  const rules = new RuleBook();
  rules.setInput('Range.min', council, true);
  rules.setInput('Order.DEPTH', council, true);
  rules.setInput('Person.role', council, false);
  rules.setInput('Query.hire(secretly)', council, false);
  rules.setInput('Filter.demo', council, false);
  return rules;
}

/** What is refused of these arguments, written as a client writes them. */
function refused(field: string, args: Record<string, unknown>, ...permissions: string[]): string | undefined {
  const rules = book();
  const query = schema.getQueryType()!;
  const definition = query.getFields()[field]!;
  const coerced = Object.fromEntries(
    definition.args.flatMap(({ name, type, defaultValue }) => {
      const value = name in args ? coerceInputValue(args[name], type) : defaultValue;
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const flags = rules.flagsFor({ signedIn: true, permissions: new Set(permissions) });
  return argumentCheck(`Query.${field}`, definition, rules)?.(coerced, flags);
}

test('what is not named is not refused', () => {
  expect(refused('rivers', {})).toBeUndefined();
  expect(
    refused('rivers', { filter: { name: ['Hồng'], depth: { max: 3 } }, orderBy: ['NAME'] }),
  ).toBeUndefined();
});

test('an input field is found however deep: in inputs, in lists, in inputs that contain themselves', () => {
  expect(refused('rivers', { filter: { depth: { min: 1 } } })).toBe('Range.min');
  expect(refused('rivers', { filter: { depth: { not: { not: { min: 1 } } } } })).toBe('Range.min');
  expect(refused('rivers', { filter: { also: [{ name: ['a'] }, { also: [{ depth: { min: 0 } }] }] } })).toBe(
    'Range.min',
  );
});

test('an enum value is found, also as one of a list', () => {
  expect(refused('rivers', { orderBy: 'DEPTH' })).toBe('Order.DEPTH');
  expect(refused('rivers', { orderBy: ['NAME', 'DEPTH'] })).toBe('Order.DEPTH');
});

test('an argument can have a rule of its own; the value that the schema fills in was not named', () => {
  expect(refused('hire', { secretly: true })).toBe('Query.hire(secretly)');
  expect(refused('hire', { secretly: null })).toBe('Query.hire(secretly)');
  expect(refused('hire', {})).toBeUndefined();
  expect(refused('rivers', { filter: { name: ['a'] } })).toBeUndefined();
});

test('null is nothing in a filter, and something in what is written', () => {
  expect(refused('rivers', { filter: { depth: { min: null } } })).toBeUndefined();
  expect(refused('hire', { person: { role: null } })).toBe('Person.role');
});

test('who passes the rule may name it all', () => {
  expect(refused('rivers', { filter: { depth: { min: 1 } }, orderBy: 'DEPTH' }, 'council')).toBeUndefined();
  expect(refused('hire', { person: { role: 'admin' }, secretly: true }, 'council')).toBeUndefined();
});

test('a field whose arguments can name nothing with a rule has no check at all', () => {
  expect(argumentCheck('Query.plain', schema.getQueryType()!.getFields()['plain']!, book())).toBeUndefined();
});

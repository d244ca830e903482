import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { shapeOf } from './variable-shape.js';

const schema = buildSchema(`
  enum Order { NAME_ASC NAME_DESC }
  input Filter { name: [String!], deep: Boolean, inner: Filter }
  type Query { rivers(first: Int, after: String, order: Order, filter: Filter): Int }
`);
const operation = parse(
  'query ($first: Int, $after: String, $order: Order, $filter: Filter, $flag: Boolean) { rivers }',
).definitions[0] as OperationDefinitionNode;
const shape = (variables: Record<string, unknown>) => shapeOf(schema, operation, variables);

test('values make no difference, only whether they are there', () => {
  expect(shape({ first: 1, after: 'a' })).toBe(shape({ first: 200, after: 'b' }));
  expect(shape({ filter: { name: ['a'] } })).toBe(shape({ filter: { name: ['b', 'c'] } }));
});

test.each([
  ['nothing and null', { after: undefined }, { after: null }],
  ['null and a value', { after: null }, { after: 'a' }],
  ['true and false', { flag: true }, { flag: false }],
  ['one order and another', { order: 'NAME_ASC' }, { order: 'NAME_DESC' }],
  ['one condition and another', { filter: { name: ['a'] } }, { filter: { deep: true } }],
  ['a condition and an inner one', { filter: { name: ['a'] } }, { filter: { inner: { name: ['a'] } } }],
  ['one variable and another', { first: 1 }, { after: 'a' }],
])('%s are two shapes', (_, one, other) => {
  expect(shape(one)).not.toBe(shape(other));
});

test('the order in which conditions are written makes no difference', () => {
  expect(shape({ filter: { name: ['a'], deep: true } })).toBe(shape({ filter: { deep: true, name: ['a'] } }));
});

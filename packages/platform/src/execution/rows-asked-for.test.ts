import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { limitRows } from './rows-asked-for.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  type T implements Node { id: ID! ts(first: Int, after: String): TConnection parent: T }
  type TEdge { cursor: String node: T }
  type TConnection { edges: [TEdge!]! nodes: [T!]! totalCount: Int }
  type Query { ts(first: Int): TConnection all: TConnection node: Node }
`);
const pages = new Map([
  ['TConnection', 'T'],
  ['TEdge', 'T'],
]);

/** How many rows an operation asks for. */
function rows(source: string, variables: Record<string, unknown> = {}): number {
  const document = parse(source);
  const operation = document.definitions.find(
    (one): one is OperationDefinitionNode => one.kind === 'OperationDefinition',
  )!;
  try {
    limitRows({ schema, document, operation, variables, pages }, -1);
  } catch (error) {
    const { code, details } = error as { code: string; details: Record<string, unknown> };
    expect({ code, limit: details['limit'], allowed: details['allowed'] }).toEqual({
      code: 'LIMIT_EXCEEDED',
      limit: 'rows',
      allowed: -1,
    });
    return details['given'] as number;
  }
  throw new Error('Nothing was refused.');
}

test('a page holds as many rows as it asks for, 50 where it does not say', () => {
  expect(rows('{ ts(first: 7) { nodes { id } } }')).toBe(7);
  expect(rows('{ ts { nodes { id } } }')).toBe(50);
  expect(rows('{ all { nodes { id } } }')).toBe(50);
  expect(rows('{ ts(first: 0) { totalCount } node { id } }')).toBe(0);
});

test('lists inside lists multiply, through objects, edges and fragments', () => {
  expect(rows('{ ts(first: 10) { nodes { ts(first: 3) { nodes { id } } } } }')).toBe(10 + 30);
  expect(rows('{ ts(first: 10) { edges { node { parent { ts(first: 3) { nodes { id } } } } } } }')).toBe(40);
  const source =
    '{ ts(first: 10) { nodes { ...F } } } fragment F on T { ts(first: 3) { ...G } } fragment G on TConnection { nodes { id } }';
  expect(rows(source)).toBe(40);
  expect(rows('{ node { ... on T { ts(first: 4) { nodes { id } } } } }')).toBe(4);
});

test('the size of a page may come from a variable', () => {
  const source = 'query($n: Int) { ts(first: $n) { nodes { ts(first: $n) { nodes { id } } } } }';
  expect(rows(source, { n: 200 })).toBe(200 + 40_000);
  expect(rows(source, {})).toBe(50 + 2_500);
});

test('neighbors add up', () => {
  expect(rows('{ a: ts(first: 5) { nodes { id } } b: ts(first: 6) { nodes { id } } }')).toBe(11);
});

test('what is within the limit is not refused', () => {
  const document = parse('{ ts(first: 7) { nodes { id } } }');
  const operation = document.definitions[0] as OperationDefinitionNode;
  expect(() => limitRows({ schema, document, operation, variables: {}, pages }, 7)).not.toThrow();
  expect(() => limitRows({ schema, document, operation, variables: {}, pages }, 6)).toThrow();
});

test('a page that its field will refuse counts for nothing here', () => {
  expect(rows('{ ts(first: -5) { nodes { id } } }')).toBe(0);
});

test('fragments two by two, 60 deep, take no time and ask for very much', () => {
  const chain = Array.from(
    { length: 60 },
    (_, n) =>
      `fragment F${n} on T { ts(first: 2) { nodes { ...F${n + 1} } edges { node { ...F${n + 1} } } } }`,
  );
  expect(rows(`{ ts { nodes { ...F0 } } } ${chain.join(' ')} fragment F60 on T { id }`)).toBeGreaterThan(
    1e18,
  );
});

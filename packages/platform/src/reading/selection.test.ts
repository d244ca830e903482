import { parse, type FieldNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { selectedFields } from './selection.js';

/** What a resolver of the first field of the query would be told. */
function infoOf(source: string) {
  const { definitions } = parse(source);
  const operation = definitions.find(
    (one): one is OperationDefinitionNode => one.kind === 'OperationDefinition',
  )!;
  const fragments = Object.fromEntries(
    definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === 'FragmentDefinition')
      .map((one) => [one.name.value, one]),
  );
  return { fieldNodes: operation.selectionSet.selections as readonly FieldNode[], fragments };
}

const names = (source: string, ...paths: string[][]) => [...selectedFields(infoOf(source), ...paths)].sort();

test('fields count by their names, not by their aliases', () => {
  expect(names('{ river { __proto__: name then: depth } }', [])).toEqual(['depth', 'name']);
});

test('fragments are followed, inline and named, also inside each other', () => {
  const source = `{ river { ... on River { name } ...A } } fragment A on River { ...B } fragment B on River { depth }`;
  expect(names(source, [])).toEqual(['depth', 'name']);
});

test('paths descend by name; several of them together', () => {
  const source = `{ rivers { nodes { name } edges { cursor node { depth } } } }`;
  expect(names(source, ['edges', 'node'], ['nodes'])).toEqual(['depth', 'name']);
});

test('what is skipped is read all the same: a column too many is harmless', () => {
  expect(names('{ river { name @skip(if: true) } }', [])).toEqual(['name']);
});

test('a fragment counts in every place where it is spread', () => {
  const source = `{ a { nodes { ...F } } b: a { edges { node { ...F depth } } } } fragment F on River { name }`;
  expect(names(source, ['edges', 'node'])).toEqual(['depth', 'name']);
  expect(names(source, ['nodes'])).toEqual(['name']);
});

test('spreads of spreads, two by two, 60 deep, take no time', () => {
  const chain = Array.from({ length: 60 }, (_, n) => `fragment F${n} on River { ...F${n + 1} ...F${n + 1} }`);
  const source = `{ river { ...F0 } } ${chain.join(' ')} fragment F60 on River { name }`;
  expect(names(source, [])).toEqual(['name']);
});

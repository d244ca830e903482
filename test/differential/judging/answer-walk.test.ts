import { buildSchema, parse } from 'graphql';
import { walkAnswer } from './answer-walk.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Query { unit(code: String): Unit node: Node units: [Unit!] }
  type Unit implements Node { id: ID! code: String parent: Unit }
  type Plan implements Node { id: ID! title: String }
`);

function visited(source: string, data: unknown, variables: Record<string, unknown> = {}): string[] {
  const found: string[] = [];
  walkAnswer({ schema, document: parse(source), variables, data }, ({ coordinate, path, value }) => {
    found.push(
      `${path.join('.')} ${coordinate} ${typeof value === 'object' ? (value === null ? 'null' : 'object') : String(value)}`,
    );
  });
  return found;
}

test('fields are found by the names they have in the answer, lists gone through', () => {
  const source = '{ all: units { code: id its: code parent { code } } }';
  const data = {
    all: [
      { code: 'x', its: '737', parent: null },
      { code: 'y', its: '75', parent: { code: '1' } },
    ],
  };
  expect(visited(source, data)).toEqual([
    'all Query.units object',
    'all.0.code Unit.id x',
    'all.0.its Unit.code 737',
    'all.0.parent Unit.parent null',
    'all.1.code Unit.id y',
    'all.1.its Unit.code 75',
    'all.1.parent Unit.parent object',
    'all.1.parent.code Unit.code 1',
  ]);
});

test('below an interface the type is what __typename says', () => {
  const source = '{ node { __typename id ... on Unit { code } ...P } } fragment P on Plan { code: title }';
  expect(visited(source, { node: { __typename: 'Plan', id: 'p', code: 'A plan' } })).toEqual([
    'node Query.node object',
    'node.id Plan.id p',
    'node.code Plan.title A plan',
  ]);
});

test('what is skipped is not there, also where a default says so', () => {
  const source = `query ($no: Boolean! = false, $yes: Boolean!) {
    unit { id @include(if: $no) code @skip(if: $yes) ... @skip(if: $no) { parent { id } } } }`;
  // The answer has everything: what is visited is what the document asks for.
  const data = { unit: { id: 'x', code: '737', parent: { id: 'y' } } };
  expect(visited(source, data, { yes: true })).toEqual([
    'unit Query.unit object',
    'unit.parent Unit.parent object',
    'unit.parent.id Unit.id y',
  ]);
});

test('no data, nothing visited', () => {
  expect(visited('{ units { id } }', null)).toEqual([]);
  expect(visited('{ units { id } }', undefined)).toEqual([]);
});

import { buildSchema, parse, type GraphQLObjectType } from 'graphql';
import { selectedOn, selectionsBelow } from './selected-fields.js';

const schema = buildSchema(`
  interface Named { name: String }
  type River implements Named { name: String, depth: Int, mouth: Sea }
  type Sea implements Named { name: String, salt: Int }
  type Query { river: River }
`);

/** Names of the answer, with what each stands for, below `river`. */
function selected(source: string, variables: Record<string, unknown> = {}): string[] {
  const document = parse(source);
  const fragments = Object.fromEntries(
    document.definitions.flatMap((one) => (one.kind === 'FragmentDefinition' ? [[one.name.value, one]] : [])),
  );
  const operation = document.definitions.find((one) => one.kind === 'OperationDefinition')!;
  const selecting = { schema, fragments, variables };
  const [river] = selectedOn(selecting, schema.getQueryType()!, [operation.selectionSet]);
  const type = schema.getType('River') as GraphQLObjectType;
  return selectedOn(selecting, type, selectionsBelow(river!.nodes)).map(
    ({ key, nodes }) => `${key}:${nodes[0]!.name.value}:${nodes.length}`,
  );
}

test('fields stand in the order in which they are first asked for, once each', () => {
  expect(selected('{ river { depth name depth } river { mouth { name } name } }')).toEqual([
    'depth:depth:2',
    'name:name:2',
    'mouth:mouth:1',
  ]);
});

test('an alias is a name of its own', () => {
  expect(selected('{ river { name other: name } }')).toEqual(['name:name:1', 'other:name:1']);
});

test('fragments count where their type is the object’s, or an interface of it', () => {
  const source = `{ river { ...Every ... on Sea { salt } ... on River { depth } ... { mouth { name } } } }
    fragment Every on Named { name }`;
  expect(selected(source)).toEqual(['name:name:1', 'depth:depth:1', 'mouth:mouth:1']);
});

test('a fragment is entered once a level', () => {
  const source = `{ river { ...One ...Two ...One } } fragment One on River { name ...Two } fragment Two on River { depth }`;
  expect(selected(source)).toEqual(['name:name:1', 'depth:depth:1']);
});

test('@skip and @include are evaluated, on fields and on fragments', () => {
  const source = `query ($yes: Boolean!, $no: Boolean!) { river {
    name @skip(if: $yes)
    depth @include(if: $no)
    kept: name @skip(if: $no) @include(if: $yes)
    ... @include(if: $no) { gone: name }
    ...Some @skip(if: $yes)
  } } fragment Some on River { also: name }`;
  expect(selected(source, { yes: true, no: false })).toEqual(['kept:name:1']);
});

import { buildSchema, parse, print, type DocumentNode } from 'graphql';
import { shrink } from './shrink.js';

const schema = buildSchema(`
  type Query { unit(code: String, first: Int): Unit units: [Unit] }
  type Unit { code: String name: String parent: Unit }
`);
const compact = (document: DocumentNode): string => print(document).replace(/\s+/g, ' ').trim();

test('what does not matter is taken away: fields, fragments, directives, arguments, variables', async () => {
  const document = parse(`
    query Q($code: String, $yes: Boolean!) {
      units { code ...U }
      unit(code: $code, first: 1) { name parent @include(if: $yes) { parent { code name } ...U } }
    }
    fragment U on Unit { name }`);
  const shows = async (one: DocumentNode) => /parent[^]*code/.test(print(one));
  expect(compact(await shrink(schema, document, shows))).toBe(
    'query Q { unit { parent { parent { code } } } }',
  );
});

test('what is left still shows the difference, and is valid, when the attempts are used up', async () => {
  const document = parse('{ a: units { code name } b: units { code name } c: units { name } }');
  let asked = 0;
  const shows = async (one: DocumentNode) => {
    asked += 1;
    return print(one).includes('b:');
  };
  const smaller = await shrink(schema, document, shows, 1);
  expect(asked).toBe(1);
  expect(print(smaller)).toContain('b: units');
});

test('a document in which everything matters stays as it is', async () => {
  const document = parse('{ unit(code: "737") { name } }');
  expect(await shrink(schema, document, async () => false)).toBe(document);
});

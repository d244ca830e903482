import { buildSchema, graphqlSync, printSchema, validateSchema } from 'graphql';
import { describeIn } from './localized-schema.js';

const schema = buildSchema(`
  "A wet thing." interface Wet { "How deep." depth(in: Unit): Int }
  "A unit." enum Unit { "Short." METER }
  "What is looked for." input Where { "Its name." name: String = "Hồng" }
  "A river." type River implements Wet { depth(in: Unit): Int "Gone." old: Int @deprecated(reason: "2021-01-01: depth") }
  type Query { "All." rivers("Which." where: Where = { name: "x" }): [River!] }
`);
const texts = new Map(
  [
    'Wet',
    'Wet.depth',
    'Unit',
    'Unit.METER',
    'Where',
    'Where.name',
    'River',
    'River.depth',
    'River.depth(in)',
    'Query.rivers',
    'Query.rivers(where)',
  ].map((coordinate) => [coordinate, `vi ${coordinate}`]),
);
const vietnamese = describeIn(schema, texts);
/** The schema's text without descriptions and without how it is broken into lines. */
const bare = (one: typeof schema) =>
  printSchema(one)
    .replace(/"""[\s\S]*?"""/g, '')
    .replace(/\s+/g, '');

test('types, fields, arguments, input fields and enum values are described in the other language', () => {
  const sdl = printSchema(vietnamese);
  for (const text of texts.values()) expect(sdl).toContain(`"""${text}"""`);
});

test('what has no text keeps its own', () => {
  expect(printSchema(vietnamese)).toContain('"""Gone."""');
});

test('names, types, defaults and deprecations are the same', () => {
  expect(validateSchema(vietnamese)).toEqual([]);
  expect(bare(vietnamese)).toBe(bare(schema));
});

test('the schema that executes is not changed', () => {
  expect(printSchema(schema)).not.toContain('vi River');
  expect(
    graphqlSync({ schema: vietnamese, source: '{ __type(name: "River") { description } }' }).data,
  ).toEqual({
    __type: { description: 'vi River' },
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { documents as ofPlainGraph } from './plain-graph.ts';
import { documents as ofProduct } from './product.ts';

const root = join(import.meta.dirname, '..', '..', '..');

describe.each([
  ['the product', 'schema/schema.graphql', ofProduct],
  ['the peers written by hand', 'test/bench/peers/shared/schema.graphql', ofPlainGraph],
])('%s', (_, path, documents) => {
  const schema = buildSchema(readFileSync(join(root, path), 'utf8'));

  test.each(Object.entries(documents))('%s fits the schema', (_name, document) => {
    expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
  });
});

import { readFile } from 'node:fs/promises';
import type { TestBed } from '@phoihop/testing';
import { createFullBed } from '../support/full-bed.js';

let bed: TestBed;
beforeAll(async () => {
  bed = await createFullBed();
}, 180_000);
afterAll(() => bed?.close());

/** The GraphQL documents a page shows. */
async function queriesOf(page: string): Promise<string[]> {
  const text = await readFile(page, 'utf8');
  return [...text.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, source]) => source!);
}

/** How many objects of lists an answer holds. */
function rows(value: unknown): number {
  if (Array.isArray(value)) return value.length + value.reduce<number>((sum, one) => sum + rows(one), 0);
  if (value === null || typeof value !== 'object') return 0;
  return Object.values(value).reduce<number>((sum, one) => sum + rows(one), 0);
}

test.each([
  ['README.md', 3],
  ['plugins/social-insurance/README.md', 1],
])('every query of %s answers with rows', async (page, least) => {
  const queries = await queriesOf(page);
  expect(queries.length).toBeGreaterThanOrEqual(least);
  const caller = await bed.as('standing');
  const district = await bed.graphql('{ administrativeUnit(code: "737") { id } }');
  const variables = { unit: district.data.administrativeUnit.id };
  for (const source of queries) {
    const { data, errors } = await bed.graphql(source, { caller, variables });
    expect(errors).toBeUndefined();
    expect(rows(data)).toBeGreaterThan(0);
  }
});

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

describe('docs/guides/front-end-client.md', () => {
  const guide = 'docs/guides/front-end-client.md';
  const named = async (operation: string) =>
    (await queriesOf(guide)).find((source) => source.includes(`${operation}(`))!;
  const unitOf = async (code: string): Promise<string> =>
    (await bed.graphql(`{ administrativeUnit(code: "${code}") { id } }`)).data.administrativeUnit.id;

  test('its list has rows for the unit that the page is about', async () => {
    const { data, errors } = await bed.graphql(await named('query Coverage'), {
      caller: await bed.as('standing'),
      variables: { unit: await unitOf('737') },
    });
    expect(errors).toBeUndefined();
    expect(data.socialInsuranceCoverageSnapshots.nodes).toHaveLength(50);
  });

  test('its change is made with the variables that stand there, by whom it names and by no other', async () => {
    const text = await readFile(guide, 'utf8');
    const [, json] = /```json\n(\{\n {2}"input"[\s\S]*?)```/.exec(text)!;
    const [, code] = /with the id of `administrativeUnit\(code: "(\d+)"\)` as `unit`/.exec(text)!;
    const { input } = JSON.parse(json!) as { input: Record<string, unknown> };
    const variables = { input: { ...input, unit: await unitOf(code!) } };
    const source = await named('mutation Held');
    const send = async (who: string) => bed.graphql(source, { caller: await bed.as(who), variables });
    for (const who of ['officer.insurance', 'chair.an-vien', 'clerk.an-vien'])
      expect((await send(who)).data.socialInsuranceRecordOutreach).toMatchObject({ heldOn: input['heldOn'] });
    expect((await send('standing')).errors![0]!.extensions['code']).toBe('FORBIDDEN');
    expect((await send('chair.bau-ham')).errors![0]!.extensions['code']).toBe('OUT_OF_SCOPE');
  });
});

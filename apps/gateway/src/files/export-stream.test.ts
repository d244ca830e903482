import { neutral } from '@phoihop/core';
import { parse } from 'graphql';
import { csvFile } from './csv-lines.js';
import type { Column } from './export-columns.js';
import { exportPages, withheld } from './export-rows.js';
import { xlsxFile } from './xlsx-file.js';

const column: Column = { name: 'name', path: ['name'], coordinates: [], type: 'String', usual: true };
const document = parse('{ things }');

/** An engine with a list of so many pages of 200 rows, that counts what it is asked. */
function longList(pages: number) {
  const asked = { pages: 0 };
  const answer = async ({ variables }: { variables?: Readonly<Record<string, unknown>> | null }) => {
    asked.pages += 1;
    const at = Number(variables!['after'] ?? 0) + 1;
    const nodes = Array.from({ length: 200 }, (_, n) => ({ name: `row ${(at - 1) * 200 + n}` }));
    const pageInfo = { hasNextPage: at < pages, endCursor: String(at) };
    return { json: JSON.stringify({ things: { totalCount: pages * 200, nodes, pageInfo } }) };
  };
  const all = exportPages({
    engine: { answer: answer as never },
    field: 'things',
    columns: [column],
    documents: [document, document],
    variables: {},
    request: {},
  });
  return { asked, all };
}

async function* texts(all: ReturnType<typeof longList>['all']) {
  for await (const { rows } of all) yield rows.map((row) => row.map(String));
}

test.each([
  ['CSV', (all: AsyncIterable<string[][]>) => csvFile(all, neutral)],
  ['XLSX', (all: AsyncIterable<string[][]>) => xlsxFile(all)],
])(
  '%s of 10,000 rows: a page is asked for when the one before has gone out, and not earlier',
  async (_, write) => {
    const { asked, all } = longList(50);
    const written = write(texts(all))[Symbol.asyncIterator]();
    let bytes = 0;
    let most = 0;
    for (let taken = 0; ; taken += 1) {
      const before = asked.pages;
      const { value, done } = await written.next();
      if (done) break;
      bytes += value!.length;
      // Whoever writes holds one page: taking a piece asks for a handful at most, whatever has been passed on by then.
      most = Math.max(most, asked.pages - before);
    }
    expect(asked.pages).toBe(50);
    expect(bytes).toBeGreaterThan(10_000);
    expect(most).toBeLessThanOrEqual(5);
  },
);

test('nothing is asked for before somebody reads', async () => {
  const { asked, all } = longList(50);
  const written = csvFile(texts(all), neutral);
  expect(asked.pages).toBe(0);
  await written.next();
  expect(asked.pages).toBe(1);
});

test('a value that a row does not show is told as withheld, and nothing beside it', async () => {
  const answer = async () => ({
    data: {
      things: { nodes: [{ name: null }, { name: 'b' }], pageInfo: { hasNextPage: false, endCursor: null } },
    },
    errors: [{ message: '', path: ['things', 'nodes', 0, 'name'], extensions: { code: 'FORBIDDEN' } }],
  });
  const request = {
    field: 'things',
    columns: [column],
    documents: [document, document] as const,
    variables: {},
    request: {},
  };
  const all = exportPages({ ...request, engine: { answer: answer as never } });
  expect((await all.next()).value!.rows).toEqual([[withheld], ['b']]);
});

test('any other error ends the list', async () => {
  const answer = async () => ({
    data: { things: null },
    errors: [{ message: 'x', path: ['things'], extensions: { code: 'TIMEOUT' } }],
  });
  const request = {
    field: 'things',
    columns: [column],
    documents: [document, document] as const,
    variables: {},
    request: {},
  };
  await expect(exportPages({ ...request, engine: { answer: answer as never } }).next()).rejects.toMatchObject(
    {
      error: { extensions: { code: 'TIMEOUT' } },
    },
  );
});

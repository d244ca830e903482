import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { csvTable, neutral, xlsxTable, type TableRow } from '@phoihop/core';
import fc from 'fast-check';
import { csvFile } from './csv-lines.js';
import { xlsxFile, type SheetCell } from './xlsx-file.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phoihop-formats-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** All at once. */
async function* batches<T>(all: T) {
  yield all;
}

async function collected(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece as string));
  return Buffer.concat(all);
}

async function cellsOf(table: AsyncIterable<TableRow>): Promise<(readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const row of table) rows.push('cells' in row ? row.cells : [row.problem.code]);
  return rows;
}

async function throughCsv(rows: string[][]): Promise<(readonly string[])[]> {
  const bytes = await collected(csvFile(batches([['a', 'b'], ...rows]), neutral));
  return (await cellsOf(csvTable(batches(bytes)))).slice(1);
}

async function throughXlsx(rows: SheetCell[][]): Promise<(readonly string[])[]> {
  const path = join(folder, `${Math.random()}.xlsx`);
  await writeFile(path, await collected(xlsxFile(batches([['a', 'b'], ...rows]))));
  return (await cellsOf(xlsxTable(path))).slice(1);
}

/** What `=cmd|' /C calc'!A0` and its kin begin with, and what only looks so. */
const dangerous = [
  '=1+1',
  '+84 909',
  '-2+3',
  '@SUM(A1)',
  '\tx',
  '＝1',
  "'=1",
  "'",
  "''=x",
  '-5',
  '-5.5',
  '- gạch đầu dòng',
];

test('no cell of a CSV file begins a formula, and each comes back as it was', async () => {
  const bytes = String(await collected(csvFile(batches(dangerous.map((text) => [text])), neutral)));
  const cells = bytes.slice(1).split('\r\n').filter(Boolean);
  const bare = cells.map((cell) => cell.replace(/^"/, ''));
  expect(bare.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual(['-5', '-5.5']);
  expect(await throughCsv(dangerous.map((text) => [text, 'x']))).toEqual(
    dangerous.map((text) => [text, 'x']),
  );
});

/** Texts as the graph lets them in: NFC, without control characters but tab and line ends. */
const texts = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => text.normalize('NFC').replace(/\p{C}/gu, ''))
  .filter((text) => text.trim() !== '' && !text.startsWith('# '));

test('any text goes through CSV as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 8 }), async (rows) => {
      expect(await throughCsv(rows)).toEqual(rows);
    }),
    { numRuns: 60 },
  );
});

test('texts, digits and lines go through XLSX as they are; nothing in it is a formula', async () => {
  const rows = [
    ...dangerous.filter((text) => text.trim() === text).map((text) => [text, 'x']),
    ['a\nb', '<&>"'],
    ['12345678901234567.89', '007'],
    [{ digits: '-1234567890.12' }, { digits: '0.1' }],
  ];
  expect(await throughXlsx(rows)).toEqual(
    rows.map((row) => row.map((cell) => (typeof cell === 'object' ? cell.digits : cell))),
  );
});

test('the line of titles is passed over, and only as the second', async () => {
  expect(
    await throughCsv([
      ['# Tên', 'Mã'],
      ['# 1', 'x'],
    ]),
  ).toEqual([['# 1', 'x']]);
});

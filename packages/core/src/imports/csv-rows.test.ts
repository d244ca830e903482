import { csvTable } from './csv-rows.js';
import { figureRows, type ReadRow } from './import-row.js';

const header = 'unit,indicator,period,value';

/** Reads a text given in pieces of some bytes, as a file comes in. */
async function read(text: string | Uint8Array, pieceSize = 7): Promise<ReadRow[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceSize) yield bytes.subarray(at, at + pieceSize);
  }
  const rows: ReadRow[] = [];
  for await (const row of figureRows(csvTable(pieces()))) rows.push(row);
  return rows;
}

const problem = (code: string, line: number) => ({
  problem: expect.objectContaining({ code, details: expect.objectContaining({ line }) }),
});
const cells = (rows: ReadRow[]) =>
  rows.map((one) =>
    'row' in one ? [one.row.line, one.row.cells.unit, one.row.cells.value] : one.problem.code,
  );

test('rows come with their lines, whatever the pieces the file comes in', async () => {
  const text = `${header}\n26254,works.houses,2021-09,1\n\n26257,works.houses,2021-09,2\n`;
  for (const size of [1, 3, 1000]) {
    expect(cells(await read(text, size))).toEqual([
      [2, '26254', '1'],
      [4, '26257', '2'],
    ]);
  }
});

test('columns stand in any order and spelling; empty cells and absent columns are null', async () => {
  const rows = await read('Value;as_of;PERIOD;Indicator;unit\n ;2021-09-30; 2021-09 ;works.houses;26254\n');
  expect(rows).toEqual([
    {
      row: {
        line: 2,
        cells: {
          unit: '26254',
          indicator: 'works.houses',
          period: '2021-09',
          asOf: '2021-09-30',
          value: null,
          numerator: null,
          denominator: null,
          status: null,
          source: null,
          disaggregation: null,
          note: null,
        },
      },
    },
  ]);
});

test('a mark of UTF-8, Windows’ line ends and line ends within quotes are read', async () => {
  const rows = await read(
    `\uFEFFunit,indicator,period,value,note\r\n1,a,2021,1,"hai dòng\r\nmột ô"\r\n2,a,2021,2,\r\n`,
  );
  expect(cells(rows)).toEqual([
    [2, '1', '1'],
    [4, '2', '2'],
  ]);
  expect(rows[0]).toMatchObject({ row: { cells: { note: 'hai dòng\nmột ô' } } });
});

test('text is composed, as the database wants it', async () => {
  const rows = await read(`unit,indicator,period,note\n1,a,2021,${'Cây Gáo'.normalize('NFD')}\n`);
  expect(rows[0]).toMatchObject({ row: { cells: { note: 'Cây Gáo'.normalize('NFC') } } });
});

test('a row of another width is told, and the next one is read', async () => {
  const rows = await read(`${header}\n1,a,2021,1,000\n2,a,2021,2\n`);
  expect(rows[0]).toEqual(problem('IMPORT_RAGGED', 2));
  expect(cells(rows.slice(1))).toEqual([[3, '2', '2']]);
});

test.each([
  ['an unknown column', 'unit,indicator,period,value,disagregation\n'],
  ['a missing one', 'unit,indicator,value\n'],
  ['one that is there twice', 'unit,indicator,period,value,Value\n'],
])('a header with %s is refused, with nothing read after it', async (_, text) => {
  expect(await read(`${text}1,a,2021,1,1\n`)).toEqual([problem('IMPORT_COLUMNS', 1)]);
});

test('other encodings are refused where they begin', async () => {
  const windows = new Uint8Array([
    ...new TextEncoder().encode(`${header},note\n1,a,2021,1,x\n2,a,2021,1,C`),
    0xe2,
    0x79,
    0x0a,
  ]);
  expect((await read(windows)).at(-1)).toEqual(problem('IMPORT_NOT_UTF8', 3));
  const utf16 = new Uint8Array(Buffer.from(`${header}\n1,a,2021,1\n`, 'utf16le'));
  expect(await read(utf16)).toEqual([problem('IMPORT_NOT_UTF8', 1)]);
  const marked = new Uint8Array([0xff, 0xfe, ...utf16]);
  expect(await read(marked)).toEqual([problem('IMPORT_NOT_UTF8', 1)]);
});

test('a quote that is never closed is refused without keeping the rest of the file in memory', async () => {
  const rows = await read(`${header}\n1,a,2021,"1\n${'2,a,2021,2\n'.repeat(20_000)}`, 4096);
  expect(rows).toEqual([problem('IMPORT_QUOTE', expect.any(Number) as unknown as number)]);
});

test('an empty file has no rows', async () => {
  expect(await read('')).toEqual([]);
  expect(await read(header)).toEqual([]);
});

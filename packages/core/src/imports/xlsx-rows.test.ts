import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { figureRows, type ReadRow } from './import-row.js';
import { xlsxLimits, xlsxTable, type XlsxReading } from './xlsx-rows.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phoihop-xlsx-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Cell = string | number | undefined;

/** A spreadsheet as Excel writes it, as small as can be; `more` is a file beside the sheet. */
async function spreadsheet(
  rows: readonly (readonly Cell[])[],
  more: Record<string, Uint8Array> = {},
): Promise<string> {
  const cell = (value: Cell, ref: string): string => {
    if (value === undefined) return '';
    return typeof value === 'number'
      ? `<c r="${ref}"><v>${value}</v></c>`
      : `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const sheet = rows
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((value, n) => cell(value, `${String.fromCodePoint(65 + n)}${at + 1}`)).join('')}</row>`,
    )
    .join('');
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const files = {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="Số liệu" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  };
  const packed = zipSync({
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
    ...more,
  });
  const path = join(folder, `${Math.random()}.xlsx`);
  await writeFile(path, packed);
  return path;
}

async function read(
  path: string,
  limits: XlsxReading['limits'] = xlsxLimits,
  signal?: AbortSignal,
): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const row of figureRows(xlsxTable(path, { limits, signal }))) rows.push(row);
  return rows;
}
const cells = (rows: ReadRow[]) =>
  rows.map((one) =>
    'row' in one ? [one.row.line, one.row.cells.unit, one.row.cells.value] : one.problem.code,
  );

test('rows of the first sheet, numbers as they were typed', async () => {
  const path = await spreadsheet([
    ['unit', 'indicator', 'period', 'value'],
    ['26254', 'works.houses', '2021-09', 3],
    [],
    ['26257', 'works.money', '2021-09', 12.300000000000001],
    [26260, 'works.money', '2021-09', 1e-2],
  ]);
  expect(cells(await read(path))).toEqual([
    [2, '26254', '3'],
    [4, '26257', '12.3'],
    [5, '26260', '0.01'],
  ]);
});

test('a header that is not right, and cells beyond it, are refused', async () => {
  expect(cells(await read(await spreadsheet([['unit', 'indicator', 'valeu']])))).toEqual(['IMPORT_COLUMNS']);
  const wide = await spreadsheet([
    ['unit', 'indicator', 'period', 'value'],
    ['26254', 'works.houses', '2021-09', 3, 'x'],
  ]);
  expect(cells(await read(wide))).toEqual(['IMPORT_RAGGED']);
});

test('a file that unpacks to more than it may is refused before it is read', async () => {
  const bomb = await spreadsheet([['unit', 'indicator', 'period', 'value']], {
    'xl/media/zeros.bin': new Uint8Array(20 * 1024 * 1024),
  });
  expect(cells(await read(bomb, { ...xlsxLimits, unpacked: 10 * 1024 * 1024 }))).toEqual([
    'IMPORT_TOO_LARGE',
  ]);
  expect(cells(await read(bomb, { ...xlsxLimits, packed: 1024 }))).toEqual(['IMPORT_TOO_LARGE']);
  expect(cells(await read(bomb))).toEqual([]);
});

test('what takes too much memory ends its worker and not the process', async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => [`${n}`, 'works.houses', '2021-09', n]);
  const path = await spreadsheet([['unit', 'indicator', 'period', 'value'], ...rows]);
  expect(cells(await read(path, { ...xlsxLimits, heapMegabytes: 10 }))).toEqual(['IMPORT_TOO_LARGE']);
}, 600_000);

test('what is no spreadsheet is refused', async () => {
  const path = join(folder, 'text.xlsx');
  await writeFile(path, 'unit,indicator,period,value\n');
  expect(cells(await read(path))).toEqual(['IMPORT_NOT_A_SPREADSHEET']);
});

/** A sheet whose cells all point to one text, which the file holds once. */
async function sharing(text: string, rows: number): Promise<string> {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const sheet = Array.from(
    { length: rows },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`,
  ).join('');
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return spreadsheet([], {
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet ${main}><sheetData>${sheet}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': strToU8(`<sst ${main}><si><t>${text}</t></si></sst>`),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
  });
}

const details = (rows: ReadRow[]) =>
  rows.map((one) => ('problem' in one ? { code: one.problem.code, ...one.problem.details } : one.row.cells));

test('a cell that is longer than Excel writes any is refused, though many point to its text', async () => {
  const path = await sharing('x'.repeat(1024 * 1024), 5_000);
  expect(details(await read(path))).toEqual([
    { code: 'IMPORT_TOO_LARGE', field: 'file', line: 1, given: 'LEN(A1) = 1048576', allowed: 32_767 },
  ]);
}, 60_000);

test('cells that together are longer than a file may unpack to are refused before they are copied', async () => {
  const path = await sharing('x'.repeat(32_767), 20_000);
  expect(details(await read(path))).toMatchObject([
    { code: 'IMPORT_TOO_LARGE', given: '> 128 MB', allowed: '128 MB' },
  ]);
}, 60_000);

test('more cells than a sheet may have are refused', async () => {
  const path = await sharing('x', 40);
  expect(details(await read(path, { ...xlsxLimits, cells: 39 }))).toMatchObject([
    { code: 'IMPORT_TOO_LARGE', given: '40 × 1', allowed: 39 },
  ]);
});

test('reading ends with its worker when nobody waits any more', async () => {
  const rows = Array.from({ length: 60_000 }, (_, n) => [`${n}`, 'works.houses', '2021-09', n]);
  const path = await spreadsheet([['unit', 'indicator', 'period', 'value'], ...rows]);
  const reason = new Error('enough');
  const stop = new AbortController();
  setTimeout(() => stop.abort(reason), 300);
  await expect(read(path, xlsxLimits, stop.signal)).rejects.toBe(reason);
  await expect(read(path, xlsxLimits, stop.signal)).rejects.toBe(reason);
}, 60_000);

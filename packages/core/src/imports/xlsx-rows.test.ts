import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { figureRows, type ReadRow } from './import-row.js';
import { xlsxLimits, xlsxTable } from './xlsx-rows.js';

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

async function read(path: string, limits: Parameters<typeof xlsxTable>[1] = xlsxLimits): Promise<ReadRow[]> {
  const rows: ReadRow[] = [];
  for await (const row of figureRows(xlsxTable(path, limits))) rows.push(row);
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
}, 120_000);

test('what is no spreadsheet is refused', async () => {
  const path = join(folder, 'text.xlsx');
  await writeFile(path, 'unit,indicator,period,value\n');
  expect(cells(await read(path))).toEqual(['IMPORT_NOT_A_SPREADSHEET']);
});

import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { Decimal } from 'decimal.js';
import { Unzip, UnzipInflate } from 'fflate';
import type { ImportProblem } from './import-row.js';
import { isTitles, type TableRow } from './table.js';

/** What a spreadsheet may weigh, packed and unpacked: it is read whole, unlike CSV. About 100,000 rows of figures. */
export const xlsxLimits = {
  packed: 16 * 1024 * 1024,
  unpacked: 128 * 1024 * 1024,
  heapMegabytes: 1024,
} as const;

/**
 * Reads the rows of the first sheet of an .xlsx file. A file of some kilobytes can unpack to gigabytes, whatever it
 * says of itself: it is unpacked once to be measured, and read in a worker whose memory is bounded.
 */
export async function* xlsxTable(
  path: string,
  limits: typeof xlsxLimits | Limits = xlsxLimits,
): AsyncGenerator<TableRow> {
  const refusal = await tooLarge(path, limits);
  if (refusal) return yield refusal;
  const sheet = await readInWorker(path, limits.heapMegabytes);
  if ('problem' in sheet) return yield sheet;
  let width: number | undefined;
  let first = true;
  for (const [at, row] of sheet.rows.entries()) {
    const cells = row.map(written);
    if (cells.every((cell) => cell.trim() === '')) continue;
    const line = at + 1;
    if (width === undefined) {
      // Spreadsheets have empty columns at their end without anyone meaning it.
      width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
      yield { line, cells: cells.slice(0, width) };
      continue;
    }
    if (first && isTitles(cells)) {
      first = false;
      continue;
    }
    first = false;
    if (cells.slice(width).some((cell) => cell.trim() !== ''))
      yield problem('IMPORT_RAGGED', line, cells.length, width);
    else yield { line, cells: Array.from({ length: width }, (_, n) => cells[n] ?? '') };
  }
}

interface Limits {
  readonly packed: number;
  readonly unpacked: number;
  readonly heapMegabytes: number;
}

interface WrongFile {
  readonly problem: ImportProblem;
}

/** A number comes as its digits, in an object: a text of digits is left as it is. */
type Cell = string | { readonly digits: string } | boolean | Date | null;

const problem = (code: string, line: number, given?: unknown, allowed?: unknown): WrongFile => ({
  problem: { code, details: { field: 'file', line, given, allowed } },
});

/** A cell as a CSV file would have it. */
function written(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'object' ? asDecimal(cell.digits) : String(cell);
}

/** Excel keeps 12.3 as 12.300000000000001; the 15 digits that it shows are what was typed. */
function asDecimal(text: string): string {
  return /^-?\d*\.?\d+(e[+-]?\d+)?$/i.test(text) && /[.e]/i.test(text)
    ? new Decimal(text).toSignificantDigits(15).toFixed()
    : text;
}

async function tooLarge(path: string, { packed, unpacked }: Limits): Promise<WrongFile | null> {
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;
  const refuse = (given: string, most: number): WrongFile =>
    problem('IMPORT_TOO_LARGE', 1, given, megabytes(most));
  await using file = await open(path);
  const { size } = await file.stat();
  if (size > packed) return refuse(megabytes(size), packed);
  let inflated = 0;
  const unzip = new Unzip((entry) => {
    entry.ondata = (error, piece) => {
      if (error) throw error;
      inflated += piece.length;
    };
    entry.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const piece of file.createReadStream({ highWaterMark: 16 * 1024, autoClose: false })) {
      unzip.push(piece as Uint8Array);
      if (inflated > unpacked) return refuse(`> ${megabytes(unpacked)}`, unpacked);
    }
    unzip.push(new Uint8Array(), true);
  } catch {
    return problem('IMPORT_NOT_A_SPREADSHEET', 1);
  }
  return null;
}

/** As text: a file of its own could not be found both from the sources and from what is built. */
const workerCode = `
const { parentPort, workerData } = require('node:worker_threads');
const { readSheet } = require(workerData.library);
readSheet(workerData.path, { parseNumber: (digits) => ({ digits }) }).then(
  (rows) => parentPort.postMessage({ rows }),
  (error) => parentPort.postMessage({ failed: String(error) }),
);`;

async function readInWorker(path: string, heapMegabytes: number): Promise<{ rows: Cell[][] } | WrongFile> {
  const library = createRequire(import.meta.url).resolve('read-excel-file/node');
  const worker = new Worker(workerCode, {
    eval: true,
    workerData: { path, library },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', (message: { rows: Cell[][] } | { failed: string }) =>
        resolve('rows' in message ? message : problem('IMPORT_NOT_A_SPREADSHEET', 1)),
      );
      worker.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve(problem('IMPORT_TOO_LARGE', 1, `> ${heapMegabytes} MB`, `${heapMegabytes} MB`))
          : reject(error),
      );
    });
  } finally {
    await worker.terminate();
  }
}

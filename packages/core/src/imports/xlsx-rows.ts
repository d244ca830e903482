import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { Decimal } from 'decimal.js';
import { Unzip, UnzipInflate } from 'fflate';
import { readHeader, type ImportRow, type ReadRow } from './import-row.js';

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
export async function* xlsxRows(
  path: string,
  limits: typeof xlsxLimits | Limits = xlsxLimits,
): AsyncGenerator<ReadRow> {
  const refusal = await tooLarge(path, limits);
  if (refusal) return yield refusal;
  const sheet = await readInWorker(path, limits.heapMegabytes);
  if ('problem' in sheet) return yield sheet;
  let cellsOf: ((cells: readonly string[]) => ImportRow['cells']) | undefined;
  let width = 0;
  for (const [at, row] of sheet.rows.entries()) {
    const cells = row.map(written);
    if (cells.every((cell) => cell.trim() === '')) continue;
    const line = at + 1;
    if (!cellsOf) {
      // Spreadsheets have empty columns at their end without anyone meaning it.
      width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
      const header = readHeader(cells.slice(0, width), line);
      if ('problem' in header) return yield header;
      cellsOf = header;
    } else if (cells.slice(width).some((cell) => cell.trim() !== '')) {
      yield problem('IMPORT_RAGGED', line, cells.length, width);
    } else {
      yield { row: { line, cells: cellsOf(Array.from({ length: width }, (_, n) => cells[n] ?? '')) } };
    }
  }
}

interface Limits {
  readonly packed: number;
  readonly unpacked: number;
  readonly heapMegabytes: number;
}

type Cell = string | boolean | Date | null;

const problem = (code: string, line: number, given?: unknown, allowed?: unknown): ReadRow => ({
  problem: { code, details: { field: 'file', line, given, allowed } },
});

/** A cell as a CSV file would have it. */
function written(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'boolean' ? String(cell) : asDecimal(cell);
}

/** Excel keeps 12.3 as 12.300000000000001; the 15 digits that it shows are what was typed. */
function asDecimal(text: string): string {
  return /^-?\d*\.?\d+(e[+-]?\d+)?$/i.test(text) && /[.e]/i.test(text)
    ? new Decimal(text).toSignificantDigits(15).toFixed()
    : text;
}

async function tooLarge(path: string, { packed, unpacked }: Limits): Promise<ReadRow | null> {
  const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;
  const refuse = (given: string, most: number): ReadRow =>
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
readSheet(workerData.path, { parseNumber: (text) => text }).then(
  (rows) => parentPort.postMessage({ rows }),
  (error) => parentPort.postMessage({ failed: String(error) }),
);`;

async function readInWorker(
  path: string,
  heapMegabytes: number,
): Promise<{ rows: Cell[][] } | Extract<ReadRow, { problem: unknown }>> {
  const library = createRequire(import.meta.url).resolve('read-excel-file/node');
  const worker = new Worker(workerCode, {
    eval: true,
    workerData: { path, library },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', (message: { rows: Cell[][] } | { failed: string }) =>
        resolve('rows' in message ? message : (problem('IMPORT_NOT_A_SPREADSHEET', 1) as never)),
      );
      worker.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve(problem('IMPORT_TOO_LARGE', 1, `> ${heapMegabytes} MB`, `${heapMegabytes} MB`) as never)
          : reject(error),
      );
    });
  } finally {
    await worker.terminate();
  }
}

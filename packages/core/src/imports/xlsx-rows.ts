import { open } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { Decimal } from 'decimal.js';
import { Unzip, UnzipInflate } from 'fflate';
import type { ImportProblem } from './import-row.js';
import { isTitles, type TableRow } from './table.js';

/**
 * What a spreadsheet may weigh, packed and unpacked: it is read whole, unlike CSV. About 100,000 rows of figures. Its
 * cells together may be no longer than what it unpacks to: many may point to one text, and each becomes a copy. No
 * program writes a cell of more than 32,767 characters (Excel specifications and limits, Microsoft).
 */
export const xlsxLimits = {
  packed: 16 * 1024 * 1024,
  unpacked: 128 * 1024 * 1024,
  heapMegabytes: 1024,
  cells: 1_500_000,
  cellCharacters: 32_767,
} as const;

/** How a spreadsheet is read. */
export interface XlsxReading {
  readonly limits?: Limits;
  /** Ends the reading, and the worker with it. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads the rows of the first sheet of an .xlsx file. A file of some kilobytes can unpack to gigabytes, whatever it
 * says of itself: it is unpacked once to be measured, and read in a worker whose memory is bounded.
 * @throws the reason of `signal` when it fires
 */
export async function* xlsxTable(
  path: string,
  { limits = xlsxLimits, signal }: XlsxReading = {},
): AsyncGenerator<TableRow> {
  const refusal = await tooLarge(path, limits, signal);
  if (refusal) return yield refusal;
  const sheet = await readInWorker(path, limits, signal);
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
  /** Of the rectangle that the sheet fills. */
  readonly cells: number;
  readonly cellCharacters: number;
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

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

async function tooLarge(
  path: string,
  { packed, unpacked }: Limits,
  signal?: AbortSignal,
): Promise<WrongFile | null> {
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
      signal?.throwIfAborted();
      unzip.push(piece as Uint8Array);
      if (inflated > unpacked) return refuse(`> ${megabytes(unpacked)}`, unpacked);
    }
    unzip.push(new Uint8Array(), true);
  } catch {
    signal?.throwIfAborted();
    return problem('IMPORT_NOT_A_SPREADSHEET', 1);
  }
  return null;
}

/**
 * As text: a file of its own could not be found both from the sources and from what is built. Cells are measured here,
 * where one text may stand in many of them; what is posted is copied cell by cell into the memory of the process.
 */
const workerCode = `
const { parentPort, workerData } = require('node:worker_threads');
const { readSheet } = require(workerData.library);
const { limits } = workerData;

function tooMuch(rows) {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  if (rows.length * width > limits.cells) return { rows: rows.length, width };
  let characters = 0;
  for (const [at, row] of rows.entries())
    for (const [column, cell] of row.entries()) {
      const text = typeof cell === 'string' ? cell : (cell?.digits ?? '');
      if (text.length > limits.cellCharacters) return { line: at + 1, column, length: text.length };
      characters += text.length;
      if (characters > limits.unpacked) return { characters };
    }
}

readSheet(workerData.path, { parseNumber: (digits) => ({ digits }) }).then(
  (rows) => {
    const excess = tooMuch(rows);
    parentPort.postMessage(excess ? { excess } : { rows });
  },
  (error) => parentPort.postMessage({ failed: String(error) }),
);`;

/** What the cells have too much of. */
type Excess =
  | { readonly rows: number; readonly width: number }
  | { readonly line: number; readonly column: number; readonly length: number }
  | { readonly characters: number };

type Message = { readonly rows: Cell[][] } | { readonly excess: Excess } | { readonly failed: string };

async function readInWorker(
  path: string,
  limits: Limits,
  signal?: AbortSignal,
): Promise<{ rows: Cell[][] } | WrongFile> {
  const { heapMegabytes } = limits;
  signal?.throwIfAborted();
  const library = createRequire(import.meta.url).resolve('read-excel-file/node');
  const worker = new Worker(workerCode, {
    eval: true,
    workerData: { path, library, limits },
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
  });
  const heard = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', (message: Message) => {
        if ('rows' in message) resolve(message);
        else if ('excess' in message) resolve(excessive(message.excess, limits));
        else resolve(problem('IMPORT_NOT_A_SPREADSHEET', 1));
      });
      worker.once('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve(problem('IMPORT_TOO_LARGE', 1, `> ${heapMegabytes} MB`, `${heapMegabytes} MB`))
          : reject(error),
      );
      signal?.addEventListener('abort', () => reject(signal.reason as Error), {
        once: true,
        signal: heard.signal,
      });
    });
  } finally {
    heard.abort();
    await worker.terminate();
  }
}

/** In signs that a spreadsheet itself uses, since the sentence around them is in the reader's language. */
function excessive(excess: Excess, { cells, cellCharacters, unpacked }: Limits): WrongFile {
  if ('rows' in excess) return problem('IMPORT_TOO_LARGE', 1, `${excess.rows} × ${excess.width}`, cells);
  if ('characters' in excess)
    return problem('IMPORT_TOO_LARGE', 1, `> ${megabytes(unpacked)}`, megabytes(unpacked));
  const { line, column, length } = excess;
  return problem('IMPORT_TOO_LARGE', line, `LEN(${lettersOf(column)}${line}) = ${length}`, cellCharacters);
}

/** The name of a column, the first being A. */
function lettersOf(column: number): string {
  const last = String.fromCodePoint(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

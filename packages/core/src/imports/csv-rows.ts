import { CsvError, parse } from 'csv-parse';
import { asMeant } from './formula.js';
import type { ImportProblem } from './import-row.js';
import { isTitles, type TableRow } from './table.js';

/** No line of figures is longer; a quote that is never closed would otherwise be read to the end of the file. */
const longestLine = 64 * 1024;

/**
 * Reads the rows of a CSV file as they come in, so that its size does not matter: UTF-8, a header line, the cells
 * parted by commas, semicolons (as Excel writes them in Vietnamese) or tabs. Empty lines are passed over. What cannot
 * be read is a row with a problem; after one that leaves the rest without meaning, nothing more comes.
 */
export async function* csvTable(file: AsyncIterable<Uint8Array>): AsyncGenerator<TableRow> {
  try {
    yield* rowsOf(evenLines(decoded(file)));
  } catch (error) {
    if (error instanceof NotUtf8Error) yield problemAt('IMPORT_NOT_UTF8', error.line, null, 'UTF-8');
    else if (error instanceof CsvError)
      yield problemAt('IMPORT_QUOTE', Number(error['lines'] ?? 1), null, '"…"');
    else throw error;
  }
}

async function* rowsOf(text: AsyncGenerator<string>): AsyncGenerator<TableRow> {
  const start = await text.next();
  const beginning = start.done ? '' : start.value;
  const [headerLine = ''] = beginning.trimStart().split('\n', 1);
  const parser = parse({
    delimiter: [';', '\t'].find((mark) => headerLine.includes(mark)) ?? ',',
    info: true,
    record_delimiter: '\n',
    relax_column_count: true,
    max_record_size: longestLine,
  });
  void feed(parser, beginning, text);
  let width: number | undefined;
  let first = true;
  for await (const { record, info } of parser as AsyncIterable<CsvRecord>) {
    if (record.every((cell) => cell.trim() === '')) continue;
    const line = info.lines - linesWithin(record);
    if (width === undefined) {
      width = record.length;
      yield { line, cells: record };
      continue;
    }
    if (first && isTitles(record)) {
      first = false;
      continue;
    }
    first = false;
    if (record.length !== width) yield problemAt('IMPORT_RAGGED', line, record.length, width);
    else yield { line, cells: record.map(asMeant) };
  }
}

interface CsvRecord {
  readonly record: readonly string[];
  /** `lines`: the line on which the record ends. */
  readonly info: { readonly lines: number };
}

/** A quoted cell may hold line ends: a row is named by the line it begins on. */
const linesWithin = (record: readonly string[]): number =>
  record.reduce((ends, cell) => (cell.includes('\n') ? ends + cell.split('\n').length - 1 : ends), 0);

const problemAt = (
  code: string,
  line: number,
  given: unknown,
  allowed: unknown,
): { problem: ImportProblem } => ({
  problem: { code, details: { field: 'file', line, given, allowed } },
});

class NotUtf8Error extends Error {
  constructor(readonly line: number) {
    super('The file is not UTF-8.');
  }
}

/** Gives the parser no more than it takes; what goes wrong while reading becomes the parser's own error. */
async function feed(
  parser: ReturnType<typeof parse>,
  beginning: string,
  rest: AsyncIterable<string>,
): Promise<void> {
  try {
    parser.write(beginning);
    for await (const piece of rest) {
      if (parser.destroyed) return;
      if (!parser.write(piece)) await roomAgain(parser);
    }
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
  }
}

/** Resolves when the parser takes more, or never will again. */
const roomAgain = (parser: ReturnType<typeof parse>): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      parser.off('drain', go);
      parser.off('close', go);
      resolve();
    };
    parser.on('drain', go);
    parser.on('close', go);
  });

/** Bytes of another encoding are no UTF-8; those of UTF-16 without a mark have a zero beside each letter. */
async function* decoded(file: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  const read = (bytes?: Uint8Array): string => {
    let text: string;
    try {
      text = decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new NotUtf8Error(line);
    }
    if (text.includes('\0')) throw new NotUtf8Error(line);
    line += text.split('\n').length - 1;
    return text;
  };
  for await (const bytes of file) yield read(bytes);
  yield read();
}

/** One kind of line end: files that were put together from several have more. The first piece holds the whole header. */
async function* evenLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  let begun = false;
  for await (const piece of text) {
    held += piece;
    // The first half of a line end may be the last letter of a piece.
    const whole = held.endsWith('\r') ? held.slice(0, -1) : held;
    const even = whole.replaceAll(/\r\n?/g, '\n');
    if (!begun && !even.includes('\n') && even.length < longestLine) continue;
    begun = true;
    held = held.slice(whole.length);
    yield even;
  }
  yield held.replaceAll(/\r\n?/g, '\n');
}

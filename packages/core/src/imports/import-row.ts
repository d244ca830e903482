import type { ProblemDetails } from '@phoihop/platform';
import type { TableRow } from './table.js';

/** The columns of a file of figures. Only the first three must be there, and what figures of the file need. */
export const importColumns = [
  'unit',
  'indicator',
  'period',
  'asOf',
  'value',
  'numerator',
  'denominator',
  'status',
  'source',
  'disaggregation',
  'note',
] as const;

export type ImportColumn = (typeof importColumns)[number];

/** One line of a file, cut into cells but not yet looked at; null where the cell is empty or the column is not there. */
export interface ImportRow {
  /** Line of the file on which it begins, the header being line 1. */
  readonly line: number;
  readonly cells: Readonly<Record<ImportColumn, string | null>>;
}

/** A mistake in a file, by its line. */
export interface ImportProblem {
  readonly code: string;
  readonly details: ProblemDetails & { readonly line: number };
}

/** What reading a file gives, line by line. */
export type ReadRow = { readonly row: ImportRow } | { readonly problem: ImportProblem };

/** Of what was given, as much as it takes to find it. */
export const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** What a file need not say, because whoever imports it has said it for all rows. */
export interface ForAllRows {
  readonly period?: string | undefined;
}

/** Where each column stands in the file; or what is wrong with its header. */
export function readHeader(
  names: readonly string[],
  line: number,
  { period }: ForAllRows = {},
): ((cells: readonly string[]) => ImportRow['cells']) | { problem: ImportProblem } {
  const plain = (name: string): string =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]/g, '');
  const given = names.map(plain);
  const places = importColumns.map((column) => given.indexOf(plain(column)));
  const known = importColumns.map(plain);
  // A column nobody knows is not passed over: "disagregation" would turn parts into wholes.
  const wrong = names.filter((_, at) => !known.includes(given[at]!) || given.indexOf(given[at]!) !== at);
  const missing = importColumns
    .slice(0, 3)
    .filter((column, at) => places[at]! < 0 && !(column === 'period' && period));
  if (wrong.length > 0 || missing.length > 0) {
    const details = {
      field: 'file',
      line,
      given: shown((wrong.length > 0 ? wrong : names).join(', ')),
      allowed: importColumns.join(', '),
    };
    return { problem: { code: 'IMPORT_COLUMNS', details } };
  }
  return (cells) =>
    Object.fromEntries(
      importColumns.map((column, at) => {
        const cell = places[at]! < 0 ? '' : cells[places[at]!]!.trim();
        const said = column === 'period' && cell === '' ? (period ?? '') : cell;
        return [column, said === '' ? null : said.normalize('NFC')];
      }),
    ) as ImportRow['cells'];
}

/** The figures of a table; the first row is its header. After one that is wrong nothing more comes. */
export async function* figureRows(
  table: AsyncIterable<TableRow>,
  given: ForAllRows = {},
): AsyncGenerator<ReadRow> {
  let cellsOf: ((cells: readonly string[]) => ImportRow['cells']) | undefined;
  for await (const row of table) {
    if ('problem' in row) {
      yield row;
    } else if (cellsOf) {
      yield { row: { line: row.line, cells: cellsOf(row.cells) } };
    } else {
      const header = readHeader(row.cells, row.line, given);
      if ('problem' in header) return yield header;
      cellsOf = header;
    }
  }
}

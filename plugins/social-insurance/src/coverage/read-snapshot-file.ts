import { parse } from 'csv-parse/sync';
import type { ProblemDetails } from '@phoihop/platform';
import { InsuranceKind } from '../groups/insurance-kind.js';

/** A row of a snapshot file, read but not yet looked up in the database. */
export interface SnapshotRow {
  /** Line of the file, the header being line 1. */
  readonly line: number;
  readonly code: string;
  readonly insurance: InsuranceKind;
  /** Code of the participant group; empty for all groups together. */
  readonly group: string;
  readonly insured: number;
  readonly population: number;
}

/** One mistake in a file, by its line and column. */
export interface RowProblem {
  readonly code: string;
  readonly details: ProblemDetails & { line: number };
}

export const snapshotColumns = ['code', 'insurance', 'group', 'insured', 'population'] as const;
const maximumRows = 5000;

/**
 * Reads the CSV text of a snapshot: a header line with the columns of {@link snapshotColumns} in any order, then a
 * line for each unit and group. All mistakes are found in one reading.
 */
export function readSnapshotFile(text: string): { rows: SnapshotRow[]; problems: RowProblem[] } {
  const parsed = parseCsv(text);
  if ('problem' in parsed) return { rows: [], problems: [parsed.problem] };
  const [header = [], ...lines] = parsed.records;
  const missing = snapshotColumns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    return { rows: [], problems: [problem('SNAPSHOT_COLUMN_MISSING', 1, missing.join(', '), header.join(', '), snapshotColumns.join(', '))] };
  }
  if (lines.length > maximumRows) {
    return { rows: [], problems: [problem('SNAPSHOT_TOO_LONG', 1, 'csv', lines.length, maximumRows)] };
  }
  const rows: SnapshotRow[] = [];
  const problems: RowProblem[] = [];
  lines.forEach((cells, index) => {
    const cell = (column: (typeof snapshotColumns)[number]): string => (cells[header.indexOf(column)] ?? '').trim();
    const read = readRow(index + 2, cell);
    problems.push(...read.problems);
    if (read.row) rows.push(read.row);
  });
  return { rows, problems: [...problems, ...repeated(rows)] };
}

function parseCsv(text: string): { records: string[][] } | { problem: RowProblem } {
  try {
    const records = parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true }) as string[][];
    return { records };
  } catch (error) {
    return { problem: problem('SNAPSHOT_UNREADABLE', 1, 'csv', (error as Error).message, 'CSV, UTF-8') };
  }
}

function readRow(line: number, cell: (column: (typeof snapshotColumns)[number]) => string): { row?: SnapshotRow; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const insured = wholeNumber(cell('insured'));
  const population = wholeNumber(cell('population'));
  if (insured === null) problems.push(problem('SNAPSHOT_NOT_A_COUNT', line, 'insured', cell('insured'), '0, 1, 2, …'));
  if (population === null || population === 0) {
    problems.push(problem('SNAPSHOT_NOT_A_COUNT', line, 'population', cell('population'), '1, 2, 3, …'));
  }
  const insurance = Object.values(InsuranceKind).find((kind) => kind === cell('insurance'));
  if (!insurance) {
    problems.push(problem('BAD_USER_INPUT', line, 'insurance', cell('insurance'), Object.values(InsuranceKind).join(', ')));
  }
  if (insured !== null && population !== null && population > 0 && insured > population) {
    problems.push(problem('SNAPSHOT_MORE_THAN_ALL', line, 'insured', insured, population));
  }
  if (problems.length > 0) return { problems };
  return {
    problems,
    row: { line, code: cell('code'), insurance: insurance!, group: cell('group'), insured: insured!, population: population! },
  };
}

/** Digits only, within PostgreSQL's integer. */
function wholeNumber(text: string): number | null {
  return /^[0-9]{1,9}$/.test(text) ? Number(text) : null;
}

function repeated(rows: readonly SnapshotRow[]): RowProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = `${row.code}|${row.insurance}|${row.group}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row.line);
    return earlier === undefined ? [] : [problem('SNAPSHOT_ROW_REPEATED', row.line, 'code', row.code, earlier)];
  });
}

/** A row problem in the common shape. */
export function problem(code: string, line: number, field: string, given: unknown, allowed: unknown): RowProblem {
  return { code, details: { line, field, given, allowed } };
}

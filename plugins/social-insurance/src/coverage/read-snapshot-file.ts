import type { ProblemDetails } from '@phoihop/platform';
import { CsvError, parse } from 'csv-parse/sync';
import { InsuranceKind } from '../groups/insurance-kind.js';

/** A row of a snapshot file, read but not yet looked up in the database. */
export interface SnapshotRow {
  /** Line of the file on which the row begins, the header being line 1. */
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

/** What was read, and every mistake that was found on the way. */
export interface ReadFile {
  readonly rows: readonly SnapshotRow[];
  readonly problems: readonly RowProblem[];
}

export const snapshotColumns = ['code', 'insurance', 'group', 'insured', 'population'] as const;
type Column = (typeof snapshotColumns)[number];

export const maximumRows = 5000;

/** A line of the file that has been cut into cells. */
interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads the CSV text of a snapshot: a header line with the columns of {@link snapshotColumns} in any order and perhaps
 * others, then a line for each unit and group. Commas, semicolons (as Excel writes them in Vietnamese) or tabs part
 * the cells; empty lines are passed over. All mistakes are found in one reading.
 */
export function readSnapshotFile(text: string): ReadFile {
  const garbled = garbledLine(text);
  if (garbled !== null) return refused('SOCIAL_INSURANCE_SNAPSHOT_GARBLED', garbled, 'csv', null, 'UTF-8');
  const parsed = parseCsv(text);
  if ('problem' in parsed) return { rows: [], problems: [parsed.problem] };
  const [header, ...lines] = parsed.lines;
  if (!header || lines.length === 0)
    return refused('SOCIAL_INSURANCE_SNAPSHOT_EMPTY', 1, 'csv', 0, `1–${maximumRows}`);
  const columns = header.cells.map((name) => name.trim().toLowerCase());
  const missing = snapshotColumns.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    return refused(
      'SOCIAL_INSURANCE_SNAPSHOT_COLUMN_MISSING',
      header.line,
      missing.join(', '),
      columns.join(', '),
      snapshotColumns.join(', '),
    );
  }
  const twice = snapshotColumns.filter((column) => columns.indexOf(column) !== columns.lastIndexOf(column));
  if (twice.length > 0)
    return refused('SOCIAL_INSURANCE_SNAPSHOT_COLUMN_REPEATED', header.line, twice.join(', '), 2, 1);
  if (lines.length > maximumRows)
    return refused('SOCIAL_INSURANCE_SNAPSHOT_TOO_LONG', header.line, 'csv', lines.length, maximumRows);
  const read = lines.map((line) => readLine(line, columns));
  const rows = read.flatMap(({ row }) => row ?? []);
  return { rows, problems: [...read.flatMap(({ problems }) => problems), ...repeated(rows)] };
}

/** Bytes of another encoding read as UTF-8 leave a replacement character, those of UTF-16 a zero beside each letter. */
function garbledLine(text: string): number | null {
  const marks = ['\uFFFD', '\0'].map((mark) => text.indexOf(mark)).filter((at) => at >= 0);
  if (marks.length === 0) return null;
  return text.slice(0, Math.min(...marks)).split(/\r\n|\r|\n/).length;
}

function parseCsv(text: string): { lines: Line[] } | { problem: RowProblem } {
  // One kind of line end: files that were put together from several have more.
  const even = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const [first = ''] = even.trimStart().split('\n', 1);
  const delimiter = [';', '\t'].find((mark) => first.includes(mark)) ?? ',';
  try {
    const records = parse(even, {
      delimiter,
      info: true,
      relax_column_count: true,
    }) as unknown as CsvRecord[];
    return { lines: records.map(lineOf).filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      problem: problem('SOCIAL_INSURANCE_SNAPSHOT_QUOTE', Number(error['lines'] ?? 1), 'csv', null, '"…"'),
    };
  }
}

interface CsvRecord {
  readonly record: readonly string[];
  /** `lines`: the line on which the record ends. */
  readonly info: { readonly lines: number };
}

/** A quoted cell may hold line ends: a row is named by the line it begins on. */
function lineOf({ record, info }: CsvRecord): Line {
  const within = record.reduce((ends, cell) => ends + cell.split('\n').length - 1, 0);
  return { line: info.lines - within, cells: record };
}

function readLine(
  { line, cells }: Line,
  columns: readonly string[],
): { row?: SnapshotRow; problems: RowProblem[] } {
  if (cells.length !== columns.length) {
    return {
      problems: [problem('SOCIAL_INSURANCE_SNAPSHOT_RAGGED', line, 'csv', cells.length, columns.length)],
    };
  }
  const cell = (column: Column): string => cells[columns.indexOf(column)]!.trim();
  const problems: RowProblem[] = [];
  const insured = wholeNumber(cell('insured'));
  const population = wholeNumber(cell('population'));
  const insurance = Object.values(InsuranceKind).find((kind) => kind === cell('insurance'));
  if (!insurance) {
    const kinds = Object.values(InsuranceKind).join(', ');
    problems.push(
      problem('SOCIAL_INSURANCE_SNAPSHOT_INSURANCE_UNKNOWN', line, 'insurance', cell('insurance'), kinds),
    );
  }
  if (insured === null)
    problems.push(
      problem('SOCIAL_INSURANCE_SNAPSHOT_NOT_A_COUNT', line, 'insured', cell('insured'), '0, 1, 2, …'),
    );
  if (population === null || population === 0) {
    problems.push(
      problem('SOCIAL_INSURANCE_SNAPSHOT_NOT_A_COUNT', line, 'population', cell('population'), '1, 2, 3, …'),
    );
  } else if (insured !== null && insured > population) {
    problems.push(problem('SOCIAL_INSURANCE_SNAPSHOT_MORE_THAN_ALL', line, 'insured', insured, population));
  }
  if (problems.length > 0) return { problems };
  const row = {
    line,
    code: cell('code'),
    insurance: insurance!,
    group: cell('group'),
    insured: insured!,
    population: population!,
  };
  return { row, problems };
}

/** Digits only, within PostgreSQL's integer: no sign, no thousands separator, no formula. */
function wholeNumber(text: string): number | null {
  return /^[0-9]{1,9}$/.test(text) ? Number(text) : null;
}

function repeated(rows: readonly SnapshotRow[]): RowProblem[] {
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = `${row.code}|${row.insurance}|${row.group}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, row.line);
    return earlier === undefined
      ? []
      : [problem('SOCIAL_INSURANCE_SNAPSHOT_ROW_REPEATED', row.line, 'code', row.code, earlier)];
  });
}

function refused(...about: Parameters<typeof problem>): ReadFile {
  return { rows: [], problems: [problem(...about)] };
}

/** A row problem in the common shape; of what was given, as much as it takes to find it. */
export function problem(
  code: string,
  line: number,
  field: string,
  given: unknown,
  allowed: unknown,
): RowProblem {
  const shown = typeof given === 'string' && given.length > 40 ? `${given.slice(0, 40)}…` : given;
  return { code, details: { line, field, given: shown, allowed } };
}

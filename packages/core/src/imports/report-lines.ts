import { ProblemError, ProblemListError } from '@phoihop/platform';
import { mostItems } from '../reports/report-draft.js';
import { shown, type ImportProblem } from './import-row.js';
import type { TableRow } from './table.js';

const columns = [
  'indicator',
  'disaggregation',
  'value',
  'numerator',
  'denominator',
  'status',
  'note',
] as const;
type Cells = Readonly<Record<(typeof columns)[number], string | null>>;
export interface Line {
  readonly line: number;
  readonly cells: Cells;
}

/** @throws ProblemListError IMPORT_REJECTED where the file itself is wrong. */
export async function linesOf(table: AsyncIterable<TableRow>): Promise<Line[]> {
  const lines: Line[] = [];
  const problems: ImportProblem[] = [];
  let cellsOf: ((cells: readonly string[]) => Cells) | undefined;
  for await (const row of table) {
    if ('problem' in row) problems.push(row.problem);
    else if (!cellsOf) cellsOf = readHeader(row.cells, row.line);
    else lines.push({ line: row.line, cells: cellsOf(row.cells) });
    if (lines.length > mostItems)
      throw new ProblemError('IMPORT_TOO_MANY_ROWS', {
        field: 'file',
        given: `> ${mostItems}`,
        allowed: mostItems,
      });
  }
  if (lines.length === 0 && problems.length === 0)
    problems.push({ code: 'IMPORT_EMPTY', details: { field: 'file', line: 1 } });
  if (problems.length > 0) throw rejected(problems);
  return lines;
}

/** @throws ProblemError IMPORT_COLUMN_UNKNOWN, IMPORT_COLUMN_TWICE, IMPORT_COLUMN_MISSING */
function readHeader(names: readonly string[], line: number): (cells: readonly string[]) => Cells {
  const given = names.map((name) => name.trim().toLowerCase());
  const known: readonly string[] = columns;
  const about = { field: 'file', line, allowed: columns.join(', ') };
  const refuse = (code: string, wrong: readonly string[]): void => {
    if (wrong.length > 0) throw new ProblemError(code, { ...about, given: shown(wrong.join(', ')) });
  };
  refuse(
    'IMPORT_COLUMN_UNKNOWN',
    given.filter((name) => !known.includes(name)),
  );
  refuse(
    'IMPORT_COLUMN_TWICE',
    given.filter((name, at) => given.indexOf(name) !== at),
  );
  refuse('IMPORT_COLUMN_MISSING', given.includes('indicator') ? [] : ['indicator']);
  return (cells) =>
    Object.fromEntries(
      columns.map((column) => {
        const at = given.indexOf(column);
        const cell = at < 0 ? '' : cells[at]!.trim().normalize('NFC');
        return [column, cell === '' ? null : cell];
      }),
    ) as Cells;
}

/** The refusal of a file, with its mistakes by line. */
export const rejected = (problems: readonly ImportProblem[]): ProblemListError =>
  new ProblemListError('IMPORT_REJECTED', problems, {
    field: 'file',
    given: problems.length,
    listed: problems.length,
  });

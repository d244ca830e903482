import type { CallerOfWork, Engine } from '@phoihop/platform/engine';
import { ProblemError } from '@phoihop/platform';
import type { TableRow } from '@phoihop/core';
import { readImportHeader, type ColumnUse } from './import-header.js';
import { valueOfCell, type InputColumn } from './input-columns.js';
import { References } from './references.js';

/** A mistake in a file, to be told by its line and column. */
export interface RowProblem {
  readonly line: number;
  readonly column: string | null;
  readonly error: unknown;
}

/** A row as the arguments of its mutation. */
export interface RowInput {
  readonly line: number;
  readonly args: Readonly<Record<string, unknown>>;
  /** Its columns by the input that they are for, so that an error finds its way back. */
  readonly columns: ReadonlyMap<string, string>;
}

/** The rows of a file, looked up but not yet run. */
export interface ReadInputs {
  readonly inputs: readonly RowInput[];
  readonly problems: readonly RowProblem[];
}

export interface InputsAsked {
  readonly engine: Engine;
  readonly about: CallerOfWork;
  readonly mutation: string;
  /** The day for codes of rows that name none. */
  readonly asOf: string | undefined;
  readonly mostRows: number;
}

/**
 * Reads a table as inputs of a mutation, the things that its cells name found as the caller.
 * @throws ProblemError where the header is wrong or there are too many rows; RightsChanged
 */
export async function readInputs(asked: InputsAsked, table: AsyncIterable<TableRow>): Promise<ReadInputs> {
  const { engine, mostRows } = asked;
  const references = new References(engine, asked.about);
  const inputs: RowInput[] = [];
  const problems: RowProblem[] = [];
  let names: readonly string[] | undefined;
  let uses: readonly ColumnUse[] = [];
  for await (const row of table) {
    if ('problem' in row) {
      const { code, details } = row.problem;
      problems.push({ line: details.line, column: null, error: new ProblemError(code, details) });
    } else if (!names) {
      names = row.cells.map((name) => name.trim());
      uses = readImportHeader(engine.schema, asked.mutation, names);
    } else {
      if (inputs.length >= mostRows)
        throw new ProblemError('IMPORT_TOO_MANY_ROWS', {
          field: 'file',
          given: `> ${mostRows}`,
          allowed: mostRows,
        });
      inputs.push(await inputOf(row, names, uses, asked, references, problems));
    }
  }
  if (inputs.length === 0 && problems.length === 0)
    problems.push({
      line: 1,
      column: null,
      error: new ProblemError('IMPORT_EMPTY', { field: 'file', line: 1 }),
    });
  return { inputs, problems };
}

async function inputOf(
  { line, cells }: Extract<TableRow, { cells: unknown }>,
  names: readonly string[],
  uses: readonly ColumnUse[],
  { asOf }: InputsAsked,
  references: References,
  problems: RowProblem[],
): Promise<RowInput> {
  const args: Record<string, unknown> = {};
  const columns = new Map<string, string>();
  const days = new Map(
    uses.flatMap((use, at) => (use.kind === 'day' ? [[use.of, cells[at]!.trim()] as const] : [])),
  );
  for (const [at, use] of uses.entries()) {
    if (use.kind === 'passed' || use.kind === 'day') continue;
    const text = cells[at]!.trim().normalize('NFC');
    const name = names[at]!;
    columns.set(use.column.path.join('.'), name);
    if (text === '') continue;
    if (use.kind === 'value') {
      put(args, use.column, valueOfCell(use.column.type, text));
      continue;
    }
    const day = days.get(use.column.name) || asOf;
    const ids = await references.idsOf({ lookup: use.lookup, value: text, day });
    if (ids.length === 1) {
      put(args, use.column, ids[0]);
      continue;
    }
    const code = ids.length === 0 ? 'IMPORT_REFERENCE_UNKNOWN' : 'IMPORT_REFERENCE_AMBIGUOUS';
    const error = new ProblemError(code, {
      field: use.column.path.join('.'),
      column: name,
      line,
      given: text.slice(0, 40),
    });
    problems.push({ line, column: name, error });
  }
  return { line, args, columns };
}

function put(args: Record<string, unknown>, { path }: InputColumn, value: unknown): void {
  let at = args;
  for (const name of path.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>;
  at[path.at(-1)!] = value;
}

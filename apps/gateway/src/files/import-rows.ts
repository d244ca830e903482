import type { DocumentNode, GraphQLError } from 'graphql';
import { ProblemError } from '@phoihop/platform';
import type { CallerOfWork, Engine } from '@phoihop/platform/engine';
import { answerOf } from './import-header.js';
import type { ReadInputs, RowInput, RowProblem } from './import-inputs.js';

/** Mistakes that are told one by one; whoever has more has made the same one many times. */
const mostListed = 200;

/** What an import did. */
export interface ImportedRows {
  readonly rows: number;
  /** Global ids of what the rows made or changed, in their order, where the mutation's answer has one. */
  readonly ids: readonly string[];
}

export interface RowsAsked {
  readonly engine: Engine;
  readonly about: CallerOfWork;
  readonly mutation: string;
  /** Looked at and undone. */
  readonly dryRun: boolean;
  readonly idempotencyKey: string | undefined;
  /** What makes it another import, and what the audit row says of it. */
  readonly file: { readonly sha256: string; readonly asOf: string | undefined };
}

/** Nothing was written: the file has mistakes. */
export class RowsRejected extends Error {
  constructor(
    readonly wrong: number,
    readonly problems: readonly RowProblem[],
  ) {
    super('The rows of the file are not all right.');
  }
}

/** Everything was right, and nothing is kept because that was only asked. */
class DryRun extends Error {
  constructor(readonly done: ImportedRows) {
    super('Only asked.');
  }
}

/**
 * Runs the mutation for each row, in one transaction: all of them or none.
 * @throws RowsRejected with the mistakes; ProblemError where the caller may not run it at all; RightsChanged
 */
export async function importRows(asked: RowsAsked, { inputs, problems }: ReadInputs): Promise<ImportedRows> {
  const { engine, about, mutation } = asked;
  const document = documentFor(asked);
  const unfit = new Set(problems.map(({ line }) => line));
  try {
    return (await engine.transaction(about, ({ context, run, once }) => {
      const input = { idempotencyKey: asked.idempotencyKey ?? null, ...asked.file };
      return once(`import ${mutation}`, input, async () => {
        const found: RowProblem[] = [...problems];
        const ids: string[] = [];
        let wrong = problems.length;
        for (const row of inputs) {
          // What a row names that is not there has been told; nothing else could be said of it.
          if (unfit.has(row.line)) continue;
          const { data, errors = [] } = await run(document, row.args);
          wrong += errors.length;
          found.push(...errors.slice(0, mostListed).map((error) => problemOf(row, error)));
          const id = (data?.[mutation] as { id?: string } | null | undefined)?.id;
          if (id) ids.push(id);
          if (found.length > 2 * mostListed) found.length = 2 * mostListed;
        }
        if (wrong > 0) throw new RowsRejected(wrong, sorted(found).slice(0, mostListed));
        const done: ImportedRows = { rows: inputs.length, ids };
        if (asked.dryRun) throw new DryRun(done);
        const type = answerOf(engine.schema, mutation)?.name ?? mutation;
        await context.audit(
          'platform:import',
          { type, id: null },
          { mutation, rows: done.rows, ...asked.file },
        );
        return done;
      });
    })) as ImportedRows;
  } catch (error) {
    if (error instanceof DryRun) return error.done;
    throw error;
  }
}

const sorted = (problems: RowProblem[]): RowProblem[] => problems.sort((a, b) => a.line - b.line);

/** Selects no more than it needs, so that rights to see decide nothing about rights to change. */
function documentFor({ engine, about, mutation }: RowsAsked): DocumentNode {
  const { args, type } = engine.schema.getMutationType()!.getFields()[mutation]!;
  const declared = args.map(({ name, type: of }) => `$${name}: ${String(of)}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const answer = answerOf(engine.schema, mutation);
  const hasId = answer?.getFields()['id'] && engine.mayAsk(about.caller, `${answer.name}.id`);
  const one = answer !== null && !String(type).startsWith('[');
  const selection = answer ? ` { ${one && hasId ? 'id' : '__typename'} }` : '';
  const document = engine.parse(`mutation Import(${declared}) { ${mutation}(${passed})${selection} }`);
  if ('kind' in document) return document;
  throw document[0]!;
}

/** An error finds the column that it is about by the input that it names. */
function problemOf({ line, columns }: RowInput, error: GraphQLError): RowProblem {
  const cause: unknown = error.originalError ?? error;
  const field = cause instanceof ProblemError ? cause.details.field : undefined;
  const path = field?.replace(/\[\d+\].*$/, '');
  return { line, column: (path !== undefined && columnFor(path, columns)) || null, error };
}

function columnFor(path: string, columns: ReadonlyMap<string, string>): string | undefined {
  return columns.get(path) ?? columns.get(`input.${path}`);
}

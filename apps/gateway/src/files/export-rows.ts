import { GraphQLError, type DocumentNode, type GraphQLFormattedError } from 'graphql';
import type { Engine, OperationRequest } from '@phoihop/platform/engine';
import type { Column } from './export-columns.js';
import { pageRows } from './export-query.js';

/** A value that the caller may not see on this row, as spreadsheets say that there is none. */
export const withheld = '#FORBIDDEN';

/** What is asked, page by page. */
export interface AskedPages {
  readonly engine: Pick<Engine, 'answer'>;
  readonly field: string;
  readonly columns: readonly Column[];
  /** The query of the first page, and that of those after it. */
  readonly documents: readonly [DocumentNode, DocumentNode];
  readonly variables: Readonly<Record<string, unknown>>;
  readonly request: Omit<OperationRequest, 'document' | 'variables'>;
}

/** One page of rows, their values by column. */
export interface Page {
  /** Of the first page: how many rows the list has. */
  readonly total: number | null;
  readonly rows: readonly (readonly unknown[])[];
}

interface Answered {
  readonly totalCount?: number | null;
  readonly nodes: readonly Record<string, unknown>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * The pages of a list as the caller sees it, one at a time and none before it is asked for.
 * @throws ExportFailed with the engine's errors; RightsChanged
 */
export async function* exportPages(asked: AskedPages): AsyncGenerator<Page> {
  let after: string | null = null;
  for (let number = 0; ; number += 1) {
    const variables = { ...asked.variables, first: pageRows, after };
    const document = asked.documents[number === 0 ? 0 : 1];
    const answer = await asked.engine.answer({ ...asked.request, document, variables });
    const { data, errors = [] } = 'json' in answer ? { data: JSON.parse(answer.json) } : answer;
    const page = (data as Record<string, Answered | null> | null | undefined)?.[asked.field];
    const failed = errors.find((error) => !isWithheld(error, asked.field));
    if (!page || failed) throw new ExportFailed(failed ?? errors[0]);
    const hidden = new Set(errors.map(({ path }) => path!.slice(2).join('.')));
    yield {
      total: page.totalCount ?? null,
      rows: page.nodes.map((node, at) =>
        asked.columns.map((column) =>
          hidden.size > 0 && isHidden(hidden, at, column) ? withheld : valueAt(node, column),
        ),
      ),
    };
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}

/** The engine refused a page. */
export class ExportFailed extends Error {
  readonly error: GraphQLError;

  constructor(error: GraphQLError | GraphQLFormattedError | undefined) {
    super('A page of the list could not be read.');
    this.error =
      error instanceof GraphQLError
        ? error
        : new GraphQLError(error?.message ?? 'failed', { extensions: error?.extensions ?? {} });
  }
}

/** A single value that this row does not show to this caller. */
function isWithheld({ path, extensions }: GraphQLError, field: string): boolean {
  return (
    extensions['code'] === 'FORBIDDEN' &&
    path !== undefined &&
    path[0] === field &&
    path[1] === 'nodes' &&
    path.length > 3
  );
}

const isHidden = (hidden: ReadonlySet<string>, at: number, { path }: Column): boolean =>
  path.some((_, length) => hidden.has([at, ...path.slice(0, length + 1)].join('.')));

function valueAt(node: Record<string, unknown>, { path }: Column): unknown {
  let value: unknown = node;
  for (const name of path) value = (value as Record<string, unknown> | null | undefined)?.[name] ?? null;
  return value;
}

import type { GraphQLSchema } from 'graphql';
import type { Column } from './export-columns.js';

/** Rows of one page: as many as a list gives at most. */
export const pageRows = 200;

/**
 * The query for a page of a list with these columns. Fields are asked for once, whatever columns share them.
 * @param first Whether it is the first page, which says how many there are.
 */
export function exportQuery(
  schema: GraphQLSchema,
  field: string,
  columns: readonly Column[],
  first: boolean,
): string {
  const { args = [] } = schema.getQueryType()?.getFields()[field] ?? {};
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const total = first ? 'totalCount ' : '';
  return `query Export(${declared}) { ${field}(${passed}) { ${total}nodes { ${selectionOf(columns)} } pageInfo { hasNextPage endCursor } } }`;
}

function selectionOf(columns: readonly Column[]): string {
  const below = new Map<string, Set<string>>();
  for (const { path } of columns) {
    const [name, inner] = path as [string, string?];
    const known = below.get(name) ?? new Set();
    if (inner) known.add(inner);
    below.set(name, known);
  }
  return [...below]
    .map(([name, inner]) => (inner.size > 0 ? `${name} { ${[...inner].join(' ')} }` : name))
    .join(' ');
}

import { ProblemError, type RequestContext } from '@phoihop/platform';

/** A change of one row that somebody has looked at before. */
export interface VersionedChange {
  /** `schema.table`; it has the columns `id` and `version`. Written by us, never by a client. */
  table: string;
  id: number;
  /** The version the client has seen. */
  expected: number;
  /** Column → new value. Columns are written by us. */
  set: Readonly<Record<string, unknown>>;
}

/**
 * Changes a row if it is still what the client has seen. To be called after the scope was checked: a row that row
 * security does not let through looks the same as one that was changed.
 * @throws ProblemError CONFLICT with the current version.
 */
export async function changeVersion(
  context: RequestContext,
  { table, id, expected, set }: VersionedChange,
): Promise<void> {
  const columns = Object.keys(set);
  const assignments = columns.map((column, index) => `${column} = $${index + 3}`);
  const changed = await context.session.query(
    `update ${table} set ${[...assignments, 'version = version + 1'].join(', ')} where id = $1 and version = $2 returning id`,
    [id, expected, ...Object.values(set)],
  );
  if (changed.length > 0) return;
  const [row] = await context.session.query<{ version: number }>(
    `select version from ${table} where id = $1`,
    [id],
  );
  throw new ProblemError('CONFLICT', {
    field: 'input.expectedVersion',
    given: expected,
    current: row?.version ?? null,
  });
}

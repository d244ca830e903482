import type { PgClient } from './pg.js';

/**
 * Asks the catalog itself. `to_regclass` answers from a cache that is only brought up to date when a transaction
 * begins, so that inside one it may not see a table made by a process we have just waited for.
 */
export async function tableExists(client: PgClient, schema: string, table: string): Promise<boolean> {
  const { rows } = await client.query(
    'select from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relname = $2',
    [schema, table],
  );
  return rows.length > 0;
}

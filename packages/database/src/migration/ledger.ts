import { createHash } from 'node:crypto';
import type { PgClient } from '../connection/pg.js';
import { tableExists } from '../connection/table-exists.js';
import type { Migration } from './migration.js';

/** One applied migration, as the database remembers it. */
export interface LedgerEntry {
  owner: string;
  name: string;
  checksum: string;
  down: string;
}

/** Of the SQL that was run; line ends do not count, because Git may change them. */
export function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.up.replaceAll('\r\n', '\n')).digest('hex');
}

/**
 * The house's own schema and ledger; `if not exists` alone would ask for the right to create even where it is there.
 */
export async function createLedger(client: PgClient): Promise<void> {
  if (await tableExists(client, 'phoihop', 'migration')) return;
  await client.query(`
    create schema if not exists phoihop;
    create table phoihop.migration (
      owner text not null,
      name text not null,
      checksum text not null,
      down text not null,
      applied_at timestamptz not null default clock_timestamp(),
      duration_ms integer,
      primary key (owner, name)
    );
    comment on table phoihop.migration is 'Applied migrations; written by the gateway only';`);
}

/** Oldest first; empty where no migration has ever run. */
export async function readLedger(client: PgClient): Promise<LedgerEntry[]> {
  if (!(await tableExists(client, 'phoihop', 'migration'))) return [];
  const { rows } = await client.query(
    'select owner, name, checksum, down from phoihop.migration order by applied_at, owner, name',
  );
  return rows as unknown as LedgerEntry[];
}

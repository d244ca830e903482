import { setTimeout as sleep } from 'node:timers/promises';
import { classify } from '../connection/classify.js';
import { DatabaseError } from '../connection/database-error.js';
import type { PgClient } from '../connection/pg.js';
import { checksum } from './ledger.js';
import type { Migration } from './migration.js';

const attempts = 5;

/**
 * Runs one migration in one transaction. A lock not had within 5 seconds is let go and tried again: waiting for it
 * longer would make all traffic on that table wait behind us.
 *
 * @throws DatabaseError MIGRATION_FAILED with the place in the SQL; SERVICE_UNAVAILABLE when the connection is lost
 */
export async function applyMigration(client: PgClient, owner: string, migration: Migration): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await applyOnce(client, owner, migration);
    } catch (error) {
      const known = classify(error);
      if (known?.code === 'SERVICE_UNAVAILABLE') throw known;
      await client.query('rollback');
      // Undone already, unless the SQL committed half of itself: then it must not count as applied.
      await client.query('delete from phoihop.migration where owner = $1 and name = $2', [
        owner,
        migration.name,
      ]);
      const mayWork = known?.code === 'LOCKED' || known?.code === 'CONFLICT';
      if (!mayWork || attempt === attempts) throw failed(owner, migration, error);
      await sleep(200 * 2 ** attempt);
    }
  }
}

async function applyOnce(client: PgClient, owner: string, migration: Migration): Promise<void> {
  const { name, up, down } = migration;
  const start = performance.now();
  // What an earlier migration set for the connection (a search_path, a role) does not reach this one.
  await client.query('discard all');
  await client.query(
    `begin; set local lock_timeout = '5s'; set local statement_timeout = 0; set local search_path = public`,
  );
  // Before the SQL, so that even a process without the lock could not run it a second time.
  await client.query('insert into phoihop.migration (owner, name, checksum, down) values ($1, $2, $3, $4)', [
    owner,
    name,
    checksum(migration),
    down,
  ]);
  const before = await transactionId(client);
  await client.query(up);
  if ((await transactionId(client)) !== before) {
    throw new DatabaseError(
      'MIGRATION_FAILED',
      'its SQL ends the transaction it runs in, so a part of it may have been kept: take out its commit or rollback',
    );
  }
  await client.query('update phoihop.migration set duration_ms = $3 where owner = $1 and name = $2', [
    owner,
    name,
    Math.round(performance.now() - start),
  ]);
  await client.query('commit');
}

async function transactionId(client: PgClient): Promise<unknown> {
  const { rows } = await client.query('select pg_current_xact_id_if_assigned()::text as id');
  return rows[0]!.id;
}

function failed(owner: string, { name, up }: Migration, error: unknown): DatabaseError {
  const known = classify(error);
  const { position, hint } = error as { position?: unknown; hint?: unknown };
  const line =
    typeof position === 'string' ? up.slice(0, Number(position) - 1).split('\n').length : undefined;
  return new DatabaseError(
    'MIGRATION_FAILED',
    `"${owner}/${name}" was rolled back: ${known?.message ?? String(error)}` +
      (line === undefined ? '' : ` (line ${line} of its SQL)`) +
      (typeof hint === 'string' ? `. ${hint}` : ''),
    { sqlState: known?.sqlState, constraint: known?.constraint, table: known?.table, cause: error },
  );
}

import { classify } from '../connection/classify.js';
import { DatabaseError } from '../connection/database-error.js';
import type { PgClient } from '../connection/pg.js';
import { readTarget, withConnection } from '../connection/target.js';
import { readLedger, type LedgerEntry } from './ledger.js';
import { defaultLockTimeoutMs, takeMigrationLock } from './migration-lock.js';

export interface RevertOptions {
  ownerUrl: string;
  owner: string;
  /** Undo back to this one and include it; without a name only the newest is undone. */
  name?: string;
}

/**
 * Undoes applied migrations of one owner, newest first, all or none, with the down SQL that was stored when they were
 * applied: it works when the plugin's package is gone, and never runs a text that was changed since.
 *
 * @returns the names undone, newest first
 * @throws DatabaseError MIGRATION_UNKNOWN, MIGRATION_FAILED (another's tables may refer to these), MIGRATION_LOCKED
 */
export async function revert({ ownerUrl, owner, name }: RevertOptions): Promise<string[]> {
  const target = readTarget(ownerUrl);
  return withConnection(target, 'phoihop revert', async (client) => {
    await takeMigrationLock(client, defaultLockTimeoutMs, () => {});
    const entries = toUndo(await readLedger(client), owner, name);
    await client.query(`begin; set local lock_timeout = '5s'; set local search_path = public`);
    for (const entry of entries) await undo(client, entry);
    await client.query('commit');
    return entries.map((entry) => entry.name);
  });
}

function toUndo(ledger: readonly LedgerEntry[], owner: string, name: string | undefined): LedgerEntry[] {
  const newestFirst = ledger
    .filter((entry) => entry.owner === owner)
    .sort((a, b) => (a.name < b.name ? 1 : -1));
  const last = name === undefined ? 0 : newestFirst.findIndex((entry) => entry.name === name);
  if (last === -1 || newestFirst.length === 0) {
    const has = newestFirst.map((entry) => entry.name).join(', ') || 'none';
    throw new DatabaseError(
      'MIGRATION_UNKNOWN',
      `"${owner}${name === undefined ? '' : `/${name}`}" has not been applied here. Applied for "${owner}": ${has}.`,
    );
  }
  return newestFirst.slice(0, last + 1);
}

async function undo(client: PgClient, { owner, name, down }: LedgerEntry): Promise<void> {
  try {
    await client.query(down);
    await client.query('delete from phoihop.migration where owner = $1 and name = $2', [owner, name]);
  } catch (error) {
    const known = classify(error);
    throw new DatabaseError(
      'MIGRATION_FAILED',
      `"${owner}/${name}" could not be reverted: ${known?.message ?? error}`,
      {
        sqlState: known?.sqlState,
        cause: error,
      },
    );
  }
}

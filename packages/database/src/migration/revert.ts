import { classify } from '../connection/classify.js';
import { DatabaseError } from '../connection/database-error.js';
import type { PgClient } from '../connection/pg.js';
import { readTarget, withConnection } from '../connection/target.js';
import { closeTablesWithFunctions } from '../row-security/close-tables.js';
import { readLedger, type LedgerEntry } from './ledger.js';
import { defaultLockTimeoutMs, takeMigrationLock } from './migration-lock.js';

export interface RevertOptions {
  ownerUrl: string;
  owner: string;
  /** Undo back to this one and include it; without a name only the newest is undone. */
  name?: string;
}

export interface RevertReport {
  /** Names of the migrations undone, newest first. */
  undone: string[];
  /** Tables, `schema.table`, that nobody but the owner reads until row security is applied again. */
  closed: string[];
}

/**
 * Undoes applied migrations of one owner, newest first, all or none, with the down SQL that was stored when they were
 * applied: it works when the plugin's package is gone, and never runs a text that was changed since. A function that
 * row rules call cannot be dropped while they do; their tables are closed then, and the next start, which applies row
 * security, opens them.
 *
 * @throws DatabaseError MIGRATION_UNKNOWN, MIGRATION_FAILED (another's tables may refer to these), MIGRATION_LOCKED
 */
export async function revert({ ownerUrl, owner, name }: RevertOptions): Promise<RevertReport> {
  const target = readTarget(ownerUrl);
  return withConnection(target, 'phoihop revert', async (client) => {
    await takeMigrationLock(client, defaultLockTimeoutMs, () => {});
    const entries = toUndo(await readLedger(client), owner, name);
    await client.query(`begin; set local lock_timeout = '5s'; set local search_path = public`);
    const closed: string[] = [];
    for (const entry of entries) closed.push(...(await undo(client, entry)));
    await client.query('commit');
    return { undone: entries.map((entry) => entry.name), closed };
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

/** @returns Tables that had to be closed for it. */
async function undo(client: PgClient, { owner, name, down }: LedgerEntry): Promise<string[]> {
  try {
    const closed = await runDown(client, down);
    await client.query('delete from phoihop.migration where owner = $1 and name = $2', [owner, name]);
    return closed;
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

const dependentObjectsStillExist = '2BP01';

async function runDown(client: PgClient, down: string): Promise<string[]> {
  await client.query('savepoint before');
  try {
    await client.query(down);
    return [];
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === dependentObjectsStillExist))
      throw error;
    await client.query('rollback to savepoint before');
    const closed = await closeTablesWithFunctions(client);
    await client.query(down);
    return closed;
  }
}

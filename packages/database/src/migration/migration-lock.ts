import { advisoryLock } from '../connection/advisory-lock.js';
import { classify } from '../connection/classify.js';
import { DatabaseError } from '../connection/database-error.js';
import type { PgClient } from '../connection/pg.js';

/** Long enough for the replica that came first to bring a large database up to date. */
export const defaultLockTimeoutMs = 10 * 60_000;

/**
 * Waits until this is the only process that migrates. The lock belongs to the connection: it ends with it, also when
 * the process is killed.
 *
 * @throws DatabaseError MIGRATION_LOCKED naming who holds it
 */
export async function takeMigrationLock(
  client: PgClient,
  timeoutMs: number,
  onWait: () => void,
): Promise<void> {
  const tried = await client.query('select pg_try_advisory_lock($1) as taken', [advisoryLock.migrations]);
  if (tried.rows[0]!.taken) return;
  onWait();
  await client.query(`select set_config('lock_timeout', $1, false)`, [
    `${Math.max(1, Math.round(timeoutMs))}ms`,
  ]);
  try {
    await client.query('select pg_advisory_lock($1)', [advisoryLock.migrations]);
  } catch (error) {
    if (classify(error)?.code !== 'LOCKED') throw error;
    throw new DatabaseError(
      'MIGRATION_LOCKED',
      `Another process is migrating this database and did not finish within ${timeoutMs / 1000} s. ` +
        `${await holder(client)} Wait for it, or end it if it hangs.`,
      { cause: error },
    );
  } finally {
    await client.query('reset lock_timeout').catch(() => {});
  }
}

async function holder(client: PgClient): Promise<string> {
  // A bigint key is shown as two halves: classid and objid.
  const { rows } = await client.query(
    `select a.pid, a.application_name as application, coalesce(host(a.client_addr), 'this machine') as address,
       date_trunc('second', a.backend_start)::text as since
     from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.granted and l.objsubid = 1
       and (l.classid::bigint << 32) | l.objid::bigint = $1`,
    [advisoryLock.migrations],
  );
  const [row] = rows;
  if (!row) return 'It has let go of the lock in the meantime.';
  return `It is server process ${row.pid} ("${row.application}" from ${row.address}, connected since ${row.since}).`;
}

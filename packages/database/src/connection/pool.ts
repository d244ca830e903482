import { classify } from './classify.js';
import { DatabaseError } from './database-error.js';
import { Pool, type PgPool, type PgPoolClient } from './pg.js';
import { connectionConfig, type Target } from './target.js';

/** How long a caller waits for a connection before it is told that the service is busy. */
const acquireTimeoutMs = 2_000;

export interface PoolLimits {
  readonly size: number;
  readonly statementTimeoutMs: number | undefined;
  readonly idleInTransactionTimeoutMs: number;
}

export function createPool(target: Target, applicationName: string, limits: PoolLimits): PgPool {
  const pool = new Pool({
    ...connectionConfig(target, applicationName),
    max: limits.size,
    connectionTimeoutMillis: acquireTimeoutMs,
    idleTimeoutMillis: 30_000,
    statement_timeout: limits.statementTimeoutMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionTimeoutMs,
    // What row rules may cost is estimated far too high, so PostgreSQL would compile nearly every statement to machine
    // code first: seconds for one that runs in milliseconds. And a page out of order costs hardly more than the next one
    // in memory or on a solid disk: with the 4 of spinning disks a table of a hundred rows was read whole for each of
    // eight hundred references.
    // And a day that is written otherwise than 2013-09-05 is refused, where 05/09/2013 would be taken for the 9th of May.
    options: '-c jit=off -c random_page_cost=1.1 -c datestyle=ISO,YMD',
  });
  // An idle connection that the server closes is dropped by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  return pool;
}

/** @throws DatabaseError SERVICE_UNAVAILABLE, after two seconds at the latest */
export async function acquire(pool: PgPool): Promise<PgPoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('timeout exceeded when trying to connect')) {
      throw new DatabaseError(
        'SERVICE_UNAVAILABLE',
        `No database connection became free within ${acquireTimeoutMs / 1000} s; all ${pool.totalCount} are in use.`,
        { cause: error },
      );
    }
    throw classify(error) ?? error;
  }
}

import { OptimisticLockError } from '@mikro-orm/core';
import { DatabaseError, databaseErrorCodes, type DatabaseErrorCode } from './database-error.js';

/** SQLSTATE to code, the longest match first: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const bySqlState: readonly (readonly [prefix: string, code: DatabaseErrorCode])[] = [
  ['23502', 'NOT_NULL'],
  ['23503', 'FOREIGN_KEY'],
  ['23505', 'UNIQUE'],
  ['23514', 'CHECK'],
  ['23P01', 'EXCLUSION'],
  ['25006', 'READ_ONLY'],
  ['25P02', 'TRANSACTION_ABORTED'],
  ['25P03', 'TIMEOUT'], // idle_in_transaction_session_timeout
  ['3D000', 'CONNECTION_REFUSED'],
  ['40001', 'CONFLICT'],
  ['40P01', 'CONFLICT'],
  ['42501', 'ROW_SECURITY'],
  ['55P03', 'LOCKED'],
  ['57014', 'TIMEOUT'],
  ['57P', 'SERVICE_UNAVAILABLE'], // shut down, crashed, starting up, database dropped
  ['P0001', 'RAISED'],
  ['08', 'SERVICE_UNAVAILABLE'],
  ['22', 'INVALID_VALUE'],
  ['28', 'CONNECTION_REFUSED'],
  ['53', 'SERVICE_UNAVAILABLE'], // out of connections, memory or disk
  ['58', 'SERVICE_UNAVAILABLE'], // the server's own system failed it
];

/** Node's names for a network that does not answer. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT', // a Unix socket that is not there
]);

/** What pg says in words only. */
const lostConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired|Cannot use a pool after calling end|Client was closed)/;

/**
 * What an error of pg, Kysely or MikroORM means, as one of this package's codes; `undefined` for an error that did
 * not come from the database, which goes on its way as it is.
 */
export function classify(error: unknown): DatabaseError | undefined {
  if (error instanceof DatabaseError) return error;
  if (!isError(error)) return undefined;
  if (error instanceof OptimisticLockError)
    return new DatabaseError('STALE', error.message, { cause: error });

  const facts = error as Error & Record<string, unknown>;
  const code = typeof facts.code === 'string' ? facts.code : undefined;
  // A name with several addresses fails with one error that holds the others and has no `syscall` of its own.
  if (code !== undefined && networkCodes.has(code) && ('syscall' in facts || 'errors' in facts))
    return unavailable(error);
  if (code === undefined) {
    if (/^Transaction is already (committed|rolled back)/.test(error.message)) return sessionEnded(error); // Kysely
    return lostConnection.test(error.message) ? unavailable(error) : undefined;
  }
  // MikroORM copies an error's properties into one of its own, also those of ours.
  if (Object.hasOwn(databaseErrorCodes, code)) {
    return new DatabaseError(code as DatabaseErrorCode, error.message, { cause: error });
  }
  if (!/^[0-9A-Z]{5}$/.test(code) || typeof facts.severity !== 'string') return undefined;

  const text = (name: string) => (typeof facts[name] === 'string' ? (facts[name] as string) : undefined);
  return new DatabaseError(codeOf(code), error.message, {
    sqlState: code,
    constraint: text('constraint'),
    schema: text('schema'),
    table: text('table'),
    column: text('column'),
    cause: error,
  });
}

/** Not `instanceof`: errors of Node's own modules belong to another realm where tests run. */
function isError(value: unknown): value is Error {
  return (
    typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
  );
}

export function sessionEnded(cause?: unknown): DatabaseError {
  return new DatabaseError(
    'SESSION_ENDED',
    'This session’s transaction is over. A statement came late: was a promise not awaited inside `transaction`?',
    { cause },
  );
}

function codeOf(sqlState: string): DatabaseErrorCode {
  return bySqlState.find(([prefix]) => sqlState.startsWith(prefix))?.[1] ?? 'UNEXPECTED';
}

function unavailable(error: Error): DatabaseError {
  return new DatabaseError(
    'SERVICE_UNAVAILABLE',
    `PostgreSQL cannot be reached: ${error.message || error.name}`,
    {
      cause: error,
    },
  );
}

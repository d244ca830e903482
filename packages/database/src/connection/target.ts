import { Client, type PgClient } from './pg.js';
import { classify } from './classify.js';
import { DatabaseError } from './database-error.js';
import { valueTypes } from './value-types.js';

/** Where and as whom to connect, taken apart from a URL, so that another role can be put in its place. */
export interface Target {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string | undefined;
  readonly ssl: unknown;
}

/**
 * Reads `postgres://user:password@host:port/database?sslmode=...`. What the URL leaves out comes from PGHOST,
 * PGPASSWORD and the like, as everywhere with PostgreSQL.
 *
 * @throws DatabaseError CONNECTION_INVALID, without the URL in its message, because a URL holds a password
 */
export function readTarget(url: string): Target {
  if (!/^postgres(ql)?:\/\//.test(url)) throw invalidUrl();
  try {
    const { host, port, database, user, password, ssl } = new Client({ connectionString: url });
    return { host, port, database, user, password: password ?? undefined, ssl };
  } catch {
    throw invalidUrl();
  }
}

function invalidUrl(): DatabaseError {
  return new DatabaseError(
    'CONNECTION_INVALID',
    'The address of the database must look like postgres://user:password@host:5432/database; ' +
      'characters such as @ : / in the password are written as %40 %3A %2F.',
  );
}

/** What every connection of ours is opened with. */
export function connectionConfig(target: Target, applicationName: string): object {
  return { ...target, application_name: applicationName, keepAlive: true, types: valueTypes };
}

/** One connection outside the pools, for as long as `work` takes. Errors of PostgreSQL come out as DatabaseError. */
export async function withConnection<T>(
  target: Target,
  applicationName: string,
  work: (client: PgClient) => Promise<T>,
): Promise<T> {
  const client = new Client({
    ...connectionConfig(target, applicationName),
    connectionTimeoutMillis: 10_000,
  });
  // A connection lost while no statement runs is an event without a caller; the next statement reports it.
  client.on('error', () => {});
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw classify(error) ?? error;
  } finally {
    await client.end().catch(() => {});
  }
}

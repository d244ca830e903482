import { createHash } from 'node:crypto';
import type { Session } from '@phoihop/platform';

/** Reference data that is loaded at start. */
export interface ReferenceLoad<Done> {
  /** Its name among all that is loaded. */
  readonly key: string;
  /**
   * What the content comes to: {@link checksumOf} it, or a word that never changes for what is loaded once. Where it
   * depends on what is in the database it is asked for under the lock, and told the one that was loaded last.
   */
  readonly checksum: string | ((loaded: string | undefined) => string | Promise<string>);
  /** Writes it. */
  readonly load: () => Promise<Done>;
}

/** The checksum of texts, in their order. */
export function checksumOf(...texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
}

/** Waits until nobody else loads the same: of two gateways that start at once, one loads after the other. */
export async function lockLoad(session: Pick<Session, 'query'>, key: string): Promise<void> {
  await session.query('select pg_advisory_xact_lock(hashtext($1))', [`core.reference_load ${key}`]);
}

/**
 * Loads reference data, as the owner and inside one transaction, where it has changed since it was loaded last.
 * @returns what `load` gives; null where it was there already, and nothing was written.
 */
export async function loadWhereChanged<Done>(
  session: Pick<Session, 'query'>,
  { key, checksum: wanted, load }: ReferenceLoad<Done>,
): Promise<Done | null> {
  await lockLoad(session, key);
  const [row] = await session.query<{ checksum: string }>(
    'select checksum from core.reference_load where key = $1',
    [key],
  );
  const checksum = typeof wanted === 'string' ? wanted : await wanted(row?.checksum);
  if (row?.checksum === checksum) return null;
  const done = await load();
  await session.query(
    `insert into core.reference_load (key, checksum) values ($1, $2)
     on conflict (key) do update set checksum = excluded.checksum, loaded_at = now()`,
    [key, checksum],
  );
  return done;
}

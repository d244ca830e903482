import { createHash } from 'node:crypto';
import { ProblemError } from '../contract/problem.js';
import { ENTITY, idOf } from '../reading/row.js';
import type { Operation } from './operation.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/**
 * Runs a mutation once for each key and actor: the key, the request's hash and the result are kept in the same
 * transaction as the write, so that a repeated submission has one effect and the same answer.
 * @throws ProblemError IDEMPOTENCY_MISMATCH where the key was used for another request; BAD_USER_INPUT where it is
 *   no UUID; UNAUTHENTICATED for callers without an identity, whose keys could not be told apart.
 */
export async function idempotently(
  operation: Pick<Operation, 'session' | 'caller'>,
  field: string,
  args: Readonly<Record<string, unknown>>,
  run: () => Promise<unknown>,
): Promise<unknown> {
  const key = (args['input'] as { idempotencyKey?: unknown } | undefined)?.idempotencyKey;
  if (key === undefined || key === null) return run();
  if (typeof key !== 'string' || !uuid.test(key)) {
    throw new ProblemError('BAD_USER_INPUT', {
      field: 'input.idempotencyKey',
      given: key,
      allowed: 'a UUID',
    });
  }
  const { session, caller } = operation;
  if (caller.userId === null) throw new ProblemError('UNAUTHENTICATED');
  const hash = createHash('sha256')
    .update(JSON.stringify([field, args], withoutKey))
    .digest('hex');
  // The insert waits for another operation with the same key to end; whoever comes second reads its result.
  const inserted = await session.query<{ key: string }>(
    `insert into platform.idempotency_key (actor_id, key, request_hash) values ($1, $2, $3)
     on conflict (actor_id, key) do nothing returning key`,
    [caller.userId, key, hash],
  );
  if (inserted.length === 0) return replay(operation, key, hash);
  const result = await run();
  await session.query(`update platform.idempotency_key set result = $3 where actor_id = $1 and key = $2`, [
    caller.userId,
    key,
    JSON.stringify(storable(result)),
  ]);
  return result;
}

/** What makes a request another one; the key itself may be written in small or capital letters. */
const withoutKey = (name: string, value: unknown): unknown => (name === 'idempotencyKey' ? undefined : value);

async function replay(
  operation: Pick<Operation, 'session' | 'caller'>,
  key: string,
  hash: string,
): Promise<unknown> {
  const [kept] = await operation.session.query<{ request_hash: string; result: unknown }>(
    `select request_hash, result from platform.idempotency_key where actor_id = $1 and key = $2`,
    [operation.caller.userId, key],
  );
  if (kept?.request_hash !== hash) {
    throw new ProblemError('IDEMPOTENCY_MISMATCH', { field: 'input.idempotencyKey', given: key });
  }
  return revived(kept.result);
}

/** How a kept date is told from a text. */
const DATE = '$date';

/**
 * An entity is kept as its id and read again, under the rights of then; a payload is kept as it is, entities in it as
 * ids.
 */
function storable(result: unknown): unknown {
  if (result === null || typeof result !== 'object') return result ?? null;
  if (result instanceof Date) return { [DATE]: result.toISOString() };
  if (Array.isArray(result)) return result.map(storable);
  if (isEntity(result)) return idOf(result);
  return Object.fromEntries(Object.entries(result).map(([key, value]) => [key, storable(value)]));
}

function revived(kept: unknown): unknown {
  if (kept === null || typeof kept !== 'object') return kept;
  if (Array.isArray(kept)) return kept.map(revived);
  if (DATE in kept) return new Date(String(kept[DATE]));
  return Object.fromEntries(Object.entries(kept).map(([key, value]) => [key, revived(value)]));
}

/** A row of the reader, or an entity or reference of MikroORM; an instance of a payload class is neither. */
const isEntity = (value: object): boolean => ENTITY in value || '__helper' in value || '__meta' in value;

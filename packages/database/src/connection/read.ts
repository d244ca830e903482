import { classify } from './classify.js';
import type { ReadOptions } from './database.js';
import { isDirect, settingSql } from './kept-settings.js';
import { acquire } from './pool.js';
import { Reservation } from './reservation.js';
import { rollbackSql } from './session-dialect.js';
import { cancelled, unlessAborted, type Lane } from './transaction.js';

/** A statement with its parameters. */
interface Asked {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * One statement that only reads. It needs no unit of work and no Kysely, and one statement sees one state of the data
 * by itself, so it gets by with the least there is: the statement alone, on a connection that has the settings, or none,
 * as asked for. A connection keeps its settings for the next read; where it cannot, because a pooler stands between,
 * they are set in a read-only transaction whose beginning they travel with.
 *
 * A connection may have died in the pool without anyone noticing. Reading changes nothing, so it is tried once more
 * on another.
 */
export async function readOnce<R>(lane: Lane, options: ReadOptions, asked: Asked): Promise<R[]> {
  for (let attempt = 1; ; attempt += 1) {
    if (options.signal?.aborted) throw cancelled(options.signal);
    const client = await acquire(lane.pool);
    const reservation = new Reservation(client, lane.role, lane.onStatement);
    try {
      return await read<R>(lane, reservation, options, asked);
    } catch (error) {
      const known = classify(error);
      if (known?.code !== 'SERVICE_UNAVAILABLE' || attempt === 2) throw known ?? error;
    }
  }
}

async function read<R>(
  lane: Lane,
  reservation: Reservation,
  { settings, signal, planned }: ReadOptions,
  { sql, parameters }: Asked,
): Promise<R[]> {
  let known = false;
  let begun = false;
  try {
    const { rows } = await unlessAborted(signal, async () => {
      begun = await dress(reservation, settings);
      reservation.state = 'open';
      if (!planned) return reservation.query(sql, parameters, lane.readNames.of(sql));
      return reservation.query(sql, parameters, lane.frequent.of(reservation.client, sql, parameters));
    });
    known = true;
    return rows as R[];
  } catch (error) {
    // What PostgreSQL refused leaves the connection as it was; a statement that runs on must be stopped.
    if (signal?.aborted && reservation.busy) await reservation.cancel(lane.target);
    else known = reservation.state === 'open' && classify(error)?.code !== 'SERVICE_UNAVAILABLE';
    throw error;
  } finally {
    reservation.state = 'closing';
    const isFull = lane.frequent.isFull(reservation.client);
    if (known && begun) end(reservation, isFull);
    else reservation.giveBack(!known || isFull);
  }
}

/** Gives the connection the settings, or takes off those it has. @returns whether it began a transaction for that */
async function dress(reservation: Reservation, settings: ReadOptions['settings']): Promise<boolean> {
  if (!settings) {
    await reservation.undress();
    return false;
  }
  const { kept, local } = settingSql(settings);
  if (reservation.kept === kept) return false;
  if (await isDirect(reservation.client)) {
    await reservation.dress(kept);
    return false;
  }
  await reservation.query(`begin read only; select ${local || 'null'}`);
  return true;
}

/** Whoever asked has the answer: it need not wait for the end of a transaction that has changed nothing. */
function end(reservation: Reservation, isFull: boolean): void {
  void reservation.query(rollbackSql).then(
    () => reservation.giveBack(isFull),
    () => reservation.giveBack(true),
  );
}

import { classify } from './classify.js';
import type { ReadOptions } from './database.js';
import { quoteText } from './pg.js';
import { acquire } from './pool.js';
import { Reservation } from './reservation.js';
import { rollbackSql } from './session-dialect.js';
import { cancelled, refuseWrongSettings, unlessAborted, type Lane } from './transaction.js';

/** A statement with its parameters. */
interface Asked {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * One statement that only reads. It needs no unit of work and no Kysely, and one statement sees one state of the data
 * by itself, so it gets by with the least there is: without settings the statement alone; with them a read-only
 * transaction whose beginning and settings travel in one message.
 *
 * A connection may have died in the pool without anyone noticing. Reading changes nothing, so it is tried once more
 * on another.
 */
export async function readOnce<R>(lane: Lane, options: ReadOptions, asked: Asked): Promise<R[]> {
  for (let attempt = 1; ; attempt += 1) {
    if (options.signal?.aborted) throw cancelled(options.signal);
    const reservation = new Reservation(await acquire(lane.pool), lane.role, lane.onStatement);
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
  { settings, signal, name, planned }: ReadOptions,
  { sql, parameters }: Asked,
): Promise<R[]> {
  let known = false;
  try {
    const { rows } = await unlessAborted(signal, async () => {
      if (settings) await reservation.query(beginSql(settings, planned));
      reservation.state = 'open';
      return reservation.query(sql, parameters, name);
    });
    known = true;
    return rows as R[];
  } catch (error) {
    // What PostgreSQL refused leaves the connection as it was; a statement that runs on must be stopped.
    if (signal?.aborted && reservation.busy) await reservation.cancel(lane.target);
    else known = classify(error)?.code !== 'SERVICE_UNAVAILABLE';
    throw error;
  } finally {
    reservation.state = 'closing';
    if (known && settings) end(reservation);
    else reservation.giveBack(!known);
  }
}

/** Whoever asked has the answer: it need not wait for the end of a transaction that has changed nothing. */
function end(reservation: Reservation): void {
  void reservation.query(rollbackSql).then(
    () => reservation.giveBack(false),
    () => reservation.giveBack(true),
  );
}

/** A message of several statements takes no parameters, so the settings are literals in it. */
function beginSql(settings: Readonly<Record<string, string>>, planned: ReadOptions['planned']): string {
  refuseWrongSettings(settings);
  const calls = Object.entries(settings).map(
    ([key, value]) => `set_config('phoihop.${key}', ${quoteText(value)}, true)`,
  );
  if (planned) calls.push(`set_config('plan_cache_mode', 'force_custom_plan', true)`);
  return calls.length === 0 ? 'begin read only' : `begin read only; select ${calls.join(', ')}`;
}

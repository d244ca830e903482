import { Kysely, type ControlledTransaction, type PostgresPool } from 'kysely';
import type { MikroORM } from '@mikro-orm/postgresql';
import { classify } from './classify.js';
import type { Session, StatementReport, TransactionOptions } from './database.js';
import { DatabaseError } from './database-error.js';
import type { FrequentQuestions } from './frequent-questions.js';
import { settingSql, settingsOffSql } from './kept-settings.js';
import type { PgPool, PgResult } from './pg.js';
import { acquire } from './pool.js';
import { Reservation } from './reservation.js';
import { SessionDialect } from './session-dialect.js';
import { OpenSession } from './session.js';
import type { StatementNames } from './statement-names.js';
import type { Target } from './target.js';

/** Whose connections a transaction runs on. */
export interface Lane {
  readonly role: StatementReport['role'];
  readonly target: Target;
  readonly pool: PgPool;
  readonly orm: MikroORM;
  /** What sessions send again, and what single reads do. */
  readonly names: StatementNames;
  readonly readNames: StatementNames;
  /** What single reads ask often, of statements that are planned for their values. */
  readonly frequent: FrequentQuestions;
  readonly onStatement: ((statement: StatementReport) => void) | undefined;
}

interface Opened {
  readonly reservation: Reservation;
  readonly transaction: ControlledTransaction<any>;
}

export async function runInTransaction<T>(
  lane: Lane,
  options: TransactionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { signal } = options;
  if (signal?.aborted) throw cancelled(signal);
  const { reservation, transaction } = await open(lane, options);
  const session = new OpenSession(lane, transaction, reservation);
  let clean = false;
  try {
    reservation.state = 'open';
    const result = await unlessAborted(signal, async () => {
      const value = await work(session);
      await session.flush();
      return value;
    });
    reservation.state = 'closing';
    await transaction.commit().execute();
    clean = true;
    return result;
  } catch (error) {
    reservation.state = 'closing';
    clean = await undo(lane, reservation, transaction, signal?.aborted ?? false);
    throw signal?.aborted ? cancelled(signal) : (classify(error) ?? error);
  } finally {
    reservation.giveBack(!clean);
  }
}

/**
 * Begins. A connection may have died in the pool without anyone noticing (the server restarted); nothing has happened
 * yet, so that is tried once more on another.
 */
async function open(lane: Lane, options: TransactionOptions): Promise<Opened> {
  for (let attempt = 1; ; attempt += 1) {
    const reservation = new Reservation(await acquire(lane.pool), lane.role, lane.onStatement);
    try {
      const met = await begin(reservation, options);
      const transaction = await controlled(reservation);
      if (met) return { reservation, transaction };
      reservation.giveBack(!(await undo(lane, reservation, transaction, false)));
      throw new DatabaseError('UNEXPECTED_STATE', 'What the transaction was to stand on has changed.');
    } catch (error) {
      reservation.giveBack(true);
      const known = classify(error);
      if (known?.code !== 'SERVICE_UNAVAILABLE' || attempt === 2) throw known ?? error;
    }
  }
}

/**
 * Begins and sets, all in one message; the settings end with the transaction.
 * @returns whether what the transaction expects is so
 */
async function begin(
  reservation: Reservation,
  { readOnly, oneView, settings, expect }: TransactionOptions,
): Promise<boolean> {
  const asked = [
    ...(settings && Object.keys(settings).length > 0 ? [settingSql(settings).local] : []),
    ...(expect ? [`(${expect.sql})::text as "said"`] : []),
  ];
  const statements = [
    ...(reservation.kept === undefined ? [] : [settingsOffSql]),
    // The message begins as the connection was, which reads only.
    `begin ${readOnly || oneView ? 'isolation level repeatable read ' : ''}read ${readOnly ? 'only' : 'write'}`,
    ...(asked.length > 0 ? [`select ${asked.join(', ')}`] : []),
  ];
  const answer = await reservation.query(statements.join('; '));
  reservation.keepsNothing();
  const last = Array.isArray(answer) ? (answer.at(-1) as PgResult) : answer;
  return !expect || last.rows[0]!['said'] === expect.value;
}

/** Kysely over what has begun. */
function controlled(reservation: Reservation): Promise<ControlledTransaction<any>> {
  const dialect = new SessionDialect({ pool: reservation as unknown as PostgresPool });
  return new Kysely<any>({ dialect }).startTransaction().execute();
}

/** @returns whether the connection is as it was before the transaction, so that it can serve the next one */
async function undo(
  lane: Lane,
  reservation: Reservation,
  transaction: ControlledTransaction<any>,
  aborted: boolean,
): Promise<boolean> {
  try {
    if (aborted && reservation.busy) {
      // Closing the connection alone would leave the statement running on the server until its timeout.
      await reservation.cancel(lane.target);
      return false;
    }
    await transaction.rollback().execute();
    return true;
  } catch {
    return false;
  }
}

/** What `work` resolves to, or a rejection as soon as the signal fires, without waiting for `work`. */
export async function unlessAborted<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  if (!signal) return work();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(cancelled(signal));
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

export function cancelled(signal: AbortSignal): DatabaseError {
  return new DatabaseError('CANCELLED', 'The transaction was cancelled by its caller and rolled back.', {
    cause: signal.reason,
  });
}

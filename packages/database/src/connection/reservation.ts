import { sessionEnded } from './classify.js';
import type { StatementReport } from './database.js';
import { DatabaseError } from './database-error.js';
import type { KeptQuestion } from './frequent-questions.js';
import { keep, keptBy, settingsOffSql } from './kept-settings.js';
import type { PgClient, PgPoolClient, PgResult } from './pg.js';
import { commitSql, rollbackSql } from './session-dialect.js';
import { withConnection, type Target } from './target.js';

/** What ended a connection while nobody was waiting for an answer, such as a transaction left idle for too long. */
const lostBecause = new WeakMap<PgClient, Error>();

/** To be called once for every new connection of a pool. */
export function rememberLoss(client: PgClient): void {
  client.on('error', (error) => {
    if (!lostBecause.has(client)) lostBecause.set(client, error);
  });
}

/**
 * One connection, lent to one transaction: every statement of it, whoever sends it, passes through here to be counted
 * and reported. It has the shape of a pool of one, which is how it is handed to Kysely.
 */
export class Reservation {
  readonly options = {};
  /** Statements sent while `open`: what the house does to begin and end is not the session's. */
  statements = 0;
  /**
   * In `closing` only the commit or rollback may pass. A statement that nobody awaited may still be waiting for its
   * turn then; let through, it would run after the transaction and be kept by itself.
   */
  state: 'opening' | 'open' | 'closing' | 'ended' = 'opening';
  readonly client: PgPoolClient;
  readonly #role: StatementReport['role'];
  readonly #report: ((statement: StatementReport) => void) | undefined;
  #running = 0;

  constructor(
    client: PgPoolClient,
    role: StatementReport['role'],
    report?: (statement: StatementReport) => void,
  ) {
    this.client = client;
    this.#role = role;
    this.#report = report;
  }

  async connect(): Promise<this> {
    return this;
  }

  async end(): Promise<void> {}

  /** Kysely lets go after commit and rollback; the connection itself goes back once, in `giveBack`. */
  release(): void {}

  get busy(): boolean {
    return this.#running > 0;
  }

  /**
   * @param kept Under which name the connection keeps the statement prepared (`statement-names.ts`); or that, with the
   *   text in which the parameters are written down (`frequent-questions.ts`).
   */
  async query(
    sql: string,
    parameters: readonly unknown[] = [],
    kept?: string | KeptQuestion,
  ): Promise<PgResult> {
    const ends = sql === commitSql || sql === rollbackSql;
    if (this.state === 'ended' || (this.state === 'closing' && !ends)) throw sessionEnded();
    if (this.state === 'open') this.statements += 1;
    this.#running += 1;
    const start = performance.now();
    let error: unknown;
    try {
      return refuseSilentRollback(sql, await this.#send(sql, parameters, kept));
    } catch (caught) {
      error = lostBecause.get(this.client) ?? caught;
      throw error;
    } finally {
      this.#running -= 1;
      this.#report?.({ sql, parameters, role: this.#role, milliseconds: performance.now() - start, error });
    }
  }

  #send(
    sql: string,
    parameters: readonly unknown[],
    kept: string | KeptQuestion | undefined,
  ): Promise<PgResult> {
    if (!kept) return this.client.query(sql, parameters);
    if (typeof kept === 'string') return this.client.query({ name: kept, text: sql, values: parameters });
    return this.client.query({ ...kept, values: [] });
  }

  /** What it keeps from the read before: see `kept-settings.ts`. */
  get kept(): string | undefined {
    return keptBy(this.client);
  }

  async dress(sql: string): Promise<void> {
    await this.query(sql);
    keep(this.client, sql);
  }

  /** Takes off what the connection keeps; costs nothing where there is nothing. */
  async undress(): Promise<void> {
    if (this.kept !== undefined) await this.dress(settingsOffSql);
  }

  /** For whoever has taken it off in a message of its own. */
  keepsNothing(): void {
    keep(this.client, settingsOffSql);
  }

  /** Asks the server, over a connection of its own, to stop the running statement. */
  async cancel(target: Target): Promise<void> {
    const pid = this.client.processID;
    await withConnection(target, 'phoihop cancel', (client) =>
      client.query('select pg_cancel_backend($1)', [pid]),
    );
  }

  /** Back to the pool, or closed when the state of the connection is not known. */
  giveBack(destroy: boolean): void {
    if (this.state === 'ended') return;
    this.state = 'ended';
    this.client.release(destroy);
  }
}

/**
 * PostgreSQL answers the commit of a transaction in which a statement failed with a rollback and no error. Whoever
 * swallowed that statement's error would believe that everything was kept.
 */
function refuseSilentRollback(sql: string, result: PgResult): PgResult {
  // Our commit is a text of two statements, so it has two answers.
  const first = Array.isArray(result) ? (result[0] as PgResult) : result;
  if (sql === commitSql && first.command !== 'COMMIT') {
    throw new DatabaseError(
      'TRANSACTION_ABORTED',
      'A statement of this transaction failed and its error was not passed on, so PostgreSQL has rolled everything ' +
        'back. Run what may fail inside `session.savepoint`.',
    );
  }
  return result;
}

import type { ControlledTransaction, Kysely } from 'kysely';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { classify } from './classify.js';
import type { Session } from './database.js';
import type { Reservation } from './reservation.js';
import { Savepoints } from './savepoints.js';
import type { StatementNames } from './statement-names.js';
import type { Lane } from './transaction.js';
import { UnitOfWorkSnapshot } from './unit-of-work.js';

/** A session over an open transaction. Opening and closing it is the business of `transaction.ts`. */
export class OpenSession implements Session {
  readonly #orm: MikroORM;
  readonly #transaction: ControlledTransaction<any>;
  readonly #reservation: Reservation;
  readonly #names: StatementNames;
  /** Resolves when the statement before has been answered; never rejects. */
  #last: Promise<unknown> = Promise.resolve();
  readonly #savepoints = new Savepoints();
  #em: EntityManager | undefined;

  constructor(
    { orm, names }: Pick<Lane, 'orm' | 'names'>,
    transaction: ControlledTransaction<any>,
    reservation: Reservation,
  ) {
    this.#orm = orm;
    this.#names = names;
    this.#transaction = transaction;
    this.#reservation = reservation;
  }

  /** Made when first asked for: most reads have no use for a unit of work. */
  get em(): EntityManager {
    if (!this.#em) {
      this.#em = this.#orm.em.fork({ disableContextResolution: true }) as EntityManager;
      this.#em.setTransactionContext(this.#transaction);
    }
    return this.#em;
  }

  get kysely(): Kysely<any> {
    return this.#transaction;
  }

  get statements(): number {
    return this.#reservation.statements;
  }

  async query<R>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    try {
      const name = parameters.length > 0 ? this.#names.of(sql) : undefined;
      // One after the other: one that waits for its turn when the transaction ends is not sent any more.
      const turn = this.#last.then(() => this.#reservation.query(sql, parameters, name));
      this.#last = turn.catch(() => {});
      return (await turn).rows as R[];
    } catch (error) {
      throw classify(error) ?? error;
    }
  }

  async savepoint<T>(work: () => Promise<T>): Promise<T> {
    let snapshot: UnitOfWorkSnapshot;
    const begin = async (name: string) => {
      await this.flush();
      snapshot = new UnitOfWorkSnapshot(this.#em);
      await this.query(`savepoint ${name}`);
    };
    const keep = async (name: string) => {
      await this.flush();
      await this.query(`release savepoint ${name}`);
    };
    const undo = async (name: string) => {
      await this.query(`rollback to savepoint ${name}; release savepoint ${name}`);
      if (this.#em) snapshot.restore(this.#em);
    };
    return this.#savepoints.run({ begin, keep, undo }, work);
  }

  /** Writes what the unit of work holds, if there is one. */
  async flush(): Promise<void> {
    await this.#em?.flush();
  }
}

import type { EntityClass, EntityManager, EntitySchema, Kysely, MikroORM } from '@mikro-orm/postgresql';

/** The database as the rest of the house sees it. */
export interface Database {
  /**
   * MikroORM, connected as the serving role: its metadata, and the factory of units of work. Outside of `transaction`
   * it has no settings, so row security shows it nothing.
   */
  readonly orm: MikroORM;

  /**
   * Runs `work` in one transaction on one connection of the serving role, commits when it resolves and rolls back
   * when it rejects. What the unit of work holds is flushed before the commit.
   *
   * @throws DatabaseError for what PostgreSQL refused; any other error of `work` as it is
   *
   * @example
   * await database.transaction({ readOnly: true, settings: { person: '17' } }, (session) =>
   *   session.query('select count(*) as reports from core.report where unit_id = $1', [5]),
   * );
   */
  transaction<T>(options: TransactionOptions, work: (session: Session) => Promise<T>): Promise<T>;

  /**
   * One statement of the serving role that only reads; its rows. With settings it runs in a read-only transaction that
   * has them, without any it runs by itself: row security then shows what it shows to nobody in particular.
   *
   * @throws DatabaseError
   */
  read<R>(options: ReadOptions, sql: string, parameters?: readonly unknown[]): Promise<R[]>;

  /**
   * The same as the owner of the tables, whom row security does not bind, with `phoihop.system_reason` set for
   * audit triggers. Two at a time, so that it cannot become the usual way.
   *
   * @throws DatabaseError SYSTEM_REASON_MISSING for an empty reason
   */
  asSystem<T>(reason: string, work: (session: Session) => Promise<T>): Promise<T>;

  /** Resolves when the serving role gets an answer. @throws DatabaseError SERVICE_UNAVAILABLE */
  ping(): Promise<void>;

  /** Closes all connections once the running transactions have ended. */
  close(): Promise<void>;
}

export interface TransactionOptions {
  /** One unchanging view of all data (REPEATABLE READ, READ ONLY); a write fails with READ_ONLY. */
  readOnly?: boolean;
  /**
   * What policies and triggers read with `nullif(current_setting('phoihop.<key>', true), '')`. The `nullif` is
   * needed: a setting used before on the same connection is '' afterwards, not null.
   */
  settings?: Record<string, string>;
  /** Cancels the running statement and rolls back; the transaction rejects with CANCELLED. */
  signal?: AbortSignal;
  /** One unchanging view of all data although something is written: for queries that record what they read. */
  oneView?: boolean;
  /** An SQL expression that must give this text, or nothing is begun: the transaction rejects with UNEXPECTED_STATE. */
  expect?: { readonly sql: string; readonly value: string } | undefined;
}

export interface ReadOptions extends Pick<TransactionOptions, 'settings' | 'signal'> {
  /**
   * Has the statement planned for the values it is sent with, and a plan kept for those it is often sent with; otherwise
   * PostgreSQL soon keeps one plan for all values if that looks as good. For texts in which a `$` before a digit is a
   * parameter and nothing else, and values that mean the same at any time: a day given as `today` would stay the one on
   * which it was kept.
   */
  planned?: 'for its values';
}

/** One transaction's means of reading and writing; all of them speak over the same connection. */
export interface Session {
  /** A unit of work of its own, empty at first. */
  readonly em: EntityManager;
  readonly kysely: Kysely<any>;
  /** One statement with `$1`, `$2`, ...; its rows. @throws DatabaseError */
  query<R>(sql: string, parameters?: readonly unknown[]): Promise<R[]>;
  /**
   * Runs `work` so that its failure undoes only what it did: the transaction lives on, and the error goes to the
   * caller. Savepoints nest; two started side by side run one after the other, because PostgreSQL can only undo the
   * newest first. For the same reason a statement sent from beside a savepoint is undone with it: do not write from
   * beside one. About the unit of work: see `unit-of-work.ts`.
   */
  savepoint<T>(work: () => Promise<T>): Promise<T>;
  /** How many statements this session has sent, savepoints included; the opening and closing are not counted. */
  readonly statements: number;
}

export interface OpenDatabaseOptions {
  /** The role that owns the tables: migrates, and runs `asSystem`. */
  ownerUrl: string;
  /** The role that serves. Without it `phoihop_serving` is made and used, its password derived from the owner's. */
  servingUrl?: string;
  /** Connections of the serving role; 10 when not given. Pools times replicas must stay under `max_connections`. */
  poolSize?: number;
  entities: readonly Entity[];
  /** Told of every statement of every session, after it ran: for metrics, slow statement logs and tests. */
  onStatement?: (statement: StatementReport) => void;
}

export type Entity = EntityClass | EntitySchema;

export interface StatementReport {
  readonly sql: string;
  readonly parameters: readonly unknown[];
  readonly role: 'serving' | 'owner';
  readonly milliseconds: number;
  readonly error?: unknown;
}

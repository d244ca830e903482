import { CompiledQuery, PostgresDialect, PostgresDriver } from 'kysely';
import type { DatabaseConnection, Driver, PostgresDialectConfig } from 'kysely';

export const commitSql = 'commit; reset all';
export const rollbackSql = 'rollback; reset all';

/**
 * Kysely's PostgreSQL, but a transaction leaves its connection as it found it: `reset all` travels in the same message
 * as the commit, so it costs no round trip. Without it a `set_config(..., false)` somewhere in a plugin would give one
 * caller's identity to the next caller on that connection.
 */
export class SessionDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new SessionDriver(this.#config);
  }
}

class SessionDriver extends PostgresDriver {
  /** The house has begun it already, in the message with its settings. */
  override async beginTransaction(): Promise<void> {}

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(commitSql));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(rollbackSql));
  }
}

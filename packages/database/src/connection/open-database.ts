import { MikroORM } from '@mikro-orm/postgresql';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import { PostgresDialect, type PostgresPool } from 'kysely';
import type { Database, Entity, OpenDatabaseOptions } from './database.js';
import { DatabaseError } from './database-error.js';
import { FrequentQuestions } from './frequent-questions.js';
import { withoutSettings } from './kept-settings.js';
import type { PgPool, PgPoolClient } from './pg.js';
import { createPool } from './pool.js';
import { readOnce } from './read.js';
import { rememberLoss } from './reservation.js';
import { refuseUnsafeRole } from './role-safety.js';
import { ensureServingRole } from './serving-role.js';
import { StatementNames } from './statement-names.js';
import { readTarget } from './target.js';
import { runInTransaction, type Lane } from './transaction.js';

/** A request's statement ends within this, whatever it asks for. */
const servingLimits = { statementTimeoutMs: 5_000, idleInTransactionTimeoutMs: 10_000 };
/** The house's own work may take longer, an import for instance, but not hold locks for ever. */
const ownerLimits = { size: 2, statementTimeoutMs: undefined, idleInTransactionTimeoutMs: 60_000 };

/**
 * Connects as the serving role, after making sure that row security binds it.
 *
 * @throws DatabaseError SERVING_ROLE_MISSING, SERVING_ROLE_UNSAFE, CONNECTION_INVALID, CONNECTION_REFUSED,
 *   SERVICE_UNAVAILABLE
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { ownerUrl, servingUrl, poolSize = 10, entities, onStatement } = options;
  const owner = readTarget(ownerUrl);
  const serving = servingUrl ? readTarget(servingUrl) : await ensureServingRole(ownerUrl);
  const servingPool = createPool(serving, 'phoihop serving', { size: poolSize, ...servingLimits });
  const ownerPool = createPool(owner, 'phoihop system', ownerLimits);
  for (const pool of [servingPool, ownerPool]) pool.on('connect', rememberLoss);
  try {
    await refuseUnsafeRole(servingPool);
    const names = {
      names: new StatementNames(),
      readNames: new StatementNames('read', 500),
      frequent: new FrequentQuestions(),
    };
    const orm = await connectOrm(serving.database, servingPool, entities);
    return databaseOver(
      { role: 'serving', target: serving, pool: servingPool, orm, ...names, onStatement },
      { role: 'owner', target: owner, pool: ownerPool, orm, ...names, onStatement },
    );
  } catch (error) {
    await Promise.all([servingPool.end(), ownerPool.end()]);
    throw error;
  }
}

/** MikroORM over our pool. It never compares its entities with the tables: migrations alone change those. */
async function connectOrm(dbName: string, pool: PgPool, entities: readonly Entity[]): Promise<MikroORM> {
  // MikroORM may use the pool but not end it: `close` does, whether MikroORM ever used it or not.
  const borrowed = {
    options: {},
    connect: () => connectBare(pool),
    end: async () => {},
  };
  return (await MikroORM.init({
    dbName,
    entities: [...entities],
    metadataProvider: ReflectMetadataProvider,
    driverOptions: () => new PostgresDialect({ pool: borrowed as unknown as PostgresPool }),
    preferReadReplicas: false,
    allowGlobalContext: false,
    discovery: { warnWhenNoEntities: false },
  })) as MikroORM;
}

async function connectBare(pool: PgPool): Promise<PgPoolClient> {
  const client = await pool.connect();
  try {
    return await withoutSettings(client);
  } catch (error) {
    client.release(true);
    throw error;
  }
}

function databaseOver(serving: Lane, owner: Lane): Database {
  let closing: Promise<void> | undefined;
  const close = async () => {
    await Promise.all([serving.pool.end(), owner.pool.end()]);
    await serving.orm.close();
  };
  return {
    orm: serving.orm,
    transaction: (options, work) => runInTransaction(serving, options, work),
    read: (options, sql, parameters = []) => readOnce(serving, options, { sql, parameters }),
    asSystem: async (reason, work) => {
      if (reason.trim() === '') {
        throw new DatabaseError(
          'SYSTEM_REASON_MISSING',
          'asSystem passes by row security, so it must say why.',
        );
      }
      return runInTransaction(owner, { settings: { system_reason: reason } }, work);
    },
    ping: () =>
      runInTransaction(
        serving,
        { readOnly: true },
        async (session) => void (await session.query('select 1')),
      ),
    close: () => (closing ??= close()),
  };
}

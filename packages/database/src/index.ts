/** The database: PostgreSQL, embedded or not. It knows no GraphQL and nothing of the Front. */

/** A PostgreSQL of one's own, in a folder. */
export {
  startEmbeddedServer,
  stopLeftover,
  EmbeddedServerError,
  embeddedServerErrors,
} from './server/index.js';
export type { EmbeddedServer, EmbeddedServerOptions, EmbeddedServerErrorCode } from './server/index.js';

/** Connecting, and transactions as the role that serves. */
export { openDatabase } from './connection/open-database.js';
export { servingRole, servingRoleOf } from './connection/serving-role.js';
export type {
  Database,
  Entity,
  OpenDatabaseOptions,
  ReadOptions,
  Session,
  StatementReport,
  TransactionOptions,
} from './connection/database.js';

/** What goes wrong, by code. */
export { DatabaseError, databaseErrorCodes } from './connection/database-error.js';
export type { DatabaseErrorCode, DatabaseErrorFacts } from './connection/database-error.js';
export { classify } from './connection/classify.js';

/** Entities, looked at without a database. */
export { describeEntities } from './entities/describe.js';

/** The schema's history. */
export { migrate, planMigrations } from './migration/migrate.js';
export type { MigrateOptions, MigrationPlan } from './migration/migrate.js';
export { revert } from './migration/revert.js';
export type { RevertOptions, RevertReport } from './migration/revert.js';
export type {
  Migration,
  MigrationProgress,
  MigrationReport,
  MigrationSource,
} from './migration/migration.js';
export type { MigrationRefusal } from './migration/compare-ledger.js';

/** Who may read and write which rows. */
export { applyRowSecurity } from './row-security/apply-row-security.js';
export type { ApplyRowSecurityOptions, RowSecurityReport } from './row-security/apply-row-security.js';
export type { Access, TableSecurity } from './row-security/table-security.js';

/**
 * Every error this package raises, one stable code each. `docs/decisions/0002-migrations-and-row-security.md` lists
 * them for those who operate it; a test holds the two lists against each other.
 */
export const databaseErrorCodes = {
  // The database cannot be reached, or not as configured.
  SERVICE_UNAVAILABLE: 'no connection, the connection was lost, or none was free in time; worth trying again',
  CONNECTION_INVALID: 'the address is not a PostgreSQL URL',
  CONNECTION_REFUSED: 'the server refused the sign-in: wrong role, password or database',
  SERVING_ROLE_MISSING: 'the role that serves does not exist and could not be made',
  SERVING_ROLE_UNSAFE: 'the role that serves could pass by row security',
  EXTENSION_MISSING: 'an extension is not installed and could not be',
  // A statement or a transaction failed.
  TIMEOUT: 'a statement or a transaction took longer than it may',
  CANCELLED: 'the caller gave up',
  LOCKED: 'a lock was not had in time',
  CONFLICT: 'two transactions got in each other’s way; worth trying again',
  STALE: 'the row has changed since it was read, or may not be changed',
  ROW_SECURITY: 'the row, table or column is not this role’s to read or write',
  READ_ONLY: 'a read-only transaction tried to write',
  TRANSACTION_ABORTED: 'a statement failed earlier in this transaction, so nothing of it can be kept',
  SESSION_ENDED: 'a session was used after its transaction ended',
  SETTING_INVALID: 'a setting of a transaction has a name it may not have',
  UNEXPECTED_STATE: 'the database does not say what a transaction expects it to',
  SYSTEM_REASON_MISSING: 'asSystem was called without a reason',
  // A row breaks a rule of its table.
  UNIQUE: 'another row has the same key',
  FOREIGN_KEY: 'the row refers to one that is not there, or is referred to',
  NOT_NULL: 'a value is missing',
  CHECK: 'a value breaks a check',
  EXCLUSION: 'the row overlaps another',
  INVALID_VALUE: 'a value does not fit its type',
  RAISED: 'a function or trigger of the database refused',
  UNEXPECTED: 'any other error of PostgreSQL',
  // Migrations.
  MIGRATION_SOURCES_INVALID: 'the migrations handed in contradict each other',
  MIGRATION_CHANGED: 'an applied migration has another text now',
  MIGRATION_GAP: 'a migration not yet applied stands before one that is',
  DATABASE_AHEAD: 'the database has a migration this code does not know',
  MIGRATION_FAILED: 'a migration’s SQL failed',
  MIGRATION_LOCKED: 'another process kept the migration lock too long',
  MIGRATION_UNKNOWN: 'there is no such applied migration to revert',
  // Row security.
  TABLE_WITHOUT_ROW_RULE: 'a table has no row rules',
  ROW_RULE_WITHOUT_TABLE: 'row rules name a table that does not exist',
  ROW_RULE_INVALID: 'a row rule cannot be made a policy',
} as const;

export type DatabaseErrorCode = keyof typeof databaseErrorCodes;

export interface DatabaseErrorFacts {
  /** PostgreSQL's own five characters, where it was PostgreSQL that spoke. */
  sqlState?: string;
  /** The constraint a row broke, by name. */
  constraint?: string;
  schema?: string;
  table?: string;
  column?: string;
  cause?: unknown;
}

/** An error of the database. Its message is for those who operate it: it is never shown to a caller of the API. */
export class DatabaseError extends Error {
  readonly code: DatabaseErrorCode;
  readonly sqlState: string | undefined;
  readonly constraint: string | undefined;
  readonly schema: string | undefined;
  readonly table: string | undefined;
  readonly column: string | undefined;

  constructor(code: DatabaseErrorCode, message: string, facts: DatabaseErrorFacts = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = 'DatabaseError';
    this.code = code;
    this.sqlState = facts.sqlState;
    this.constraint = facts.constraint;
    this.schema = facts.schema;
    this.table = facts.table;
    this.column = facts.column;
  }
}

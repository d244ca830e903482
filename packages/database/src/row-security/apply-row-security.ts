import { setTimeout as sleep } from 'node:timers/promises';
import { advisoryLock } from '../connection/advisory-lock.js';
import { classify } from '../connection/classify.js';
import { DatabaseError } from '../connection/database-error.js';
import { quoteName, type PgClient } from '../connection/pg.js';
import { ensureServingRole, servingRole as defaultServingRole } from '../connection/serving-role.js';
import { readTarget, withConnection } from '../connection/target.js';
import {
  createAppliedTable,
  currentState,
  key,
  readApplied,
  unchanged,
  writeApplied,
  type Applied,
  type Current,
} from './applied.js';
import { readColumns, readRelations, readSchemas, type Relation } from './catalog.js';
import { checkDeclarations } from './check-declarations.js';
import { closedSchemaSql, grantSql, policySql, revokeSql, schemaSql, tableName } from './policies.js';
import type { TableSecurity } from './table-security.js';

export interface ApplyRowSecurityOptions {
  ownerUrl: string;
  /**
   * The declarations of ALL tables of the house, in one call. A schema that is named nowhere in them any more, such as
   * that of a plugin taken away, is closed to the serving role; its data stay.
   */
  tables: TableSecurity[];
  servingRole?: string;
}

export interface RowSecurityReport {
  /** `schema.table` of what was changed; empty when everything was as declared. */
  changed: string[];
}

const attempts = 5;

/**
 * Makes the database enforce what is declared, in one transaction, and only where it does not already.
 *
 * @throws DatabaseError TABLE_WITHOUT_ROW_RULE, ROW_RULE_WITHOUT_TABLE, ROW_RULE_INVALID, SERVING_ROLE_MISSING, LOCKED
 */
export async function applyRowSecurity(options: ApplyRowSecurityOptions): Promise<RowSecurityReport> {
  const { ownerUrl, tables, servingRole = defaultServingRole } = options;
  const declarations = byTable(tables);
  return withConnection(readTarget(ownerUrl), 'phoihop row security', async (client) => {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [servingRole]);
    if (role.rows.length === 0) await ensureServingRole(ownerUrl, servingRole);
    // Most starts find everything as it is: they take no lock and write nothing.
    const seen = await look(client, declarations, servingRole);
    if (seen.work.length === 0 && seen.applied) return { changed: [] };
    return applyWithRetries(client, declarations, servingRole);
  });
}

/** A lock on a table in use is let go after 5 seconds and tried again, so that its readers never wait longer. */
async function applyWithRetries(
  client: PgClient,
  declarations: ReadonlyMap<string, TableSecurity>,
  servingRole: string,
): Promise<RowSecurityReport> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await apply(client, declarations, servingRole);
    } catch (error) {
      await client.query('rollback').catch(() => {});
      const known = classify(error);
      if ((known?.code !== 'LOCKED' && known?.code !== 'CONFLICT') || attempt === attempts)
        throw known ?? error;
      await sleep(200 * 2 ** attempt);
    }
  }
}

async function apply(
  client: PgClient,
  declarations: ReadonlyMap<string, TableSecurity>,
  servingRole: string,
): Promise<RowSecurityReport> {
  await client.query(`begin; set local lock_timeout = '60s'`);
  await client.query('select pg_advisory_xact_lock($1)', [advisoryLock.rowSecurity]);
  await client.query(`set local lock_timeout = '5s'`);
  const { applied, work } = await look(client, declarations, servingRole);
  if (!applied) await createAppliedTable(client);
  for (const { current, relation, security } of work) {
    await client.query(`set local search_path = ${quoteName(current.schema)}, public`);
    if (relation) await secureRelation(client, relation, security, servingRole);
    else await secureSchema(client, current.schema, declarations, servingRole);
  }
  // What the database has now, which the next start compares with.
  const after = await look(client, declarations, servingRole);
  await writeApplied(client, after.state);
  await client.query('commit');
  return {
    changed: work
      .filter(({ relation }) => relation)
      .map(({ current }) => `${current.schema}.${current.table}`),
  };
}

interface Work {
  readonly current: Current;
  /** Undefined for the schema itself. */
  readonly relation: Relation | undefined;
  /** Undefined where nothing is allowed: a view or partition without rules, a table of a closed schema. */
  readonly security: TableSecurity | undefined;
}

interface Seen {
  readonly applied: Applied | undefined;
  readonly state: Current[];
  readonly work: Work[];
}

async function look(
  client: PgClient,
  declarations: ReadonlyMap<string, TableSecurity>,
  servingRole: string,
): Promise<Seen> {
  const applied = await readApplied(client);
  const managed = new Set([...declarations.values()].map(({ schema }) => schema));
  const known = new Set([
    ...managed,
    ...[...(applied?.keys() ?? [])].map((name) => (JSON.parse(name) as [string])[0]),
  ]);
  const relations = await readRelations(client, [...known]);
  checkDeclarations(declarations, relations, managed);
  const state = currentState(declarations, relations, await readSchemas(client, [...known]), servingRole);
  const byName = new Map(relations.map((relation) => [key(relation.schema, relation.table), relation]));
  const work = state
    .filter((current) => !applied || !unchanged(applied, current))
    .map((current) => {
      const name = key(current.schema, current.table);
      return { current, relation: byName.get(name), security: declarations.get(name) };
    });
  return { applied, state, work };
}

async function secureRelation(
  client: PgClient,
  relation: Relation,
  security: TableSecurity | undefined,
  servingRole: string,
): Promise<void> {
  const name = tableName(relation);
  const isTable = relation.kind === 'table';
  const before = [
    ...relation.policies.map((policy) => `drop policy ${quoteName(policy)} on ${name}`),
    ...(isTable && !relation.rowSecurity ? [`alter table ${name} enable row level security`] : []),
    ...(security ? grantSql(security, servingRole) : [revokeSql(relation, servingRole)]),
  ];
  // Of the rights only columns can be wrong: those that an update may change are named by hand.
  await client.query(before.join(';\n')).catch(async (error: unknown) => {
    throw classify(error)?.sqlState === undefinedColumn
      ? await invalidRule(client, relation, error, before.at(-1)!)
      : error;
  });
  if (!security || !isTable) return;
  for (const statement of policySql(security, servingRole)) {
    try {
      await client.query(statement);
    } catch (error) {
      throw await invalidRule(client, relation, error, statement);
    }
  }
}

const undefinedColumn = '42703';

async function secureSchema(
  client: PgClient,
  schema: string,
  declarations: ReadonlyMap<string, TableSecurity>,
  servingRole: string,
): Promise<void> {
  const declared = [...declarations.values()].some((security) => security.schema === schema);
  const statements = declared ? schemaSql(schema, servingRole) : closedSchemaSql(schema, servingRole);
  await client.query(statements.join(';\n'));
}

/** Names the table, the rule, whose text PostgreSQL's own message does not show, and the columns it could have named. */
async function invalidRule(
  client: PgClient,
  { schema, table }: Relation,
  error: unknown,
  statement: string,
): Promise<unknown> {
  const known = classify(error);
  const { sqlState } = known ?? {};
  if (!known || !sqlState?.startsWith('42') || known.code === 'ROW_SECURITY') return error;
  await client.query('rollback');
  const columns =
    sqlState === undefinedColumn
      ? ` The table has: ${(await readColumns(client, schema, table)).join(', ')}.`
      : '';
  return new DatabaseError(
    'ROW_RULE_INVALID',
    `PostgreSQL does not understand a row rule of ${schema}.${table}: ${known.message}.${columns}\n\n  ${statement}\n`,
    { sqlState, schema, table, cause: error },
  );
}

function byTable(tables: readonly TableSecurity[]): Map<string, TableSecurity> {
  const declarations = new Map<string, TableSecurity>();
  for (const security of tables) {
    const name = key(security.schema, security.table);
    if (declarations.has(name)) {
      throw new DatabaseError(
        'ROW_RULE_INVALID',
        `${security.schema}.${security.table} has two declarations of its row rules; merge them.`,
      );
    }
    declarations.set(name, security);
  }
  return declarations;
}

import { DatabaseError } from '../connection/database-error.js';
import { key } from './applied.js';
import type { Relation } from './catalog.js';
import { commands, type TableSecurity } from './table-security.js';

/**
 * That every table has row rules, and every row rule a table. Views need none, because without them nobody may read
 * them; one that has them must read with the rights of who asks.
 *
 * @throws DatabaseError TABLE_WITHOUT_ROW_RULE, ROW_RULE_WITHOUT_TABLE, ROW_RULE_INVALID, each naming all it concerns
 */
export function checkDeclarations(
  declarations: ReadonlyMap<string, TableSecurity>,
  relations: readonly Relation[],
  managed: ReadonlySet<string>,
): void {
  const byName = new Map(relations.map((relation) => [key(relation.schema, relation.table), relation]));
  const bare = relations.filter(
    ({ schema, table, kind, partition }) =>
      managed.has(schema) && kind === 'table' && !partition && !declarations.has(key(schema, table)),
  );
  if (bare.length > 0) {
    throw new DatabaseError(
      'TABLE_WITHOUT_ROW_RULE',
      `These tables have no row rules: ${names(bare)}. Declare who may read and write their rows; a table that nobody ` +
        `may touch through the API is 'never' for all four commands.`,
    );
  }
  const missing = [...declarations.values()].filter(({ schema, table }) => !byName.has(key(schema, table)));
  if (missing.length > 0) {
    throw new DatabaseError(
      'ROW_RULE_WITHOUT_TABLE',
      `Row rules are declared for tables that do not exist: ${names(missing)}. Is a migration missing, or a name misspelled?`,
    );
  }
  const wrong = [...declarations.values()].flatMap((security) =>
    mistakes(security, byName.get(key(security.schema, security.table))!),
  );
  if (wrong.length > 0) throw new DatabaseError('ROW_RULE_INVALID', wrong.join('\n'));
}

function mistakes(security: TableSecurity, relation: Relation): string[] {
  const name = `${security.schema}.${security.table}`;
  const found: string[] = [];
  for (const command of commands) {
    const access = security[command];
    if (typeof access === 'string') continue;
    if (access.using.trim() === '')
      found.push(`The ${command} rule of ${name} is empty; write 'never' or 'always'.`);
    if ('columns' in access && (command !== 'update' || access.columns.length === 0)) {
      found.push(`The ${command} rule of ${name} lists columns; only an update may, and at least one.`);
    }
    if (relation.kind !== 'table') {
      found.push(
        `The ${command} rule of ${name} is a predicate, but a ${relation.kind} has no policies: 'always' or 'never'.`,
      );
    }
  }
  if (
    relation.kind === 'view' &&
    !relation.asInvoker &&
    commands.some((command) => security[command] !== 'never')
  ) {
    found.push(
      `The view ${name} reads with its owner's rights, past all row rules. Create it "with (security_invoker = true)".`,
    );
  }
  return found;
}

function names(tables: readonly { schema: string; table: string }[]): string {
  return tables.map(({ schema, table }) => `${schema}.${table}`).join(', ');
}

import { quoteName } from '../connection/pg.js';
import { commands, type Access, type Command, type TableSecurity } from './table-security.js';

/** To be raised when the SQL below changes, so that databases which have the older policies get the new ones. */
export const policyVersion = 1;

export function tableName({ schema, table }: { schema: string; table: string }): string {
  return `${quoteName(schema)}.${quoteName(table)}`;
}

/** One policy per command that is allowed, for the serving role only; a command without one is refused. */
export function policySql(security: TableSecurity, servingRole: string): string[] {
  const target = `on ${tableName(security)}`;
  return commands.flatMap((command) => {
    const predicate = predicateOf(security[command]);
    if (predicate === undefined) return [];
    return [
      `create policy phoihop_${command} ${target} for ${command} to ${quoteName(servingRole)} ${clause(command, predicate)}`,
    ];
  });
}

/** The new line ends a comment at the end of a predicate, which would otherwise swallow the bracket. */
function clause(command: Command, predicate: string): string {
  const using = `using (${predicate}\n)`;
  const check = `with check (${predicate}\n)`;
  if (command === 'insert') return check;
  return command === 'update' ? `${using} ${check}` : using;
}

function predicateOf(access: Access): string | undefined {
  if (access === 'never') return undefined;
  return access === 'always' ? 'true' : access.using;
}

/** Exactly what is declared, and nothing for anybody else: TRUNCATE, REFERENCES and TRIGGER are never granted. */
export function grantSql(security: TableSecurity, servingRole: string): string[] {
  const role = quoteName(servingRole);
  const granted = commands
    .filter((command) => security[command] !== 'never')
    .map((command) => privilege(security, command));
  return [
    revokeSql(security, servingRole),
    ...(granted.length > 0 ? [`grant ${granted.join(', ')} on ${tableName(security)} to ${role}`] : []),
  ];
}

/** Takes the rights on columns with those on the table. */
export function revokeSql(table: { schema: string; table: string }, servingRole: string): string {
  return `revoke all on ${tableName(table)} from public, ${quoteName(servingRole)}`;
}

function privilege(security: TableSecurity, command: Command): string {
  const { update } = security;
  if (command !== 'update' || typeof update === 'string' || !('columns' in update)) return command;
  return `update (${update.columns.map((column) => quoteName(column)).join(', ')})`;
}

/** The rights around the tables: to enter the schema, to draw numbers, to call what policies and reads call. */
export function schemaSql(schema: string, servingRole: string): string[] {
  const name = quoteName(schema);
  const role = quoteName(servingRole);
  return [
    `revoke all on schema ${name} from public, ${role}`,
    `revoke all on all sequences in schema ${name} from public, ${role}`,
    `revoke all on all routines in schema ${name} from public, ${role}`,
    `grant usage on schema ${name} to ${role}`,
    `grant usage on all sequences in schema ${name} to ${role}`,
    `grant execute on all routines in schema ${name} to ${role}`,
  ];
}

/** The same, for a schema of which nothing is declared any more. */
export function closedSchemaSql(schema: string, servingRole: string): string[] {
  return schemaSql(schema, servingRole).slice(0, 3);
}

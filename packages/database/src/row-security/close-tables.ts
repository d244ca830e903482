import { quoteName, type PgClient } from '../connection/pg.js';
import { tableName } from './policies.js';

const policiesSql = `
  select n.nspname::text as schema, c.relname::text as table, p.polname::text as policy,
    array(select r.rolname::text from pg_roles r where r.oid = any (p.polroles)) as roles
  from pg_policy p
  join pg_class c on c.oid = p.polrelid
  join pg_namespace n on n.oid = c.relnamespace
  where exists (
    select from pg_depend d
    where d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_proc'::regclass
  )
  order by 1, 2, 3`;

/**
 * Takes away all row rules that call functions of the house, and with each the rights on its table: whoever goes on
 * serving meets errors, not empty tables. What was applied no longer fits what is there then, so that the next
 * `applyRowSecurity` makes both anew.
 * @returns `schema.table` of each.
 */
export async function closeTablesWithFunctions(client: PgClient): Promise<string[]> {
  const { rows } = await client.query(policiesSql);
  const policies = rows as unknown as { schema: string; table: string; policy: string; roles: string[] }[];
  for (const { policy, roles, ...table } of policies) {
    await client.query(`drop policy ${quoteName(policy)} on ${tableName(table)}`);
    for (const role of roles) await client.query(`revoke all on ${tableName(table)} from ${quoteName(role)}`);
  }
  return [...new Set(policies.map(({ schema, table }) => `${schema}.${table}`))];
}

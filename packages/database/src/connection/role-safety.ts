import { DatabaseError } from './database-error.js';
import { quoteName, type PgPool } from './pg.js';
import { acquire } from './pool.js';
import { servingRole } from './serving-role.js';

export interface RoleFacts {
  role: string;
  superuser: boolean;
  bypass: boolean;
  creator: boolean;
  owner: string;
  powers: string[];
  tables: string[];
}

/**
 * Everything by which the current role could read past a policy. Membership counts as much as what the role is
 * itself: a member of the owner has the owner's exemption, and a member of any role may become it by SET ROLE.
 * CREATEROLE counts because before PostgreSQL 16 it can make itself a member of the owner.
 */
const roleFacts = `
  select r.rolname::text as role, r.rolsuper as superuser, r.rolbypassrls as bypass, r.rolcreaterole as creator,
    (select pg_get_userbyid(datdba)::text from pg_database where datname = current_database()) as owner,
    array(select m.rolname::text from pg_roles m
      where m.oid <> r.oid and pg_has_role(r.oid, m.oid, 'MEMBER') and (m.rolsuper or m.rolbypassrls
        or m.rolname in ('pg_execute_server_program', 'pg_read_server_files', 'pg_write_server_files'))
      order by 1) as powers,
    array(select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'f', 'v', 'm') and pg_has_role(r.oid, c.relowner, 'MEMBER')
        and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_%'
      order by 1 limit 5) as tables
  from pg_roles r where r.rolname = current_user`;

/** @throws DatabaseError SERVING_ROLE_UNSAFE with the SQL that mends it */
export async function refuseUnsafeRole(pool: PgPool): Promise<void> {
  const client = await acquire(pool);
  try {
    const { rows } = await client.query(roleFacts);
    refuseUnsafeFacts(rows[0] as unknown as RoleFacts);
  } finally {
    client.release();
  }
}

export function refuseUnsafeFacts(facts: RoleFacts): void {
  const problems = problemsOf(facts);
  if (problems.length === 0) return;
  throw new DatabaseError(
    'SERVING_ROLE_UNSAFE',
    `The gateway must not serve as "${facts.role}", because row security would not bind it: ` +
      `${problems.map((problem) => problem.what).join('; ')}. Serve as another role, or run this as an ` +
      `administrator:\n\n${problems.map((problem) => `  ${problem.mend}\n`).join('')}`,
  );
}

function problemsOf(facts: RoleFacts): { what: string; mend: string }[] {
  const role = quoteName(facts.role);
  if (facts.superuser) {
    // Not "alter role ... nosuperuser": this may be the server's only one. And the rest would only repeat it, because
    // a superuser is a member of every role.
    return [
      {
        what: 'it is a superuser',
        mend: `create role ${quoteName(servingRole)} login noinherit password '<password>';  -- and serve as this one`,
      },
    ];
  }
  const problems: { what: string; mend: string }[] = [];
  if (facts.bypass) problems.push({ what: 'it has BYPASSRLS', mend: `alter role ${role} nobypassrls;` });
  if (facts.creator) problems.push({ what: 'it has CREATEROLE', mend: `alter role ${role} nocreaterole;` });
  for (const power of facts.powers) {
    problems.push({ what: `it is a member of ${power}`, mend: `revoke ${quoteName(power)} from ${role};` });
  }
  if (facts.tables.length > 0) {
    const owner = facts.owner === facts.role ? '<owner>' : quoteName(facts.owner);
    problems.push({
      what: `it owns ${facts.tables.join(', ')}, or is a member of the role that does`,
      mend: `reassign owned by ${role} to ${owner};  -- or: revoke <the owning role> from ${role};`,
    });
  }
  return problems;
}

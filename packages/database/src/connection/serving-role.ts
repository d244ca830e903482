import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { advisoryLock } from './advisory-lock.js';
import { classify } from './classify.js';
import { DatabaseError } from './database-error.js';
import { quoteName, quoteText, type PgClient } from './pg.js';
import { readTarget, withConnection, type Target } from './target.js';

/** The role that serves when nobody names another: it may sign in, owns nothing and cannot bypass row security. */
export const servingRole = 'phoihop_serving';

/** The role that policies and grants are made for: the one whom the serving URL names. */
export function servingRoleOf(servingUrl: string | undefined): string {
  return servingUrl === undefined ? servingRole : readTarget(servingUrl).user;
}

/**
 * Where the serving role signs in, made first if need be. Its password is derived from the owner's, so replicas agree
 * on it without telling each other, and it changes with the owner's.
 *
 * @throws DatabaseError SERVING_ROLE_MISSING with the SQL to run, where the owner may not make it
 */
export async function ensureServingRole(ownerUrl: string, role = servingRole): Promise<Target> {
  const owner = readTarget(ownerUrl);
  if (!owner.password) {
    // A password derived from nothing is one that everybody can derive.
    throw missing(role, owner, 'the owner signs in without a password, so none can be derived from it');
  }
  const serving: Target = { ...owner, user: role, password: derivedPassword(owner.password, role) };
  if (await canSignIn(serving)) return serving;

  await withConnection(owner, 'phoihop serving role', async (client) => {
    await client.query('select pg_advisory_lock($1)', [advisoryLock.servingRole]);
    if (!(await canSignIn(serving))) await makeRole(client, owner, role, serving.password!);
  });
  if (await canSignIn(serving)) return serving;
  throw missing(role, owner, 'it was made, but the server does not let it sign in (see pg_hba.conf)');
}

function derivedPassword(ownerPassword: string, role: string): string {
  return createHmac('sha256', ownerPassword).update(`phoihop serving role ${role}`).digest('base64url');
}

async function canSignIn(target: Target): Promise<boolean> {
  try {
    await withConnection(target, 'phoihop serving role', (client) => client.query('select 1'));
    return true;
  } catch (error) {
    const code = classify(error)?.code;
    // ROW_SECURITY is SQLSTATE 42501: here, no right to connect to this database.
    if (code === 'CONNECTION_REFUSED' || code === 'ROW_SECURITY') return false;
    throw error;
  }
}

/**
 * Makes the role, or gives an existing one the derived password. Roles belong to the whole server but advisory locks
 * to one database, so two databases of one server may still get here at once.
 */
async function makeRole(client: PgClient, owner: Target, role: string, password: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const exists = await client.query('select 1 from pg_roles where rolname = $1', [role]);
      const verb = exists.rows.length > 0 ? 'alter' : 'create';
      await client.query(`${verb} role ${quoteName(role)} login noinherit password ${quoteText(password)}`);
      await client.query(`grant connect on database ${quoteName(owner.database)} to ${quoteName(role)}`);
      return;
    } catch (error) {
      const known = classify(error);
      if (known?.code === 'ROW_SECURITY') throw missing(role, owner, known.message, error);
      // 42710, 23505: made by another in the meantime. XX000: "tuple concurrently updated".
      const raced = ['42710', '23505', 'XX000'].includes(known?.sqlState ?? '');
      if (!raced || attempt === 5) throw known ?? error;
      await sleep(50 * attempt);
    }
  }
}

function missing(role: string, owner: Target, reason: string, cause?: unknown): DatabaseError {
  return new DatabaseError(
    'SERVING_ROLE_MISSING',
    `The gateway serves as a role of its own, which owns nothing and is bound by row security, but "${role}" cannot ` +
      `be used: ${reason}. Run this as an administrator of the server at ${owner.host}:${owner.port}, with a password ` +
      `of your own, and give its address as the serving URL:\n\n` +
      `  create role ${quoteName(role)} login noinherit password '<password>';  -- or: alter role, where it exists\n` +
      `  grant connect on database ${quoteName(owner.database)} to ${quoteName(role)};\n`,
    { cause },
  );
}

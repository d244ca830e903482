import type { Caller, PluginServices } from '@phoihop/platform';
import { rightsVersionSql } from './rights-version-migration.js';
import { rolePermissions } from './role-permissions.js';
import { scopeSettings, scopesByPermission, type GrantedScopes, type ScopeReach } from './scopes.js';

/** What a token says of its bearer. */
export interface Identity {
  readonly userId: number;
  /** Raised whenever the sessions of the user are revoked: tokens with an older one are worth nothing. */
  readonly sessionVersion: number;
}

/** What `core.caller_facts` answers (migration 0004). */
interface CallerFacts {
  readonly person: number;
  readonly assignments: readonly {
    readonly role: string;
    readonly organization: number | null;
    readonly reach: ScopeReach;
    /** Of the unit, or of the members of the group, on the business date. */
    readonly paths: readonly string[];
    /** Null for all programs. */
    readonly programs: readonly string[] | null;
  }[];
}

/**
 * Who a token stands for today: the assignments that are valid on the business date, what their roles may do by all
 * installed plugins, and over which units and programs. One statement of the serving role, by itself: the
 * function it calls reads with the owner's rights but gives no secret, and the two connections kept for `asSystem`
 * would be a bottleneck for every request.
 *
 * What is loaded may be kept: the engine asks with each answer whether it still holds (`Caller.grounds`).
 *
 * @returns `null` where there is no such user, the account is disabled, or its sessions were revoked since.
 */
export async function loadCaller(services: PluginServices, identity: Identity): Promise<Caller | null> {
  const { database, clock, plugins } = services;
  const [answer] = await database.read<{ facts: CallerFacts | null; version: string }>(
    {},
    `select core.caller_facts($1, $2, $3) as facts, ${rightsVersionSql}::text as version`,
    [identity.userId, identity.sessionVersion, clock.businessDate],
  );
  const { facts, version } = answer!;
  if (!facts) return null;
  const grounds = { sql: rightsVersionSql, value: version };
  return { ...callerFrom(identity.userId, facts, rolePermissions(plugins)), grounds };
}

function callerFrom(
  userId: number,
  { person, assignments }: CallerFacts,
  permissions: ReadonlyMap<string, ReadonlySet<string>>,
): Caller {
  // A unit that has ended gives no scope: its people hold nothing until they are assigned to a successor.
  const standing = assignments.filter(({ paths, programs }) => paths.length > 0 && programs?.length !== 0);
  const granted = standing.map(
    ({ role, paths, programs, reach }): GrantedScopes => ({
      role,
      scopes: paths.flatMap((path) => (programs ?? [null]).map((program) => ({ path, reach, program }))),
    }),
  );
  const scopes = scopesByPermission(granted, (role) => permissions.get(role) ?? []);
  const organizations = new Set(standing.map(({ organization }) => organization).filter((id) => id !== null));
  return {
    userId,
    roles: [...new Set(standing.map(({ role }) => role))].sort(),
    permissions: new Set(Object.keys(scopes)),
    settings: {
      ...scopeSettings(scopes),
      organizations: [...organizations].join(','),
      person: String(person),
    },
  };
}

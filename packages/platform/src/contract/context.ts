import type { Session } from '@phoihop/database';
import type { PluginServices } from './services.js';
import type { Locale } from './translated.js';
import type { ReadApi } from '../reading/read-api.js';

/** Who asks: what the host's identity provider says of the signed-in user, or the anonymous caller. */
export interface Caller {
  /** Stable key of the user, `null` when not signed in. Written to audit rows. */
  readonly userId: number | null;
  readonly roles: readonly string[];
  /** Every permission held in at least one scope. */
  readonly permissions: ReadonlySet<string>;
  /** Settings for row security, sent with the transaction as `phoihop.<key>`. */
  readonly settings: Readonly<Record<string, string>>;
  /** For a host that keeps callers: how to tell that these rights are still those of today. */
  readonly grounds?: Grounds | undefined;
}

/** What somebody's rights stand on: an SQL expression without parameters, and the text it gave when they were loaded. */
export interface Grounds {
  readonly sql: string;
  readonly value: string;
}

/** The caller who is nobody. */
export const anonymous: Caller = { userId: null, roles: ['public'], permissions: new Set(), settings: {} };

/** What time it is: for rules, the business date; for records and tokens, the real time. */
export interface Clock {
  /** ISO date that access, validity, deadlines and progress are computed for. */
  readonly businessDate: string;
  now(): Date;
}

/**
 * What a resolver gets. One per operation; nothing in it outlives the operation.
 * `session` is the operation's database transaction, with the caller's rights set in it: whatever SQL runs in it
 * sees only what the caller may see.
 */
export interface RequestContext {
  readonly caller: Caller;
  readonly locale: Locale;
  readonly clock: Clock;
  readonly session: Session;
  /** Batched reads of entities by id or key, sharing the reader of declared relations. */
  readonly read: ReadApi;
  /** Translates a key of some plugin's translations. */
  readonly translate: (key: string, facts?: Record<string, unknown>) => string;
  /** A value made once per operation, for loaders of one's own. */
  readonly once: <T>(key: string, make: () => T) => T;
  /** Writes an audit row in the operation's transaction: `action` is `<plugin>:<what>`, facts hold no secret. */
  readonly audit: (
    action: string,
    subject: { type: string; id: number | null },
    facts?: Record<string, unknown>,
  ) => Promise<void>;
  /** What outlives the request, as the named plugin's hooks get it: its options, the database, all plugins. */
  readonly services: (pluginId: string) => PluginServices;
  /** How each installed plugin stands: whether it serves, is switched off, or failed to start. */
  readonly pluginStates: ReadonlyMap<string, 'ENABLED' | 'DISABLED' | 'QUARANTINED'>;
  /** Request id for logs. */
  readonly requestId: string;
}

import { quoteText, type PgClient } from './pg.js';
import { refuseWrongSettings } from './setting-names.js';

/**
 * Settings that a connection keeps from one read to the next, so that the reads of one caller need no message to set
 * them and none to take them away. Whoever takes a connection for something else takes them off first
 * ({@link settingsOffSql}); a transaction's own end with it.
 */
const kept = new WeakMap<PgClient, string>();

/** Whether the server process is this connection's own. Behind a pooler it is whoever's turn it is. */
const direct = new WeakMap<PgClient, boolean>();

export const settingsOffSql = 'reset all';

export const keptBy = (client: PgClient): string | undefined => kept.get(client);

/** To be called with what the connection has been told. */
export function keep(client: PgClient, sql: string): void {
  if (sql === settingsOffSql) kept.delete(client);
  else kept.set(client, sql);
}

/**
 * Whether what is set in the connection's session stays there for this connection alone. A pooler in transaction mode
 * would hand the session with somebody's rights in it to somebody else; it gives itself away by a process number
 * that is not that of the process which answers.
 */
export async function isDirect(client: PgClient): Promise<boolean> {
  const known = direct.get(client);
  if (known !== undefined) return known;
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const found = rows[0]!['pid'] === client.processID;
  direct.set(client, found);
  return found;
}

/** For pools that others take connections from: one without settings. */
export async function withoutSettings<C extends PgClient>(client: C): Promise<C> {
  if (keptBy(client) === undefined) return client;
  await client.query(settingsOffSql);
  keep(client, settingsOffSql);
  return client;
}

/** A message of several statements takes no parameters, so settings are literals in it. */
interface SettingSql {
  /** For a session that reads. */
  readonly kept: string;
  /** For a transaction: what is selected when it begins. */
  readonly local: string;
}

const texts = new WeakMap<Readonly<Record<string, string>>, SettingSql>();

/** What gives a session or a transaction these settings; one object's are written once. */
export function settingSql(settings: Readonly<Record<string, string>>): SettingSql {
  const known = texts.get(settings);
  if (known) return known;
  refuseWrongSettings(settings);
  const calls = (local: boolean): string[] =>
    Object.entries(settings).map(
      ([key, value]) => `set_config('phoihop.${key}', ${quoteText(value)}, ${local})`,
    );
  const readOnly = `set_config('default_transaction_read_only', 'on', false)`;
  const made = {
    // One message is one transaction: either all of it is set or nothing.
    kept: `${settingsOffSql}; select ${[readOnly, ...calls(false)].join(', ')}`,
    local: calls(true).join(', '),
  };
  texts.set(settings, made);
  return made;
}

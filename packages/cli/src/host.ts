import { startEmbeddedServer } from '@phoihop/database';
import type { Clock, Plugin } from '@phoihop/platform';

/** What a command works by: the settings of the project's gateway, read by the gateway's own code. */
export interface Host {
  /** A PostgreSQL by its address, or the embedded one by where it keeps its data. */
  readonly database: DatabaseLocation | { readonly dataFolder: string };
  readonly clock: Clock;
  /** The mail server and whom its mails are from; missing where none is configured. */
  readonly mail?: { readonly url: string; readonly from: string };
  /** The plugins that the settings ask for; core first. */
  loadPlugins(): Promise<readonly Plugin[]>;
  /** What each plugin is told of the settings. */
  optionsOf(plugins: readonly Plugin[]): Record<string, unknown>;
}

export interface DatabaseLocation {
  readonly ownerUrl: string;
  readonly servingUrl?: string;
}

/** Works on the host's database; the embedded one is started for the command and stopped after it. */
export async function withDatabase<T>(
  { database }: Pick<Host, 'database'>,
  work: (location: DatabaseLocation) => Promise<T>,
): Promise<T> {
  if ('ownerUrl' in database) return work(database);
  const server = await startEmbeddedServer(database);
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}

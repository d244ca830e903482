import type { Clock, Plugin } from '@phoihop/platform';
import { businessClock } from './business-clock.js';
import { readConfig } from './config.js';
import { loadPlugins, type LoadedPlugins } from './load-plugins.js';
import { pluginOptions } from './plugin-options.js';

/** What the settings say to a command of `phoihop`: the same plugins, data and day that the gateway would have. */
export interface CommandHost {
  /** Yours, or where the embedded one keeps its data. */
  readonly database:
    | { readonly ownerUrl: string; readonly servingUrl?: string }
    | { readonly dataFolder: string };
  readonly clock: Clock;
  /** Where `phoihop remind` hands its mails in. */
  readonly mail?: { readonly url: string; readonly from: string };
  /** The plugins of `PLUGINS`, or all that are installed. */
  loadPlugins(): Promise<LoadedPlugins>;
  optionsOf(plugins: readonly Plugin[]): Record<string, unknown>;
}

/**
 * Reads the settings for a command. package.json names this module under `phoihop.host`, so that the command line,
 * which lies below the gateway, works by the gateway's settings without knowing it.
 * @throws ConfigError as the gateway's own start does.
 */
export function commandHost(environment: Readonly<Record<string, string | undefined>>): CommandHost {
  const config = readConfig(environment);
  const { databaseUrl: ownerUrl, databaseServingUrl: servingUrl, dataFolder } = config;
  return {
    database: ownerUrl ? { ownerUrl, servingUrl } : { dataFolder },
    clock: businessClock(config.businessDate),
    mail: config.mail,
    loadPlugins: () => loadPlugins({ only: config.plugins }),
    optionsOf: (plugins) => pluginOptions(plugins, config),
  };
}

// All installed plugins, for what is generated from them and committed.
export { loadPlugins };

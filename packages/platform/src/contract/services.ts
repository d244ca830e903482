import type { Database } from '@phoihop/database';
import type { Clock } from './context.js';
import type { Plugin } from './plugin.js';

/** What a plugin's hooks and loaders get: things that outlive a request. */
export interface PluginServices {
  readonly database: Database;
  readonly clock: Clock;
  /** All composed plugins, in order: how core reads what each tells it. */
  readonly plugins: readonly Plugin[];
  /** This plugin's checked options. */
  readonly options: unknown;
  /** One line of structured log; no personal data. */
  readonly log: (message: string, facts?: Record<string, unknown>) => void;
}

import type { Plugin } from '../contract/plugin.js';

/** Every permission that some plugin declares. */
export const declaredPermissions = (plugins: readonly Plugin[]): ReadonlySet<string> =>
  new Set(plugins.flatMap(({ access }) => Object.keys(access?.permissions ?? {})));

import type { Plugin } from '@phoihop/platform';
import type { Config } from './config.js';

/** What every plugin is told of the settings: whether the demonstration is wanted. Core is told more, by the gateway. */
export function pluginOptions(
  plugins: readonly Plugin[],
  { demo }: Pick<Config, 'demo'>,
): Record<string, { readonly demo: boolean }> {
  return Object.fromEntries(plugins.map(({ id }) => [id, { demo }]));
}

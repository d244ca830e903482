import { setTimeout as sleep } from 'node:timers/promises';
import type { Plugin } from '@phoihop/platform';
import { ConfigError } from './config.js';
import type { CorePort } from './core-port.js';
import { installedPlugins } from './plugins.js';

export interface LoadOptions {
  /** Narrows the list; core is loaded in any case. */
  readonly only?: readonly string[];
  readonly installed?: readonly string[];
  /** How long one plugin may take to load. */
  readonly milliseconds?: number;
  /** Imports a module; tests bring their own. */
  readonly load?: (specifier: string) => Promise<unknown>;
}

export interface LoadedPlugins {
  readonly core: CorePort;
  /** Core first. */
  readonly plugins: readonly Plugin[];
  /** Why which plugin was left out. */
  readonly leftOut: ReadonlyMap<string, string>;
}

/**
 * Loads core and the installed plugins. One that throws, hangs, or is not what its name says is left out with those
 * that require it, so that a mistake in one program takes no other down.
 * @throws Error where core cannot be loaded; ConfigError where `only` names a plugin that is not installed.
 */
export async function loadPlugins(options: LoadOptions = {}): Promise<LoadedPlugins> {
  const {
    only,
    installed = installedPlugins,
    milliseconds = 10_000,
    load = (specifier: string) => import(specifier),
  } = options;
  refuseUnknown(only, installed);
  const ids = installed.filter((id) => !only || only.includes(id));
  const core = (await inTime(load('@phoihop/core'), milliseconds)) as CorePort;
  if (core.default?.id !== 'core')
    throw new Error('@phoihop/core has no default export that is the core plugin.');

  const leftOut = new Map<string, string>();
  const loadOne = async (id: string): Promise<Plugin | undefined> => {
    try {
      const { default: plugin } = (await inTime(load(`@phoihop/${id}`), milliseconds)) as {
        default?: Plugin;
      };
      if (plugin?.id === id) return plugin;
      leftOut.set(id, whatItIsInstead(id, plugin));
    } catch (error) {
      leftOut.set(id, error instanceof Error ? error.message : String(error));
    }
    return undefined;
  };
  const loaded = (await Promise.all(ids.map(loadOne))).filter((plugin) => plugin !== undefined);
  return { core, plugins: [core.default, ...withoutBereft(loaded, leftOut)], leftOut };
}

function whatItIsInstead(id: string, exported: unknown): string {
  const own = (exported as Partial<Plugin> | undefined)?.id;
  return typeof own === 'string'
    ? `the plugin of @phoihop/${id} calls itself ${own}: its id, its package and its folder must have one name`
    : `@phoihop/${id} has no default export that is a plugin made with definePlugin`;
}

/** Leaves out what requires a plugin that was left out, and what requires that, and so on. */
function withoutBereft(loaded: readonly Plugin[], leftOut: Map<string, string>): Plugin[] {
  const standing = [...loaded];
  for (;;) {
    const bereft = standing.findIndex(({ requires = {} }) =>
      Object.keys(requires).some((id) => leftOut.has(id)),
    );
    if (bereft < 0) return standing;
    const [plugin] = standing.splice(bereft, 1);
    const missing = Object.keys(plugin!.requires ?? {}).find((id) => leftOut.has(id));
    leftOut.set(plugin!.id, `it requires ${missing}`);
  }
}

async function inTime(loading: Promise<unknown>, milliseconds: number): Promise<unknown> {
  const timer = new AbortController();
  const late = sleep(milliseconds, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`it did not finish loading within ${milliseconds / 1000} s`);
  });
  late.catch(() => {}); // the loser of the race
  try {
    return await Promise.race([loading, late]);
  } finally {
    timer.abort();
  }
}

function refuseUnknown(only: readonly string[] | undefined, installed: readonly string[]): void {
  const unknown = (only ?? []).filter((id) => id !== 'core' && !installed.includes(id));
  if (unknown.length === 0) return;
  throw new ConfigError([
    `PLUGINS names what is not installed: ${unknown.join(', ')}. Installed are: ${installed.join(', ')}.`,
  ]);
}

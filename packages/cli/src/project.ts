import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from '@phoihop/platform';
import type { Host } from './host.js';

/** The project the command runs in: where it is, which plugins it has, and what its settings say. */
export interface Project {
  readonly root: string;
  /** Module that `phoihop start` runs. */
  readonly main: string;
  /** Every plugin that is installed, whatever the settings ask for. */
  loadPlugins(): Promise<readonly Plugin[]>;
  /** What the settings say. @throws CommandError with every setting that is wrong. */
  host(): Promise<Host>;
}

/** What the module that package.json names as the host exports; loaded when needed, since it lies above this package. */
interface HostModule {
  loadPlugins(): Promise<Loaded>;
  commandHost(environment: NodeJS.ProcessEnv): Omit<Host, 'loadPlugins'> & { loadPlugins(): Promise<Loaded> };
}

interface Loaded {
  readonly plugins: readonly Plugin[];
  readonly leftOut: ReadonlyMap<string, string>;
}

/** Settings of the command line in package.json: paths of built modules. */
interface ProjectFile {
  readonly host: string;
  readonly main: string;
}

/** A mistake of whoever typed the command: told in one line, without a stack. */
export class CommandError extends Error {}

/**
 * Finds the project: the nearest folder upward whose package.json has a `phoihop` key
 * (`{ "host": "path/to/host.js", "main": "path/to/main.js" }`).
 * @throws CommandError where there is none.
 */
export async function findProject(from = process.cwd()): Promise<Project> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const settings = await readSettings(folder);
    if (settings) {
      return projectIn(folder, settings);
    }
    if (folder === dirname(folder)) {
      throw new CommandError(
        'No project here: no package.json in this folder or above it has a "phoihop" key.',
      );
    }
  }
}

function projectIn(root: string, { host, main }: ProjectFile): Project {
  const hostModule = (): Promise<HostModule> => load(join(root, host));
  return {
    root,
    main: join(root, main),
    loadPlugins: async () => allOf(await (await hostModule()).loadPlugins()),
    host: async () => {
      const { commandHost } = await hostModule();
      const read = await settled(async () => commandHost(process.env));
      return { ...read, loadPlugins: () => settled(async () => allOf(await read.loadPlugins())) };
    },
  };
}

async function readSettings(folder: string): Promise<ProjectFile | undefined> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as { phoihop?: ProjectFile }).phoihop;
}

async function load(path: string): Promise<HostModule> {
  return (await import(pathToFileURL(path).href).catch((error: unknown) => {
    const missing = (error as { code?: string }).code === 'ERR_MODULE_NOT_FOUND';
    throw missing
      ? new CommandError(
          `The project is not built (${path} or what it imports is missing): run npm run build.`,
        )
      : error;
  })) as HostModule;
}

/** A gateway serves without a plugin that is broken; a command does not half-do its work. */
function allOf({ plugins, leftOut }: Loaded): readonly Plugin[] {
  if (leftOut.size === 0) return plugins;
  throw new CommandError(
    `Plugins that cannot be loaded: ${[...leftOut].map(([id, reason]) => `${id} (${reason})`).join('; ')}`,
  );
}

/** What is wrong with the settings is told in the gateway's own words. */
async function settled<T>(read: () => Promise<T>): Promise<T> {
  return read().catch((error: unknown) => {
    throw error instanceof Error && error.name === 'ConfigError' ? new CommandError(error.message) : error;
  });
}

import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from '@phoihop/platform';

/** The project the command runs in: where it is, and which plugins its gateway lists. */
export interface Project {
  readonly root: string;
  /** Module that `phoihop start` runs. */
  readonly main: string;
  loadPlugins(): Promise<readonly Plugin[]>;
}

/** A mistake of whoever typed the command: told in one line, without a stack. */
export class CommandError extends Error {}

/**
 * Finds the project: the nearest folder upward whose package.json has a `phoihop` key
 * (`{ "plugins": "path/to/list.js", "main": "path/to/main.js" }`).
 * @throws CommandError where there is none, or where the list has not been built.
 */
export async function findProject(from = process.cwd()): Promise<Project> {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const settings = await readSettings(folder);
    if (settings) {
      return {
        root: folder,
        main: join(folder, settings.main),
        loadPlugins: () => loadList(join(folder, settings.plugins)),
      };
    }
    if (folder === dirname(folder)) {
      throw new CommandError(
        'No project here: no package.json in this folder or above it has a "phoihop" key.',
      );
    }
  }
}

async function readSettings(folder: string): Promise<{ plugins: string; main: string } | undefined> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined);
  return text === undefined
    ? undefined
    : (JSON.parse(text) as { phoihop?: { plugins: string; main: string } }).phoihop;
}

async function loadList(path: string): Promise<readonly Plugin[]> {
  const module = (await import(pathToFileURL(path).href).catch((error: unknown) => {
    const missing = (error as { code?: string }).code === 'ERR_MODULE_NOT_FOUND';
    throw missing
      ? new CommandError(
          `The project is not built (${path} or what it imports is missing): run npm run build.`,
        )
      : error;
  })) as { loadPlugins(): Promise<{ plugins: readonly Plugin[]; leftOut: ReadonlyMap<string, string> }> };
  const { plugins, leftOut } = await module.loadPlugins();
  if (leftOut.size > 0) {
    throw new CommandError(
      `Plugins that cannot be loaded: ${[...leftOut].map(([id, reason]) => `${id} (${reason})`).join('; ')}`,
    );
  }
  return plugins;
}

import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse, validate } from 'graphql';
import {
  accessMatrix,
  compose,
  errorReference,
  pluginSdl,
  unifiedSdl,
  type Composition,
} from '@phoihop/platform/engine';
import { CommandError, type Project } from '../project.js';

/** Every generated file by its path in the project. */
export function generatedFiles(composition: Composition): Map<string, string> {
  const files = new Map([
    ['schema/schema.graphql', unifiedSdl(composition.schema)],
    ['schema/access.md', accessMatrix(composition.plugins, composition.rules)],
    ['docs/reference/errors.md', errorReference(composition.plugins)],
  ]);
  for (const plugin of composition.plugins) {
    const sdl = pluginSdl(composition, plugin.id);
    if (sdl) files.set(`schema/plugins/${plugin.id}.graphql`, sdl);
  }
  return files;
}

/**
 * Writes what is generated from all installed plugins, whatever PLUGINS says, since it is committed for all (the unified
 * schema, each plugin's part, the access matrix, the error codes), or with `check` only compares; and validates the committed operations.
 * @throws CommandError naming the files that are not current and the operations that are not valid.
 */
export async function schemaCommand(
  project: Pick<Project, 'root' | 'loadPlugins'>,
  options: { check?: boolean },
): Promise<string> {
  const composition = compose(await project.loadPlugins());
  const files = generatedFiles(composition);
  const stale = await staleFiles(project.root, files);
  const broken = await invalidOperations(project.root, composition);
  if (broken.length > 0)
    throw new CommandError(`Operations that are not valid against the schema:\n${broken.join('\n')}`);
  if (options.check) {
    if (stale.length > 0) {
      throw new CommandError(
        `Not current: ${stale.join(', ')}. Run phoihop schema, read the difference and commit it.`,
      );
    }
    return `${files.size} generated files are current`;
  }
  for (const path of stale) await writeGenerated(project.root, path, files.get(path));
  return stale.length > 0 ? `written: ${stale.join(', ')}` : `${files.size} generated files were current`;
}

async function staleFiles(root: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, content] of files) {
    const found = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (found !== content) stale.push(path);
  }
  const kept = await readdir(join(root, 'schema/plugins')).catch(() => []);
  return [...stale, ...kept.map((name) => `schema/plugins/${name}`).filter((path) => !files.has(path))];
}

/** A file that nothing generates any more is removed. */
async function writeGenerated(root: string, path: string, content: string | undefined): Promise<void> {
  const target = join(root, path);
  if (content === undefined) return rm(target);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

async function invalidOperations(root: string, { schema }: Composition): Promise<string[]> {
  const folder = join(root, 'schema/operations');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.graphql')).sort();
  const problems: string[] = [];
  for (const name of names) {
    const errors = validate(schema, parse(await readFile(join(folder, name), 'utf8')));
    problems.push(...errors.map((error) => `  ${name}: ${error.message}`));
  }
  return problems;
}

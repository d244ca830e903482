// Puts the libraries that every test file loads into one file each. Jest loads all modules anew for each test file, a
// thousand of them, most of other people's: of that, resolving, reading and linking small files is the greater part.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Libraries that are imported, by the name of their file. */
const imported = {
  'decimal.js': 'decimal.js',
  'fast-check': 'fast-check',
  kysely: 'kysely',
  'mikro-orm-core': '@mikro-orm/core',
  'mikro-orm-decorators': '@mikro-orm/decorators/legacy',
  'mikro-orm-postgresql': '@mikro-orm/postgresql',
  'type-graphql': 'type-graphql',
  zod: 'zod',
};

/** What other libraries require, too, and must have the same copy of. */
const required = { graphql: 'graphql' };

/**
 * Bundles them, once for each set of versions.
 * @returns for Jest’s moduleNameMapper
 */
export async function bundleLibraries(root) {
  const folder = join(root, 'node_modules', '.cache', 'phoihop-tests', await fingerprint(root));
  if (!(await stat(folder).catch(() => undefined))) await bundle(folder, root);
  const files = { ...filesOf(imported, 'mjs'), ...filesOf(required, 'cjs') };
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [`^${name}$`, join(folder, file)]));
}

const filesOf = (libraries, extension) =>
  Object.fromEntries(Object.entries(libraries).map(([file, name]) => [name, `${file}.${extension}`]));

/** All versions that are installed, and this file. */
async function fingerprint(root) {
  const hash = createHash('sha256').update(await readFile(import.meta.filename));
  hash.update(await readFile(join(root, 'package-lock.json')));
  return hash.digest('hex').slice(0, 16);
}

async function bundle(folder, root) {
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const common = {
    absWorkingDir: join(root, 'packages/testing'),
    outdir: unfinished,
    bundle: true,
    platform: 'node',
    target: 'node24',
    keepNames: true,
    logLevel: 'warning',
  };
  await build({
    ...common,
    entryPoints: imported,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    splitting: true, // what two of them use is there once
    external: [...Object.values(required), 'pg', 'pg-*', 'reflect-metadata'],
    banner: {
      js: `import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);`,
    },
  });
  await build({
    ...common,
    entryPoints: required,
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    // As in production, graphql does not look at whatever is no instance of a class to see whether a second copy of
    // graphql made it: here there is this one, and looking was a tenth of what tests cost.
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  // Another run may have been first.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true }));
}

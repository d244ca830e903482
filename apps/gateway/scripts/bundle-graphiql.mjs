// Bundles GraphiQL from its npm package into dist/graphiql/, so that the page works without a network and under a
// strict content security policy. Skipped when nothing it is made of has changed.
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const here = join(import.meta.dirname, '..');
const source = join(here, 'graphiql');
const target = join(here, 'dist', 'graphiql');
const stamp = join(target, '.made-of');
const require = createRequire(import.meta.url);

const madeOf = await fingerprint();
if ((await readFile(stamp, 'utf8').catch(() => '')) === madeOf) {
  console.log('GraphiQL is up to date.');
} else {
  await bundle();
  await writeFile(stamp, madeOf);
}

/** What the bundle depends on: this script, the page's sources, and the versions of what it imports. */
async function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [
    import.meta.filename,
    ...(await readdir(source)).sort().map((name) => join(source, name)),
  ]) {
    hash.update(file.slice(here.length)).update(await readFile(file));
  }
  for (const name of [
    'graphiql',
    '@graphiql/react',
    'monaco-editor',
    'monaco-graphql',
    'graphql',
    'react',
    'react-dom',
    'esbuild',
  ]) {
    hash.update(`${name} ${(await manifestOf(name)).version}\n`);
  }
  return hash.digest('hex');
}

/** Some packages do not export their package.json, so it is looked for where Node would look. */
async function manifestOf(name) {
  for (const folder of require.resolve.paths(name)) {
    const text = await readFile(join(folder, name, 'package.json'), 'utf8').catch(() => undefined);
    if (text) return JSON.parse(text);
  }
  throw new Error(`${name} is not installed. Run: npm install`);
}

async function bundle() {
  const began = performance.now();
  const { build } = await import('esbuild');
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const common = {
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2022',
    outdir: target,
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
    legalComments: 'linked',
  };
  await Promise.all([
    build({
      ...common,
      entryPoints: { page: join(source, 'page.jsx') },
      jsx: 'automatic',
      splitting: true,
      chunkNames: 'chunks/[hash]',
      loader: { '.ttf': 'file' },
      assetNames: '[name]-[hash]',
    }),
    build({
      ...common,
      entryPoints: {
        'editor.worker': require.resolve('monaco-editor/esm/vs/editor/editor.worker.js'),
        'json.worker': require.resolve('monaco-editor/esm/vs/language/json/json.worker.js'),
        'graphql.worker': require.resolve('monaco-graphql/esm/graphql.worker.js'),
      },
    }),
    cp(join(source, 'index.html'), join(target, 'index.html')),
  ]);
  console.log(`GraphiQL bundled in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

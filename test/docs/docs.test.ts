import { existsSync, globSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import {
  buildSchema,
  getNullableType,
  isExecutableDefinitionNode,
  isListType,
  isObjectType,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { compositionProblemCodes, defaultLimits } from '@phoihop/platform/engine';
import { anchorsOf, pages, read, root } from './pages.js';

const schemaPath = 'schema/schema.graphql';
const schema = existsSync(join(root, schemaPath)) ? buildSchema(read(schemaPath)) : undefined;

test('links inside the project lead to a file, and to a heading of it', () => {
  const broken = pages.flatMap(({ path, prose }) =>
    [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target!)
      .filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(path, target))
      .map((target) => `${path}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('the list of pages has every decision', () => {
  const list = read('docs/README.md');
  const decisions = globSync('docs/decisions/*.md', { cwd: root });
  expect(decisions.length).toBeGreaterThan(5);
  expect(decisions.filter((path) => !list.includes(`](${path.replace('docs/', '')})`))).toEqual([]);
});

function leadsSomewhere(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : normalize(join(dirname(from), file));
  if (!existsSync(join(root, path))) return false;
  return anchor === undefined || anchorsOf(read(path)).has(anchor);
}

test('every GraphQL operation in the pages and examples is valid against the schema', () => {
  const blocks = pages.flatMap((page) => page.blocks.filter(({ language }) => language === 'graphql'));
  const files = globSync('examples/**/*.graphql', { cwd: root }).map((place) => ({
    place,
    code: read(place),
  }));
  expect(blocks.length).toBeGreaterThan(5);
  expect(
    [...blocks, ...files].flatMap(({ place, code }) =>
      mistakesOf(code).map((mistake) => `${place}: ${mistake}`),
    ),
  ).toEqual([]);
});

function mistakesOf(code: string): string[] {
  try {
    const document = parse(code);
    if (!schema || !document.definitions.every(isExecutableDefinitionNode)) return [];
    return validate(schema, document, specifiedRules).map(({ message }) => message);
  } catch (error) {
    return [(error as Error).message];
  }
}

test('every npm script and phoihop command that a page names exists', () => {
  const commands = new Set(
    [...read('packages/cli/src/index.ts').matchAll(/\.command\('([a-z]+)/g)].map(([, name]) => name!),
  );
  const missing = pages.flatMap(({ path, text }) => {
    const known = scriptsFor(path);
    const scripts = [...text.matchAll(/\bnpm run (?:--silent )?([a-z:]+)/g)].map(([, name]) => name!);
    const used = [...text.matchAll(/\bnpm run phoihop -- ([a-z]+)(?: ([a-z]+))?/g)];
    return [
      ...scripts.filter((name) => !known.has(name)).map((name) => `${path}: npm run ${name}`),
      ...used
        .filter(([, name, sub]) => !commands.has(name!) || (name === 'migrate' && !commands.has(sub ?? '')))
        .map(([command]) => `${path}: ${command}`),
    ];
  });
  expect(missing).toEqual([]);
});

/** The scripts of the project, and of a package.json beside the page. */
function scriptsFor(path: string): Set<string> {
  const beside = join(dirname(path), 'package.json');
  const found = ['package.json', beside].filter((file) => existsSync(join(root, file)));
  return new Set(
    found.flatMap((file) => Object.keys((JSON.parse(read(file)) as { scripts?: object }).scripts ?? {})),
  );
}

test('the manifest’s page explains every composition problem, and none that is gone', () => {
  const page = read('docs/reference/plugin-manifest.md');
  const table = page.slice(page.indexOf('## Composition problems'));
  const explained = [...table.matchAll(/^\| `([A-Z_]+)` \| .+ \|$/gm)].map(([, code]) => code!);
  expect(explained.sort()).toEqual([...compositionProblemCodes].sort());
  const mentioned = [...page.matchAll(/`([A-Z]+_[A-Z_]+)`/g)].map(([, code]) => code!);
  const others = ['PLUGIN_UNAVAILABLE'];
  expect(
    mentioned.filter(
      (code) => !(compositionProblemCodes as readonly string[]).includes(code) && !others.includes(code),
    ),
  ).toEqual([]);
});

test('the manners of the API give every limit as it is', () => {
  const page = read('docs/reference/api-manners.md');
  const limits = page.slice(page.indexOf('## Limits'), page.indexOf('## Deprecation'));
  const given = new Set([...limits.matchAll(/\| ([\d,]+) \|$/gm)].map(([, number]) => number!));
  const missing = Object.entries(defaultLimits).filter(([, limit]) => !given.has(limit.toLocaleString('en')));
  expect(missing).toEqual([]);
});

test('the manifest’s page has every key of the manifest', () => {
  const source = read('packages/platform/src/contract/plugin.ts');
  const manifest = source.slice(
    source.indexOf('interface PluginManifest'),
    source.indexOf('/** A manifest that has passed'),
  );
  const keys = [...manifest.matchAll(/^ {2,4}([a-zA-Z]+)\??:/gm)].map(([, key]) => key!);
  const page = read('docs/reference/plugin-manifest.md');
  expect(keys).toContain('audited');
  expect(
    keys.filter(
      (key) =>
        !page.includes(`\`${key}`) &&
        !page.includes(`## \`${key}\``) &&
        !page.includes(`translations.${key}`),
    ),
  ).toEqual([]);
});

test('code that a page shows from a file is in that file', () => {
  const shown = pages
    .flatMap((page) => page.blocks)
    .flatMap((block) => (block.source ? [{ ...block, path: block.source }] : []));
  expect(shown.length).toBeGreaterThan(10);
  const different = shown.flatMap(({ place, path, code }) =>
    code
      .split(/^ *\/\/ …$/m)
      .map((piece) => piece.replace(/^\n|\n$/g, ''))
      .filter((piece) => !read(path).includes(piece))
      .map((piece) => `${place} is not in ${path}: ${piece.slice(0, 80)}`),
  );
  expect(different).toEqual([]);
});

test('a deprecation says what to use and until when', () => {
  const reasons = Object.values(schema?.getTypeMap() ?? {})
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()))
    .flatMap(({ deprecationReason }) => deprecationReason ?? []);
  expect(
    reasons.filter((reason) => !/^Use .+ instead\. Removed after \d{4}-\d{2}-\d{2}\.$/.test(reason)),
  ).toEqual([]);
});

test('the manners of the API name every list at the root that is no connection', () => {
  const manners = read('docs/reference/api-manners.md');
  const fields = Object.values(schema!.getQueryType()!.getFields()).filter(({ type, args }) => {
    const paged = args.some(({ name }) => name === 'first') && !String(type).endsWith('Connection');
    return paged || isListType(getNullableType(type));
  });
  expect(fields.length).toBeGreaterThan(3);
  expect(fields.map(({ name }) => name).filter((name) => !manners.includes(`\`${name}\``))).toEqual([]);
});

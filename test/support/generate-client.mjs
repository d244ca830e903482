/**
 * Writes what `graphql-codegen --config codegen.ts` writes for the typed client, with the generator itself and without
 * its command line, which brings 80 MB of packages and only reads the configuration.
 *
 * Usage: node generate-client.mjs <folder with codegen.ts, and src/ to read from and write to>
 */
import { globSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildASTSchema, parse, print } from 'graphql';

const folder = resolve(process.argv[2]);
const { default: configuration } = await import(pathToFileURL(join(folder, 'codegen.ts')).href);
const { schema: schemaPath, documents: pattern, importExtension, generates } = configuration;

const schema = parse(await readFile(join(folder, schemaPath), 'utf8'));
const documents = await Promise.all(
  globSync(pattern, { cwd: folder })
    .sort()
    .map(async (location) => {
      const document = parse(await readFile(join(folder, location), 'utf8'));
      return { location, document, rawSDL: print(document) };
    }),
);

for (const [baseOutputDir, output] of Object.entries(generates)) {
  if (output.preset !== 'client')
    throw new Error(`Only the preset client is known here, not ${output.preset}.`);
  const files = await preset.buildGeneratesSection({
    baseOutputDir,
    presetConfig: output.presetConfig,
    plugins: [],
    pluginMap: {},
    schema,
    schemaAst: buildASTSchema(schema),
    documents,
    config: { ...output.config, importExtension, emitLegacyCommonJSImports: true },
    documentTransforms: [],
  });
  for (const file of files) {
    const target = join(folder, file.filename);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, await codegen({ ...file, importExtension, emitLegacyCommonJSImports: true }));
  }
}

import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..');
const run = promisify(execFile);

/** A copy of examples/typed-client beside a copy of the schema, as somebody who copied the folder has it. */
export interface ClientCopy {
  readonly folder: string;
  /** Generates the types: `npm run codegen`. */
  generate(): Promise<void>;
  /** @returns what the compiler says; nothing where it is content. */
  compile(): Promise<string>;
  /** Runs the built program. */
  start(args: readonly string[], environment: Record<string, string>): Promise<ClientRun>;
  /** Writes one more source file. */
  write(path: string, content: string): Promise<void>;
  remove(): Promise<void>;
}

export interface ClientRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The packages of the project stand in for those that the copy would install: the same, at the same versions. */
export async function copyTypedClient(): Promise<ClientCopy> {
  const place = await mkdtemp(join(tmpdir(), 'phoihop-client-'));
  const folder = join(place, 'examples', 'typed-client');
  await cp(join(root, 'examples', 'typed-client'), folder, {
    recursive: true,
    filter: (path) => !/(?:node_modules|dist|gql)$/.test(path),
  });
  await mkdir(join(place, 'schema'));
  await cp(join(root, 'schema', 'schema.graphql'), join(place, 'schema', 'schema.graphql'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return {
    folder,
    generate: async () => {
      await run(process.execPath, [join(import.meta.dirname, 'generate-client.mjs'), folder]);
    },
    compile: async () => {
      const { exitCode, stdout, stderr } = await runToTheEnd([compiler], folder);
      return exitCode === 0 ? '' : stdout + stderr;
    },
    start: (args, environment) =>
      runToTheEnd([join(folder, 'dist', 'main.js'), ...args], folder, environment),
    write: (path, content) => writeFile(join(folder, path), content),
    remove: () => rm(place, { recursive: true }),
  };
}

async function runToTheEnd(
  args: readonly string[],
  cwd: string,
  environment: Record<string, string> = {},
): Promise<ClientRun> {
  const options = { cwd, env: { ...process.env, ...environment } };
  try {
    return { exitCode: 0, ...(await run(process.execPath, args, options)) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { exitCode: code, stdout, stderr };
  }
}

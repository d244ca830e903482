import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { delimiter, join } from 'node:path';
import type { ContestantId } from '../contestants.ts';

/** Peers with packages of their own, that the project itself has no use for. */
const installed: readonly ContestantId[] = ['postgraphile', 'mercurius', 'yoga'];

/**
 * Installs what the chosen peers need into their own folders, as their lock files say, and compiles the one in
 * TypeScript with the project's compiler. What is there already is left alone.
 */
export async function preparePeers(
  root: string,
  chosen: readonly ContestantId[],
  tell: (line: string) => void,
): Promise<void> {
  const folder = (id: ContestantId): string => join(root, 'test', 'bench', 'peers', id);
  for (const id of installed.filter((one) => chosen.includes(one))) {
    const lock = await readFile(join(folder(id), 'package-lock.json'));
    const fingerprint = createHash('sha256').update(lock).digest('hex');
    const marker = join(folder(id), 'node_modules', '.phoihop-install');
    if ((await readFile(marker, 'utf8').catch(() => '')) === fingerprint) continue;
    tell(`installing ${id}`);
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder(id), root);
    await writeFile(marker, fingerprint);
  }
  if (chosen.includes('idiomatic')) {
    const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    await run(process.execPath, [compiler, '-p', 'tsconfig.json'], folder('idiomatic'), root);
  }
}

/** Runs a program to its end. @throws Error with all it printed, where it fails */
function run(command: string, words: string[], cwd: string, root: string): Promise<void> {
  // The machine's own npm, not one in our node_modules.
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((one) => !one.startsWith(join(root, 'node_modules')));
  const shell = process.platform === 'win32';
  const env = { ...process.env, PATH: path.join(delimiter) };
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (said += String(text)));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ${words.join(' ')} failed in ${cwd}:\n${said}`)),
    );
  });
}

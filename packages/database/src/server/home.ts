import { execFile } from 'node:child_process';
import { constants, existsSync } from 'node:fs';
import { access, chmod, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { mayEnter, startedAsRoot, unprivilegedAccount, type Account } from './account.js';
import { findAside, makeAside } from './aside.js';
import { clusterIn, type Cluster } from './cluster.js';
import { EmbeddedServerError } from './errors.js';
import { stopLeftover } from './leftover.js';

/** Where a data folder's cluster really lives, and who runs it. */
export interface Home {
  readonly folder: string;
  /** Undefined where PostgreSQL runs as the very user that started us. */
  readonly account: Account | undefined;
}

type Progress = (message: string) => void;

/**
 * Makes the data folder where it is missing.
 * @returns its real path, by which locks and homes are named
 * @throws EmbeddedServerError DATA_FOLDER_NOT_OURS where we may not write in it, or its cluster is another user's
 */
export async function openDataFolder(dataFolder: string): Promise<string> {
  try {
    const made = await mkdir(dataFolder, { recursive: true });
    // As root, a strict umask would close a new folder to the account that runs PostgreSQL. What is in it closes itself.
    if (made && startedAsRoot()) await chmod(dataFolder, 0o711);
    await access(dataFolder, constants.W_OK);
  } catch (cause) {
    throw new EmbeddedServerError(
      'DATA_FOLDER_NOT_OURS',
      `The data folder ${dataFolder} cannot be made or opened: ${(cause as Error).message}. ` +
        'Choose a folder that this user may write in.',
      { cause },
    );
  }
  const folder = await realpath(dataFolder);
  if (!startedAsRoot()) await refuseForeign(clusterIn(folder));
  return folder;
}

/**
 * Finds the cluster's home. An ordinary user's is the data folder itself. Started as root, PostgreSQL runs as an
 * unprivileged account; if that cannot enter the data folder (a project under /root), the home is a folder aside
 * which it can. A cluster once made stays the one that is used, also after its folder was opened, closed or moved.
 */
export async function findHome(dataFolder: string, onProgress: Progress): Promise<Home> {
  if (!startedAsRoot()) return { folder: dataFolder, account: undefined };

  const here = clusterIn(dataFolder);
  const owner = await accountOf(here);
  const account = owner ?? (await unprivilegedAccount());
  const reachable = await mayEnter(account, dataFolder);
  if (owner && reachable) return { folder: dataFolder, account };

  const existing = owner
    ? undefined
    : ((await asideOf(dataFolder, onProgress)) ?? (await followMovedProject(dataFolder, account)));
  if (!existing && reachable) return { folder: dataFolder, account };

  const aside = existing ?? (await makeAside(dataFolder, account));
  if (owner) {
    await stopLeftover(here.data, onProgress);
    await moveFolder(here.folder, clusterIn(aside).folder);
  }
  await writeNote(dataFolder, aside);
  onProgress(
    `The data of ${dataFolder} is kept in ${aside}, where the account that runs PostgreSQL can enter`,
  );
  return { folder: aside, account: (await accountOf(clusterIn(aside))) ?? account };
}

/** Who runs an existing cluster: its owner. PostgreSQL accepts no other, and never root (after a chown -R by root). */
async function accountOf({ data }: Cluster): Promise<Account | undefined> {
  const stats = await stat(data).catch(() => undefined);
  if (!stats) return undefined;
  if (stats.uid !== 0) return { uid: stats.uid, gid: stats.gid };
  const account = await unprivilegedAccount();
  await promisify(execFile)('chown', ['-R', `${account.uid}:${account.gid}`, data]);
  return account;
}

const noteFile = (dataFolder: string) => join(dataFolder, 'data-is-elsewhere.json');

async function writeNote(dataFolder: string, aside: string): Promise<void> {
  const note =
    'The account that runs PostgreSQL cannot enter this folder, so the database is in the folder named here.';
  await writeFile(
    noteFile(dataFolder),
    `${JSON.stringify({ note, folder: aside, of: dataFolder }, null, 2)}\n`,
  );
}

/**
 * The folder aside of a data folder, where the data folder still says so. One that was deleted, to begin anew, does not:
 * its database is put away under another name, so that it neither comes back nor is lost.
 */
async function asideOf(dataFolder: string, onProgress: Progress): Promise<string | undefined> {
  const aside = await findAside(dataFolder);
  if (!aside || existsSync(noteFile(dataFolder))) return aside;
  await stopLeftover(clusterIn(aside).data, onProgress);
  const away = `${aside}-of-a-deleted-folder-${Date.now()}`;
  await rename(aside, away);
  onProgress(`The data folder was deleted; what its database held lies in ${away}, to be deleted as well`);
  return undefined;
}

/**
 * A folder aside is named after the data folder's path. When the project was moved, the folder aside follows; when
 * it was copied, the copy begins a cluster of its own.
 */
async function followMovedProject(dataFolder: string, account: Account): Promise<string | undefined> {
  const text = await readFile(noteFile(dataFolder), 'utf8').catch(() => undefined);
  if (!text) return undefined;
  const note = JSON.parse(text) as { folder: string; of: string };
  if (note.of === dataFolder || existsSync(note.of) || !existsSync(note.folder)) return undefined;
  await stopLeftover(clusterIn(note.folder).data, () => undefined);
  const aside = await makeAside(dataFolder, account);
  await moveFolder(clusterIn(note.folder).folder, clusterIn(aside).folder);
  return aside;
}

/** Keeps owners and modes; a rename where source and target are on one disk. */
async function moveFolder(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    const unfinished = `${to}.new`;
    await rm(unfinished, { recursive: true, force: true });
    await promisify(execFile)('/bin/cp', ['-a', from, unfinished]);
    await rename(unfinished, to);
    await rm(from, { recursive: true, force: true });
  }
}

/** As an ordinary user: PostgreSQL refuses a cluster that is another's, and would not say why it is. */
async function refuseForeign({ data, folder }: Cluster): Promise<void> {
  const owner = (await stat(data).catch(() => undefined))?.uid;
  const me = process.getuid?.();
  if (owner === undefined || owner === me) return;
  throw new EmbeddedServerError(
    'DATA_FOLDER_NOT_OURS',
    `The cluster in ${folder} belongs to the user with id ${owner}, not to you (${me}); it was probably made by a ` +
      `start as root. Start the same way again, or have root give it to you: chown -R ${me} ${dirname(folder)}`,
  );
}

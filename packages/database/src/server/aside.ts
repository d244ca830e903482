import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayEnter, type Account } from './account.js';
import { EmbeddedServerError } from './errors.js';

/** Where data and binaries go when their own folder is closed to the account. First where a restart keeps them. */
const sharedFolders = () => ['/var/lib/phoi-hop', join(tmpdir(), 'phoi-hop'), '/tmp/phoi-hop'];

/** The shared folder, made if need be, that root writes and the account can enter. */
export async function sharedFolder(account: Account): Promise<string> {
  for (const folder of sharedFolders()) {
    if ((await openToAll(folder)) && (await mayEnter(account, folder))) return folder;
  }
  throw new EmbeddedServerError(
    'DATA_FOLDER_NOT_OURS',
    `This folder is closed to the account that runs PostgreSQL, and so are ${sharedFolders().join(', ')}. ` +
      'Let others enter it (chmod o+x, on the folders above it too), or start as an ordinary user.',
  );
}

/** The folder aside of one data folder where it exists. It is named after the path, so that it is found again. */
export async function findAside(dataFolder: string): Promise<string | undefined> {
  for (const folder of sharedFolders()) {
    const aside = join(folder, asideName(dataFolder));
    if (await stat(aside).catch(() => undefined)) return aside;
  }
  return undefined;
}

export async function makeAside(dataFolder: string, account: Account): Promise<string> {
  const aside = join(await sharedFolder(account), asideName(dataFolder));
  await openToAll(aside);
  return aside;
}

function asideName(dataFolder: string): string {
  return `data-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 16)}`;
}

/**
 * Makes a folder that all may enter and only root writes, whatever the umask.
 * @returns false where that cannot be had: a read-only disk, or (under /tmp) a folder somebody else made first
 */
async function openToAll(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    if ((await lstat(folder)).uid !== 0) return false;
    await chmod(folder, 0o755);
    return true;
  } catch {
    return false;
  }
}

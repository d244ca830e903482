import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createRolesAndDatabase,
  initializeData,
  writeThrough,
  type InitializeOptions,
} from './initialize.js';

/** The folder of a cluster and what is in it. */
export interface Cluster {
  readonly folder: string;
  /** PostgreSQL's own files (its PGDATA). */
  readonly data: string;
  readonly passwords: string;
  readonly log: string;
}

export interface Passwords {
  readonly phoihop_owner: string;
  readonly phoihop_serving: string;
}

export interface ClusterOptions extends InitializeOptions {
  readonly home: string;
}

export function clusterIn(home: string): Cluster {
  return clusterAt(join(home, 'postgres'));
}

function clusterAt(folder: string): Cluster {
  return {
    folder,
    data: join(folder, 'data'),
    passwords: join(folder, 'passwords.json'),
    log: join(folder, 'server.log'),
  };
}

export async function readPasswords(cluster: Cluster): Promise<Passwords> {
  return JSON.parse(await readFile(cluster.passwords, 'utf8')) as Passwords;
}

/**
 * The cluster of a home, made on the first start: roles, passwords and the database included, in a folder of
 * another name that is renamed when all is done. So a start that is killed leaves either nothing or the whole, and
 * the next one begins again.
 *
 * @throws EmbeddedServerError INITIALIZATION_FAILED with what initdb or PostgreSQL said
 */
export async function openCluster(options: ClusterOptions): Promise<Cluster> {
  const cluster = clusterIn(options.home);
  await removeUnfinished(options.home);
  if (await stat(cluster.data).catch(() => undefined)) return cluster;

  options.onProgress('Creating the database (first start)');
  const unfinished = clusterAt(await mkdtemp(join(options.home, unfinishedPrefix)));
  try {
    await chmod(unfinished.folder, options.account ? 0o755 : 0o700);
    await initializeData(unfinished.data, options);
    const passwords: Passwords = { phoihop_owner: newPassword(), phoihop_serving: newPassword() };
    await createRolesAndDatabase(unfinished.data, passwords, options);
    await writeFile(unfinished.passwords, JSON.stringify(passwords, null, 2), { mode: 0o600, flush: true });
    if (options.durable) await writeThrough(unfinished.data, options);
    await rename(unfinished.folder, cluster.folder);
    if (options.durable) await syncFolder(options.home);
    return cluster;
  } catch (error) {
    await rm(unfinished.folder, { recursive: true, force: true });
    throw error;
  }
}

const unfinishedPrefix = 'postgres.new-';

/** What killed starts left. An initdb that outlived one may still write there; then the next start removes it. */
async function removeUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(unfinishedPrefix)) continue;
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 2 }).catch(() => undefined);
  }
}

/** 256 bits, of letters that need escaping neither in SQL nor in a URL. */
function newPassword(): string {
  return randomBytes(32).toString('base64url');
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

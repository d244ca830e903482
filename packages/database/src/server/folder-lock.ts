import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedServerError } from './errors.js';

export interface FolderLock {
  release(): Promise<void>;
}

/**
 * Makes this process the only one to serve from a data folder.
 *
 * The lock is one the kernel holds for us (Node has no flock; an exclusive SQLite transaction on an empty file is
 * one), so it ends with the process however that is killed. A file with a pid in it would have to be judged: is
 * that process alive, is it still the same one, and what if two judge at once? Here there is nothing to take over.
 * The pid is written beside it only to name the holder.
 *
 * @throws EmbeddedServerError DATA_FOLDER_IN_USE, naming the pid that holds it
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const holderFile = join(folder, 'in-use.json');
  const lock = new DatabaseSync(join(folder, 'in-use.lock'));
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE'); // nothing is written: no journal file
  } catch (error) {
    lock.close();
    if ((error as { errcode?: number }).errcode !== sqliteBusy) throw error;
    throw await inUse(folder, holderFile);
  }
  await writeFile(holderFile, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }));
  return {
    async release() {
      await rm(holderFile, { force: true });
      lock.close();
    },
  };
}

const sqliteBusy = 5;

async function inUse(folder: string, holderFile: string): Promise<EmbeddedServerError> {
  const holder = (await readHolder(holderFile)) ?? (await sleep(200).then(() => readHolder(holderFile)));
  const who = holder
    ? `process ${holder.pid} (since ${holder.since})`
    : 'another process, which is just starting';
  return new EmbeddedServerError(
    'DATA_FOLDER_IN_USE',
    `The data folder ${folder} is in use by ${who}. Two servers on one folder would destroy the data: ` +
      'stop that process first, or choose another data folder.',
  );
}

async function readHolder(file: string): Promise<{ pid: number; since: string } | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { pid: number; since: string };
  } catch {
    return undefined; // not written yet, or half written
  }
}

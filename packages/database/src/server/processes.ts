import { execFile } from 'node:child_process';
import { readdir, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The PostgreSQL processes at work on a cluster. Pids are reused, so a pid that is written down and alive says
 * nothing: what counts is the program and the folder it works in. A zombie (an orphan nobody waits for, as in a
 * container without an init) has neither, so it counts as gone.
 *
 * Linux shows all of them, a server's sessions included; elsewhere only `recorded` is looked at.
 */
export async function processesOn(data: string, recorded: number | undefined): Promise<number[]> {
  if (process.platform !== 'linux') return recorded && (await isServerOf(recorded, data)) ? [recorded] : [];
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const checked = await Promise.all(pids.map(async (pid) => ((await worksOn(pid, data)) ? [pid] : [])));
  return checked.flat();
}

async function worksOn(pid: number, data: string): Promise<boolean> {
  try {
    // PostgreSQL's processes go to their cluster's folder. After an upgrade the program reads 'postgres (deleted)'.
    if ((await readlink(`/proc/${pid}/cwd`)) !== data) return false;
    return basename(await readlink(`/proc/${pid}/exe`)).startsWith('postgres');
  } catch {
    return false; // ended, or another user's, and then not ours
  }
}

async function isServerOf(pid: number, data: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)('ps', ['-p', `${pid}`, '-o', 'command=']).catch(() => ({
    stdout: '',
  }));
  return stdout.includes('postgres') && stdout.includes(data);
}

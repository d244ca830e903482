import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedServerError } from './errors.js';
import { isAlive, processesOn } from './processes.js';

/**
 * Shuts down a PostgreSQL that outlived its killed parent. To adopt it instead would mean to trust its port and its
 * settings, and that it does not end on its own a moment later. A server that was itself killed may leave sessions
 * busy with a long query; they are ended too, or the next server could not start beside them.
 *
 * Call it holding the folder's lock: then whatever still works on this data has no parent.
 *
 * @returns the pid in postmaster.pid when it is now another program's, which PostgreSQL could not tell from its own
 * @throws EmbeddedServerError SERVER_STOP_FAILED
 */
export async function stopLeftover(
  data: string,
  onProgress: (message: string) => void,
): Promise<number | undefined> {
  const recorded = await recordedPid(data);
  const left = await processesOn(data, recorded);
  if (left.length === 0) return recorded && isAlive(recorded) ? recorded : undefined;

  const server = left.find((pid) => pid === recorded);
  onProgress(
    `Shutting down the PostgreSQL that a killed start left behind (process ${server ?? left.join(', ')})`,
  );
  // Fast shutdown ends the sessions and writes everything out; asked of the server only, which sees to its sessions.
  if (server && (await end([server], 'SIGINT', 30, data))) return undefined;
  // At once: the next start recovers from the log.
  if (await end(await processesOn(data, recorded), 'SIGQUIT', 10, data)) return undefined;
  throw new EmbeddedServerError(
    'SERVER_STOP_FAILED',
    `A PostgreSQL left by a killed start still works on ${data} and does not end: process ` +
      `${(await processesOn(data, recorded)).join(', ')}. End it by hand, then start again.`,
  );
}

/** @returns whether, within the time, nothing works on the data any more */
async function end(
  pids: readonly number[],
  signal: NodeJS.Signals,
  seconds: number,
  data: string,
): Promise<boolean> {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch {
      // it ended just now
    }
  }
  for (const limit = Date.now() + seconds * 1000; Date.now() < limit; await sleep(20)) {
    if ((await processesOn(data, pids[0])).length === 0) return true;
  }
  return false;
}

/** The first line of postmaster.pid. */
async function recordedPid(data: string): Promise<number | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return pid > 0 ? pid : undefined;
}

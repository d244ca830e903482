import { spawn, type ChildProcess } from 'node:child_process';
import { open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Account } from './account.js';
import type { Cluster } from './cluster.js';
import { EmbeddedServerError } from './errors.js';
import { programEnvironment } from './run-program.js';

export interface LaunchOptions {
  readonly program: string;
  readonly cluster: Cluster;
  readonly account: Account | undefined;
  readonly port: number;
  readonly durable: boolean;
  /** A pid in postmaster.pid that is another program's: see `stopLeftover`. */
  readonly foreignPid: number | undefined;
}

export interface Postmaster {
  stop(): Promise<void>;
}

/**
 * Starts the server on an existing cluster and waits until it takes connections.
 *
 * @throws EmbeddedServerError PORT_IN_USE, or SERVER_START_FAILED with the end of the server's log
 */
export async function launch(options: LaunchOptions): Promise<Postmaster> {
  const { program, cluster, account } = options;
  const log = await openLog(cluster.log);
  const child = spawn(program, ['-D', cluster.data, ...settings(options)], {
    ...account,
    cwd: dirname(program),
    // The variable is how pg_ctl tells PostgreSQL of a pid that does not mean another server. The other half of its
    // check, for sessions of a dead server that still hold its shared memory, stays in force.
    env: {
      ...programEnvironment(),
      ...(options.foreignPid ? { PG_GRANDPARENT_PID: `${options.foreignPid}` } : {}),
    },
    // Its log goes to a file, not through us: it must go on when we are killed. It has a session of its own, so that
    // Ctrl-C in a terminal reaches us alone, and we end it when our own work is done.
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  await log.close();
  const ended = waitForEnd(child);
  await waitUntilReady(child, ended, options);

  // For exits that skip stop(): an uncaught error, process.exit(). A forgotten server does not keep Node alive.
  const endWithUs = () => child.kill('SIGINT');
  process.once('exit', endWithUs);
  child.unref();
  return {
    async stop() {
      process.off('exit', endWithUs);
      child.ref();
      child.kill('SIGINT'); // fast shutdown: ends the sessions, writes everything out
      const impatience = setTimeout(() => child.kill('SIGQUIT'), 60_000);
      await ended.finally(() => clearTimeout(impatience));
    },
  };
}

/** Given at each start rather than written into the cluster: the code is the one place that says them. */
function settings({ port, durable }: LaunchOptions): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 60,
    timezone: 'UTC',
    lc_messages: 'C',
    // The log lasts and is read by people: no statements and no row values in it, they may hold personal data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** A new log for each start, the last one kept beside it. */
async function openLog(path: string) {
  await rename(path, path.replace(/\.log$/, '.previous.log')).catch(() => undefined);
  return open(path, 'w', 0o600);
}

function waitForEnd(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ? `ended by ${signal}` : `ended with code ${code}`));
  });
}

/** The last line of postmaster.pid says so: what pg_ctl looks at too. No time limit short of which a recovery might take. */
async function waitUntilReady(
  child: ChildProcess,
  ended: Promise<string>,
  options: LaunchOptions,
): Promise<void> {
  let end: string | undefined;
  void ended.then((reason) => (end = reason));
  for (;;) {
    const lines = (
      await readFile(join(options.cluster.data, 'postmaster.pid'), 'utf8').catch(() => '')
    ).split('\n');
    if (end) throw startError(end, await readFile(options.cluster.log, 'utf8'), options);
    if (lines[0] === `${child.pid}` && lines[7]?.trim() === 'ready') return;
    await sleep(10);
  }
}

function startError(end: string, log: string, { port, cluster }: LaunchOptions): EmbeddedServerError {
  if (/could not bind .*Address already in use/.test(log)) {
    return new EmbeddedServerError(
      'PORT_IN_USE',
      `Port ${port} of 127.0.0.1 is taken by another program. Choose another port, or none to have a free one found.`,
    );
  }
  return new EmbeddedServerError(
    'SERVER_START_FAILED',
    `PostgreSQL did not start (${end}). The end of its log, ${cluster.log}:\n${log.trim().split('\n').slice(-15).join('\n')}`,
  );
}

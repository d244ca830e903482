import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries, type Binaries } from './binaries.js';
import { openCluster, readPasswords, type Cluster, type Passwords } from './cluster.js';
import { EmbeddedServerError } from './errors.js';
import { lockFolder } from './folder-lock.js';
import { findHome, openDataFolder, type Home } from './home.js';
import { stopLeftover } from './leftover.js';
import { launch, type Postmaster } from './postmaster.js';

export interface EmbeddedServerOptions {
  /** Made when missing. One server at a time. */
  dataFolder: string;
  /** A free one is found when not given. */
  port?: number;
  /** Default true. False gives up the data on a crash of the machine, for speed: for tests only. */
  durable?: boolean;
  /** One sentence for each thing that takes a while or that a person should know. */
  onProgress?: (message: string) => void;
}

export interface EmbeddedServer {
  /** Connects to database `phoihop` as `phoihop_owner`, who owns and migrates it. Holds a password. */
  readonly ownerUrl: string;
  /** Connects as `phoihop_serving`, who owns nothing and cannot bypass row security. Holds a password. */
  readonly servingUrl: string;
  readonly port: number;
  /** Where the data really is: the folder asked for, or one aside when that is closed to PostgreSQL's account. */
  readonly dataFolder: string;
  /** Ends all sessions, writes everything out, waits for the end, and gives the folder free. May be called twice. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL 18 on 127.0.0.1, its data in a local folder, created on the first start. It copes with
 * whatever a kill left: a half-made cluster, a lock, a server that lived on.
 *
 * @throws EmbeddedServerError with one of the codes in errors.ts
 * @example
 * const server = await startEmbeddedServer({ dataFolder: '.data' });
 * const database = await openDatabase({ ownerUrl: server.ownerUrl, servingUrl: server.servingUrl, entities });
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const { durable = true, onProgress = () => undefined } = options;
  const dataFolder = await openDataFolder(options.dataFolder);
  const lock = await lockFolder(dataFolder);
  try {
    const home = await findHome(dataFolder, onProgress);
    const binaries = await findBinaries(home.account, onProgress);
    const cluster = await openCluster({
      home: home.folder,
      account: home.account,
      binaries,
      durable,
      onProgress,
    });
    const { port, postmaster } = await launchPatiently({
      home,
      binaries,
      cluster,
      port: options.port,
      durable,
      onProgress,
    });

    let stopped: Promise<void> | undefined;
    const passwords = await readPasswords(cluster);
    return {
      ownerUrl: urlOf('phoihop_owner', passwords, port),
      servingUrl: urlOf('phoihop_serving', passwords, port),
      port,
      dataFolder: home.folder,
      stop: () => (stopped ??= postmaster.stop().finally(() => lock.release())),
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

interface PatientLaunch {
  home: Home;
  binaries: Binaries;
  cluster: Cluster;
  port: number | undefined;
  durable: boolean;
  onProgress: (message: string) => void;
}

/** Tries again after failures that pass: a server of a killed start still going down, or a free port just taken. */
async function launchPatiently(options: PatientLaunch): Promise<{ port: number; postmaster: Postmaster }> {
  const { home, binaries, cluster, durable, onProgress } = options;
  for (let attempt = 1; ; attempt++) {
    const foreignPid = await stopLeftover(cluster.data, onProgress);
    const port = options.port || (await freePort());
    try {
      const program = binaries.postgres;
      return {
        port,
        postmaster: await launch({ program, cluster, account: home.account, port, durable, foreignPid }),
      };
    } catch (error) {
      if (attempt === 6 || !mayPass(error as EmbeddedServerError, options.port)) throw error;
      await sleep(attempt * 500);
    }
  }
}

function mayPass({ code, message }: EmbeddedServerError, wantedPort: number | undefined): boolean {
  if (code === 'PORT_IN_USE') return !wantedPort;
  return /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(message);
}

/** A port that was free a moment ago. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function urlOf(role: keyof Passwords, passwords: Passwords, port: number): string {
  return `postgresql://${role}:${passwords[role]}@127.0.0.1:${port}/phoihop`;
}

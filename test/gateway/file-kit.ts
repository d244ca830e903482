import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as core from '@phoihop/core';
import {
  buildServer,
  localStore,
  localTokens,
  makeLog,
  memoryStore,
  readConfig,
  Spool,
  type BlobStore,
  type FileLimits,
} from '@phoihop/gateway';
import { createFullBed } from '../support/full-bed.js';
import { secret } from './kit.js';

/** A gateway over the whole product with its demonstration, and a folder for files. */
export interface FileGateway {
  readonly url: string;
  readonly bed: Awaited<ReturnType<typeof createFullBed>>;
  /** The header that somebody of the demonstration signs in with. */
  as(username: string): Promise<Record<string, string>>;
  /** Every file below the folder, by its name. */
  kept(): Promise<string[]>;
  readonly limits: FileLimits;
  /** What stands in for the store next, if anything. */
  use(store: BlobStore | undefined): void;
  close(): Promise<void>;
}

export async function startFileGateway(environment: Record<string, string> = {}): Promise<FileGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'phoihop-files-'));
  const config = readConfig({ PORT: '0', NODE_ENV: 'test', ...environment });
  const bed = await createFullBed();
  const { engine } = bed;
  const stopEngine = engine.stop.bind(engine);
  engine.stop = async () => {};
  const tokens = localTokens({ secret, minutes: 15 });
  // What is tried here is files, not how busy the machine is.
  const overloadLimits = { inFlight: 1_000, delayMilliseconds: 60_000 };
  const gateway = await buildServer({ config, log: makeLog('silent'), overloadLimits });
  const url = await gateway.listen();
  const spool = new Spool(join(folder, 'incoming'));
  await spool.prepare();
  const usual = localStore(join(folder, 'kept'));
  let store = usual;
  const files = {
    core,
    spool,
    limits: config.fileLimits,
    get store() {
      return store;
    },
  };
  const attemptStore = async () => memoryStore;
  await gateway.serve({ engine, loadCaller: core.loadCaller, tokens, secret, attemptStore, files });
  return {
    url,
    limits: config.fileLimits,
    bed,
    as: async (username) => {
      const [account] = await bed.sql<{ userId: number; sessionVersion: number }>(
        `select id::int as "userId", session_version as "sessionVersion" from core.user_account where username = $1`,
        [username],
      );
      const { token } = await tokens.issue(account!);
      return { authorization: `Bearer ${token}`, 'accept-language': 'en' };
    },
    kept: async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort(),
    use: (other) => (store = other ?? usual),
    close: async () => {
      await gateway.stop();
      engine.stop = stopEngine;
      await bed.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

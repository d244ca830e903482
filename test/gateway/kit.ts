import { Writable } from 'node:stream';
import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';
import { Engine } from '@phoihop/platform/engine';
import {
  buildServer,
  localTokens,
  makeLog,
  memoryStore,
  readConfig,
  type Gateway,
  type GatewayOptions,
  type Service,
} from '@phoihop/gateway';
import { fakeCore, loadCaller } from './fake-core.js';

export const secret = 'kZ7v2Qm0xW9pLr4Tn8Yc1Bd6Hf3Js5Ug';

/** A gateway on a port of its own, over a database of its own. */
export interface TestGateway {
  readonly gateway: Gateway;
  readonly url: string;
  readonly database: TemporaryDatabase;
  readonly engine: Engine;
  readonly logged: string[];
  /** Sends a GraphQL operation as JSON. */
  ask(
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; headers: Headers; body: any }>;
  close(): Promise<void>;
}

export type KitOptions = Partial<Omit<GatewayOptions, 'config'>> &
  Pick<Service, 'attemptStore'> & {
    environment?: Record<string, string>;
  };

export async function startGateway({
  environment,
  attemptStore = async () => memoryStore,
  ...options
}: KitOptions = {}): Promise<TestGateway> {
  const logged: string[] = [];
  const lines = new Writable({ write: (chunk, _encoding, done) => (logged.push(String(chunk)), done()) });
  const log = options.log ?? makeLog('info', lines);
  const config = readConfig({ PORT: '0', NODE_ENV: 'test', ...environment });
  const tokens = localTokens({ secret, minutes: 15 });
  const gateway = await buildServer({ config, ...options, log });
  const url = await gateway.listen();
  const database = await createTemporaryDatabase();
  const engine = await startFakeEngine(database, log, tokens);
  await gateway.serve({ engine, loadCaller, tokens, secret, attemptStore });
  return {
    gateway,
    url,
    database,
    engine,
    logged,
    ask: (body, headers) => ask(url, body, headers),
    close: async () => {
      await gateway.stop();
      await database.drop();
    },
  };
}

export function startFakeEngine(
  database: Pick<TemporaryDatabase, 'ownerUrl' | 'servingUrl'>,
  log = makeLog('silent'),
  tokens = localTokens({ secret, minutes: 15 }),
): Promise<Engine> {
  return Engine.start({
    plugins: [fakeCore],
    database,
    clock: { businessDate: '2021-10-15', now: () => new Date() },
    pluginOptions: { core: { issueToken: tokens.issue, demo: true } },
    log: (message, facts) => log.error(facts, message),
  });
}

export async function ask(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

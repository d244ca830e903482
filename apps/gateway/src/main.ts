import { join } from 'node:path';
import { startEmbeddedServer, type EmbeddedServer } from '@phoihop/database';
import { Engine } from '@phoihop/platform/engine';
import type { Logger } from 'pino';
import { businessClock } from './business-clock.js';
import { readConfig, type Config } from './config.js';
import type { CoreOptions } from './core-port.js';
import { localStore } from './files/local-store.js';
import { s3Store } from './files/s3-store.js';
import { Spool } from './files/spool.js';
import { loadPlugins } from './load-plugins.js';
import { makeLog } from './log.js';
import { explainMigrations } from './migration-trouble.js';
import { pluginOptions } from './plugin-options.js';
import { explainListening, isListenError } from './port-trouble.js';
import { buildServer, type Gateway } from './server.js';
import { startEngine } from './start-engine.js';
import { keptTokenSecret } from './token-secret.js';
import { localTokens } from './tokens.js';
import { firstQueries, welcome } from './welcome.js';

/** What is running, for the orderly end: the gateway with its engine first, the embedded server last. */
interface Running {
  gateway?: Gateway;
  server?: EmbeddedServer;
}

const running: Running = {};
const starting = new AbortController();

try {
  const config = readConfig(process.env);
  const log = makeLog(config.logLevel, undefined, { messages: config.errorMessages });
  stopOnSignals(log);
  await start(config, log);
} catch (error) {
  // A signal during the start is no failure: its handler ends the process.
  if (!starting.signal.aborted) await giveUp(error);
}

async function start(config: Config, log: Logger): Promise<void> {
  const say =
    config.environment === 'production'
      ? (line: string) => log.info(line)
      : (line: string) => console.log(line);
  const gateway = await buildServer({ config, log });
  running.gateway = gateway;
  const address = await gateway.listen();
  say(`Listening at ${address}; GraphQL answers as soon as the database and the plugins are there.`);

  const { core, plugins, leftOut } = await loadPlugins({ only: config.plugins });
  for (const [id, reason] of leftOut) {
    gateway.leaveOut(id, reason);
    say(`The plugin ${id} is left out: ${reason}`);
  }
  const place = config.databaseUrl
    ? { ownerUrl: config.databaseUrl, servingUrl: config.databaseServingUrl }
    : await startEmbedded(config, say);
  const secret = config.tokenSecret ?? (await keptTokenSecret(config.dataFolder));
  const tokens = localTokens({
    secret,
    previousSecret: config.previousTokenSecret,
    minutes: config.tokenMinutes,
  });
  const coreOptions: CoreOptions = { issueToken: tokens.issue, demo: config.demo };
  const engine = await startEngine({
    start: () =>
      Engine.start({
        plugins,
        database: place,
        clock: businessClock(config.businessDate),
        pluginOptions: { ...pluginOptions(plugins, config), core: coreOptions },
        log: (message, facts) =>
          log[facts?.['error'] || facts?.['reason'] ? 'error' : 'info'](facts, message),
        // Each migration is told of twice: once when it has been applied is enough.
        onProgress: (message) => message.endsWith(': applying') || say(`  ${message}`),
      }),
    onFailure: (error, wait) => {
      log.warn({ error, waitMilliseconds: Math.round(wait) }, 'the database is away');
      say(`The database cannot be reached; trying again in ${(wait / 1000).toFixed(1)} s.`);
    },
    signal: starting.signal,
  });
  const without = new Map(leftOut);
  for (const { id, state, reason = '' } of engine.statuses.values()) {
    if (state !== 'QUARANTINED') continue;
    without.set(id, reason);
    say(`The plugin ${id} could not start and is left out: ${reason}`);
  }

  const spool = new Spool(join(config.filesFolder, 'incoming'));
  await spool.prepare();
  const store = config.s3 ? s3Store(config.s3) : localStore(join(config.filesFolder, 'kept'));
  const people = config.demo ? core.demoSignIns() : [];
  const queries = firstQueries(engine.schema);
  await gateway.serve({
    engine,
    tokens,
    secret,
    loadCaller: core.loadCaller,
    files: { core, store, spool, limits: config.fileLimits },
    startPage: { query: queries.join('\n\n'), people },
  });
  say(welcome({ address, config, people, query: queries[0]!, leftOut: without }));
}

async function startEmbedded({ dataFolder }: Config, say: (line: string) => void): Promise<EmbeddedServer> {
  running.server = await startEmbeddedServer({ dataFolder, onProgress: (message) => say(`  ${message}`) });
  return running.server;
}

async function stop(): Promise<void> {
  await running.gateway?.stop();
  await running.server?.stop();
}

/** The first signal ends in order, a second at once. */
function stopOnSignals(log: Logger): void {
  let signals = 0;
  const end = (code: number): void => {
    signals += 1;
    if (signals > 1) process.exit(1);
    starting.abort();
    stop().then(
      () => process.exit(code),
      (error: unknown) => {
        log.fatal({ error }, 'could not stop in order');
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', () => end(0));
  process.on('SIGTERM', () => end(0));
  // A promise that some plugin forgot must not take the other programs down.
  process.on('unhandledRejection', (error) => log.error({ error }, 'unhandled rejection'));
  process.on('uncaughtException', (error) => {
    log.fatal({ error }, 'uncaught exception');
    end(1);
  });
}

/** Ends a start that cannot succeed, with words a person can act on. */
async function giveUp(error: unknown): Promise<void> {
  console.error(`\nThe gateway could not start.\n${explain(error)}`);
  for (const line of explainMigrations(error, running.server?.dataFolder)) console.error(line);
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error);
  try {
    await stop();
  } finally {
    process.exit(1);
  }
}

function explain(error: unknown): string {
  if (isListenError(error)) return explainListening(error);
  return error instanceof Error ? error.message : String(error);
}

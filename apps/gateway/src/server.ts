import { Server as NetServer } from 'node:net';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import cors from '@fastify/cors';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
} from 'fastify';
import type { Logger } from 'pino';
import type { Database } from '@phoihop/database';
import type { Engine } from '@phoihop/platform/engine';
import { makeApollo } from './apollo.js';
import type { Config } from './config.js';
import type { CorePort } from './core-port.js';
import type { FilesService } from './files/files-service.js';
import { addFileRoutes } from './files/file-routes.js';
import { addGraphiql } from './graphiql-page.js';
import { addGraphqlRoute, contextOf } from './graphql-route.js';
import { addHealthRoutes } from './health.js';
import { addErrorHandlers, bodyLimit } from './http-errors.js';
import { KnownCallers } from './known-callers.js';
import { OverloadWatch, type OverloadLimits } from './overload.js';
import { requestIdOf } from './request-id.js';
import { addSecurityHeaders } from './security-headers.js';
import type { Serving, StartPage, Standing } from './serving.js';
import { databaseStore, SignInLimits, type AttemptStore } from './sign-in-limits.js';
import type { TokenVerifier } from './tokens.js';

export interface GatewayOptions {
  readonly config: Pick<
    Config,
    | 'host'
    | 'port'
    | 'corsOrigins'
    | 'trustProxy'
    | 'introspection'
    | 'graphiql'
    | 'stopDelaySeconds'
    | 'transferSeconds'
  >;
  readonly log: Logger;
  readonly overloadLimits?: OverloadLimits;
  /** How long requests under way may take when the gateway stops. */
  readonly drainMilliseconds?: number;
}

/** What the gateway serves once it is there. */
export interface Service {
  /** Taken over: the gateway stops it. */
  readonly engine: Engine;
  readonly tokens: TokenVerifier;
  readonly loadCaller: CorePort['loadCaller'];
  /** Files in and out; without them their addresses are not there. */
  readonly files?: FilesService;
  /** Keys the hashes under which sign-in attempts are counted. */
  readonly secret: string;
  /** Where attempts are counted; in the engine's database when not given. */
  readonly attemptStore?: (database: Database) => Promise<AttemptStore>;
  readonly startPage?: StartPage;
}

/** The gateway as a host sees it: it listens first and serves as soon as it can. */
export interface Gateway {
  readonly app: FastifyInstance;
  /** @returns the address, such as http://127.0.0.1:4000 */
  listen(): Promise<string>;
  /** Notes a plugin that could not be loaded. */
  leaveOut(pluginId: string, reason: string): void;
  /** From now on answers GraphQL. */
  serve(service: Service): Promise<void>;
  /** Not ready, then no new connections, then what is under way to its end, then the engine. May be called twice. */
  stop(): Promise<void>;
}

/** How long clients with open connections get to hear "connection: close" before idle ones are closed. */
const politeMilliseconds = 500;

export async function buildServer(options: GatewayOptions): Promise<Gateway> {
  const { config, log, drainMilliseconds = 20_000 } = options;
  const standing: Standing = {
    stopping: false,
    serving: undefined,
    leftOut: new Map(),
    startPage: { query: '', people: [] },
  };
  const overload = new OverloadWatch(options.overloadLimits);
  const app = await makeApp(options, standing, overload);
  let stopping: Promise<void> | undefined;

  return {
    app,
    listen: () => app.listen({ host: config.host, port: config.port }),

    leaveOut: (pluginId, reason) => {
      standing.leftOut.set(pluginId, reason);
      log.error({ plugin: pluginId, reason }, 'plugin quarantined');
    },

    serve: async (service) => {
      standing.serving = await servingOf(service, config.introspection, app, log);
      if (service.startPage) standing.startPage = service.startPage;
    },

    stop: () => (stopping ??= stopInOrder()),
  };

  async function stopInOrder(): Promise<void> {
    standing.stopping = true;
    await sleep(config.stopDelaySeconds * 1000);
    if (app.server.listening) await drain(app, overload, drainMilliseconds);
    await app.close();
    overload.stop();
    await standing.serving?.stopGraphql();
    await standing.serving?.engine.stop();
  }
}

async function servingOf(
  service: Service,
  introspection: boolean,
  app: FastifyInstance,
  log: Logger,
): Promise<Serving> {
  const { engine, tokens, loadCaller, secret, files, attemptStore = databaseStore } = service;
  const signInLimits = new SignInLimits(await attemptStore(engine.database), secret);
  const callers = new KnownCallers(
    (identity) => loadCaller(engine.servicesFor('core'), identity),
    engine.clock,
  );
  const apollo = makeApollo({ engine, callers, signInLimits, introspection, log });
  await apollo.start();
  const handler = fastifyApolloHandler(apollo, {
    context: async (request) => contextOf(request as FastifyRequest),
  });
  return {
    engine,
    graphql: async (request, reply) => handler.call(app as never, request as never, reply as never),
    callerOfToken: async (token) => {
      const verified = await tokens.verify(token);
      return 'identity' in verified ? callers.of(verified.identity) : null;
    },
    callers,
    files,
    stopGraphql: () => apollo.stop(),
  };
}

async function makeApp(
  { config, log }: GatewayOptions,
  standing: Standing,
  overload: OverloadWatch,
): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    // Request lines hold addresses and, with GET, variables; operations are logged by graphql-route.ts instead.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    trustProxy: config.trustProxy,
    genReqId: requestIdOf,
    // Nothing is logged by way of the request: operations and errors name its id themselves.
    childLoggerFactory: (logger) => logger,
    routerOptions: { maxParamLength: 100 },
    exposeHeadRoutes: false,
    // Whoever sends a request drop by drop (slowloris) holds a connection no longer than this; what is no file has
    // less time, see guards.ts.
    requestTimeout: Math.max(30, config.transferSeconds) * 1000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
  });
  app.removeContentTypeParser('text/plain');
  addErrorHandlers(app, log);
  app.addHook('onRequest', async (request, reply) => addSecurityHeaders(request, reply));
  // Clients with open connections go elsewhere by themselves when they are told.
  app.addHook('onSend', async (_request, reply) => {
    if (standing.stopping) reply.header('connection', 'close');
  });
  if (config.corsOrigins.length > 0) {
    await app.register(cors, {
      origin: [...config.corsOrigins],
      methods: ['GET', 'POST'],
      allowedHeaders: [
        'content-type',
        'authorization',
        'accept',
        'accept-language',
        'apollo-require-preflight',
        'x-apollo-operation-name',
        'x-request-id',
      ],
      exposedHeaders: ['x-request-id', 'retry-after'],
      maxAge: 600,
      strictPreflight: false,
    });
  }
  await app.register(async (scope) => addGraphqlRoute(scope, { standing, overload, log }));
  const milliseconds = config.transferSeconds * 1000;
  await app.register(async (scope) => addFileRoutes(scope, { standing, overload, log, milliseconds }));
  addHealthRoutes(app, standing);
  if (config.graphiql) await addGraphiql(app, standing);
  return app;
}

/** Stops listening while open connections go on, lets what is under way end, then closes what is left. */
async function drain(app: FastifyInstance, overload: OverloadWatch, milliseconds: number): Promise<void> {
  const deadline = performance.now() + milliseconds;
  // Right after the event loop has accepted what was waiting: whoever waits while the listener closes is reset.
  await setImmediate();
  // Not http.Server's own close: that also closes idle connections at once, under a request that is on its way.
  NetServer.prototype.close.call(app.server);
  await sleep(politeMilliseconds);
  while (overload.inFlight > 0 && performance.now() < deadline) await sleep(20);
  app.server.closeAllConnections();
}

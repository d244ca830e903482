import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { anonymous, type Caller, type Locale } from '@phoihop/platform';
import type { GraphQLContext } from './apollo.js';
import { badTokenChallenge } from './bad-token.js';
import { localeOf, mediaTypeOf, mediaTypes } from './http-language.js';
import { networkOf } from './log.js';
import type { OverloadWatch } from './overload.js';
import { speaking } from './present-error.js';
import { gatewayProblems, wireError, type GatewayProblemName } from './problems.js';
import type { Standing } from './serving.js';

/** A client waits 30 s, the gateway 15 s, a statement 5 s: whoever is nearer to the cause gives up first. */
const operationMilliseconds = 15_000;

export interface GraphqlRouteParts {
  readonly standing: Standing;
  readonly overload: OverloadWatch;
  readonly log: Logger;
}

/** `/graphql`: what must be right before Apollo sees a request, from the cheapest question to the dearest. */
export async function addGraphqlRoute(app: FastifyInstance, parts: GraphqlRouteParts): Promise<void> {
  const { standing, overload, log } = parts;

  app.addHook('onRequest', async (request, reply) => {
    request.began = performance.now();
    request.noted = { codes: [] };
    request.stop = stopFor(request, reply, overload.begin());
    request.callerOfRequest = anonymous;
    if (!standing.serving) return refuse(request, reply, 'starting', {}, { 'retry-after': '5' });
    if (overload.overloaded) return refuse(request, reply, 'overloaded', {}, { 'retry-after': '2' });
    if (mediaTypeOf(request) === null) return refuse(request, reply, 'notAcceptable');
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      return refuse(request, reply, 'wrongMediaType');
    if (!URL.canParse(`http://${request.host}/`))
      return refuse(request, reply, 'badRequest', { reason: 'the Host header is not valid' });
  });

  app.addHook('preHandler', async (request, reply) => {
    const { authorization } = request.headers;
    if (authorization === undefined) return;
    const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization)?.[1];
    const caller = token ? await standing.serving!.callerOfToken(token) : null;
    if (!caller) return refuse(request, reply, 'badToken', {}, { 'www-authenticate': badTokenChallenge });
    request.callerOfRequest = caller;
  });

  app.addHook('onResponse', async (request, reply) => {
    if (!log.isLevelEnabled('info')) return;
    const { operation, codes } = request.noted;
    log.info(
      {
        requestId: request.id,
        operation,
        status: reply.statusCode,
        milliseconds: Math.round((performance.now() - request.began) * 10) / 10,
        codes: count(codes),
        network: networkOf(request.ip),
      },
      'operation',
    );
  });

  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: (request, reply) =>
      speaking.run({ locale: localeOf(request), requestId: request.id }, () =>
        standing.serving!.graphql(request, reply),
      ),
  });

  app.route({
    url: '/graphql',
    method: ['PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'],
    handler: (request, reply) => refuse(request, reply, 'wrongMethod', {}, { allow: 'GET, POST' }),
  });
}

/**
 * Fires when an operation has had its time, or when the client hangs up on a query. A change that has begun is finished
 * for a client that hung up: it cannot know how far it got. Made by hand, because signals that are joined, and reasons
 * that nobody reads, took a tenth of the time of a small request.
 */
function stopFor(request: FastifyRequest, reply: FastifyReply, done: () => void): AbortController {
  const stop = new AbortController();
  const overtime = setTimeout(
    () => stop.abort(new DOMException('The operation took too long.', 'TimeoutError')),
    operationMilliseconds,
  ).unref();
  reply.raw.once('close', () => {
    clearTimeout(overtime);
    done();
    if (!reply.raw.writableFinished && request.noted.operation?.kind !== 'mutation') stop.abort();
  });
  return stop;
}

/** What Apollo's hooks get of a request. */
export function contextOf(request: FastifyRequest): GraphQLContext {
  return {
    caller: request.callerOfRequest,
    locale: localeOf(request),
    requestId: request.id,
    address: request.ip,
    mediaType: mediaTypeOf(request) ?? mediaTypes.json,
    stop: request.stop.signal,
    noted: request.noted,
  };
}

/** Answers with a problem of the gateway's own, as GraphQL clients expect it. */
export function refuse(
  request: FastifyRequest,
  reply: FastifyReply,
  name: GatewayProblemName,
  facts: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): FastifyReply {
  const locale: Locale = localeOf(request);
  const error = wireError(name, locale, facts);
  request.noted?.codes.push(error.extensions.code);
  const answer = JSON.stringify({ errors: [error] });
  return reply
    .code(gatewayProblems[name].status)
    .headers(headers)
    .type(mediaTypeOf(request) ?? mediaTypes.json)
    .send(answer);
}

function count(codes: readonly string[]): Record<string, number> | undefined {
  if (codes.length === 0) return undefined;
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

declare module 'fastify' {
  interface FastifyRequest {
    stop: AbortController;
    began: number;
    noted: GraphQLContext['noted'];
    callerOfRequest: Caller;
  }
}

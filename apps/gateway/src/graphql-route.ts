import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GraphQLContext } from './apollo.js';
import { addGuards, type GuardedParts } from './guards.js';
import { localeOf, mediaTypeOf, mediaTypes } from './http-language.js';
import { speaking } from './present-error.js';
import { refuse } from './refuse.js';

/** A client waits 30 s, the gateway 15 s, a statement 5 s: whoever is nearer to the cause gives up first. */
const operationMilliseconds = 15_000;

/** `/graphql`: what must be right before Apollo sees a request, from the cheapest question to the dearest. */
export async function addGraphqlRoute(app: FastifyInstance, parts: GuardedParts): Promise<void> {
  const { standing } = parts;
  addGuards(app, parts, { milliseconds: operationMilliseconds });

  app.addHook('onRequest', async (request, reply) => {
    if (mediaTypeOf(request) === null) return refuse(request, reply, 'notAcceptable');
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      return refuse(request, reply, 'wrongMediaType');
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

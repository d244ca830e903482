import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Locale } from '@phoihop/platform';
import type { GraphQLContext } from './apollo.js';
import { addGuards } from './guards.js';
import { localeOf, mediaTypeOf, mediaTypes } from './http-language.js';
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

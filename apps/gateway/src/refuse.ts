import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Locale } from '@phoihop/platform';
import { localeOf, mediaTypeOf, mediaTypes } from './http-language.js';
import { gatewayProblems, wireError, type GatewayProblemName } from './problems.js';

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

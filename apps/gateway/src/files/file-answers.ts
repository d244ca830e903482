import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '@phoihop/platform';
import { RightsChanged } from '@phoihop/platform/engine';
import { badTokenChallenge } from '../bad-token.js';
import { refuse } from '../refuse.js';
import { localeOf } from '../http-language.js';
import type { Serving } from '../serving.js';

/** HTTP statuses by code; what is not here is 422: understood, and refused for what it says. */
const statuses: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  FILE_EMPTY: 400,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  OUT_OF_SCOPE: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  IDEMPOTENCY_MISMATCH: 409,
  FILE_TOO_LARGE: 413,
  IMPORT_TOO_MANY_ROWS: 413,
  LIMIT_EXCEEDED: 413,
  FILE_TYPE: 415,
  FILE_TYPE_DIFFERS: 415,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
  PLUGIN_UNAVAILABLE: 503,
  PLUGIN_DISABLED: 503,
  TIMEOUT: 504,
};

/** An error in the shape of GraphQL's, with the status that says the same to whoever reads no bodies. */
export function sendError(
  { engine }: Pick<Serving, 'engine'>,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
  more: Readonly<Record<string, unknown>> = {},
): FastifyReply {
  const told = engine.present(error, { locale: localeOf(request), requestId: request.id });
  const code = String(told.extensions['code']);
  request.noted.codes.push(code);
  const status = statuses[code] ?? 422;
  // What is still on its way is let pass by, so that the answer is read; of what is too long nobody knows the end.
  if (status === 413) reply.header('connection', 'close');
  else request.raw.resume();
  if (status === 503) reply.header('retry-after', '2');
  if (status === 401) reply.header('www-authenticate', badTokenChallenge);
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(
      JSON.stringify({ errors: [{ message: told.message, extensions: { ...told.extensions, ...more } }] }),
    );
}

/** How often the rights of a caller may change under one request before it is told to come back. */
const mostChanges = 3;

/** The caller's rights are not those any more, however often they were asked for. */
class NoRights extends Error {
  constructor(readonly caller: Caller | null) {
    super('The rights of the caller keep changing.');
  }
}

/** Does something with the caller's rights of now: those that are known may be of a moment ago. */
export async function withRights<T>(
  { callers }: Pick<Serving, 'callers'>,
  request: FastifyRequest,
  work: (caller: Caller) => Promise<T>,
): Promise<T> {
  let caller: Caller | null = request.callerOfRequest;
  for (let changes = 0; caller && changes < mostChanges; changes += 1) {
    try {
      return await work(caller);
    } catch (error) {
      if (!(error instanceof RightsChanged)) throw error;
      caller = await callers.again(caller);
    }
  }
  throw new NoRights(caller);
}

/** Answers what went wrong, whatever it was. */
export function sendFailure(
  serving: Pick<Serving, 'engine'>,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): FastifyReply {
  if (!(error instanceof NoRights)) return sendError(serving, request, reply, error);
  request.raw.resume();
  return error.caller
    ? refuse(request, reply, 'starting', {}, { 'retry-after': '2' })
    : refuse(request, reply, 'badToken', {}, { 'www-authenticate': badTokenChallenge });
}

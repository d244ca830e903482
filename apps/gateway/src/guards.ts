import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { anonymous, inWords, type Caller } from '@phoihop/platform';
import type { GraphQLContext } from './apollo.js';
import { badTokenChallenge } from './bad-token.js';
import { networkOf } from './log.js';
import type { OverloadWatch } from './overload.js';
import { refuse } from './refuse.js';
import type { Standing } from './serving.js';

export interface GuardedParts {
  readonly standing: Standing;
  readonly overload: OverloadWatch;
  readonly log: Logger;
}

/** How long what an address does may take, from its first byte to its last. */
export interface Time {
  readonly milliseconds: number;
}

/**
 * What every address asks that answers with somebody's data: whether there is anything to answer with, whether there is
 * room, and who it is; and the line in the log.
 */
export function addGuards(app: FastifyInstance, parts: GuardedParts, time: Time): void {
  const { standing, overload, log } = parts;

  app.addHook('onRequest', async (request, reply) => {
    request.began = performance.now();
    request.noted = { codes: [] };
    request.stop = stopFor(request, reply, overload.begin(), time);
    request.callerOfRequest = anonymous;
    if (!standing.serving) return refuse(request, reply, 'starting', {}, { 'retry-after': '5' });
    if (overload.overloaded) return refuse(request, reply, 'overloaded', {}, { 'retry-after': '2' });
    if (!URL.canParse(`http://${request.host}/`))
      return refuse(request, reply, 'badRequest', {
        reason: inWords({ vi: 'tiêu đề Host không hợp lệ', en: 'the Host header is not valid' }),
      });
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
}

/**
 * Fires when an operation has had its time, or when the client hangs up on a query. A change that has begun is finished
 * for a client that hung up: it cannot know how far it got. Made by hand, because signals that are joined, and reasons
 * that nobody reads, took a tenth of the time of a small request.
 */
function stopFor(
  request: FastifyRequest,
  reply: FastifyReply,
  done: () => void,
  { milliseconds }: Time,
): AbortController {
  const stop = new AbortController();
  const overtime = setTimeout(() => {
    stop.abort(new DOMException('The operation took too long.', 'TimeoutError'));
    // Whoever is still sending has nothing to wait for.
    if (!request.raw.complete) request.raw.destroy();
  }, milliseconds).unref();
  reply.raw.once('close', () => {
    clearTimeout(overtime);
    done();
    if (!reply.raw.writableFinished && request.noted.operation?.kind !== 'mutation') stop.abort();
  });
  return stop;
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

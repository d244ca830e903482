import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { inWords, type Translated } from '@phoihop/platform';
import { refuse } from './refuse.js';

/** The longest request body, in bytes: the longest document within the limits, and variables for an import's page. */
export const bodyLimit = 100_000;

const notJson: Translated = { vi: 'thân yêu cầu không phải JSON', en: 'the body is not JSON' };

/** Reasons in our own words: the parsers' messages repeat pieces of what was sent. */
const reasons: Readonly<Record<string, Translated>> = {
  FST_ERR_CTP_EMPTY_JSON_BODY: { vi: 'thân yêu cầu trống', en: 'the body is empty' },
  FST_ERR_CTP_INVALID_JSON_BODY: notJson,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    vi: 'thân yêu cầu không dài như Content-Length đã nêu',
    en: 'the body is not as long as Content-Length says',
  },
};

const unreadable: Translated = { vi: 'không đọc được', en: 'it cannot be read' };

/** What Fastify, or anything below it, throws: a 4xx with a reason, or a masked 500 with an id for the log. */
export function addErrorHandlers(app: FastifyInstance, log: Logger): void {
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 'noSuchPage'));

  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
      return refuse(
        request,
        reply,
        'tooLarge',
        { limit: 'body', allowed: bodyLimit },
        { connection: 'close' },
      );
    }
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuse(request, reply, 'wrongMediaType');
    if (error.code === 'SERVICE_UNAVAILABLE')
      return refuse(request, reply, 'starting', {}, { 'retry-after': '2' });
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) {
      const reason = reasons[error.code] ?? (error instanceof SyntaxError ? notJson : unreadable);
      return refuse(request, reply, 'badRequest', { reason: inWords(reason) });
    }
    const errorId = randomUUID();
    log.error({ errorId, requestId: request.id, error }, 'internal error');
    return refuse(request, reply, 'internal', { errorId });
  });
}

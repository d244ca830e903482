import type { FastifyReply, FastifyRequest } from 'fastify';

/** Answers are data: a browser that is shown one directly runs and loads nothing. */
const nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * GraphiQL runs our own scripts and workers and calls only us. Monaco writes its colours and positions into style
 * elements, for which there is no nonce to give: styles, and only they, may be inline.
 */
const graphiql = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Headers every answer carries. Answers hold what one person may see: no cache keeps them for another. */
export function addSecurityHeaders(request: FastifyRequest, reply: FastifyReply): void {
  const page = request.url.startsWith('/graphiql/');
  reply.header('x-content-type-options', 'nosniff');
  reply.header('content-security-policy', page ? graphiql : nothing);
  reply.header('referrer-policy', 'no-referrer');
  reply.header('x-frame-options', 'DENY');
  reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('x-request-id', request.id);
  if (!page) reply.header('cache-control', 'private, no-store');
  if (request.protocol === 'https')
    reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
}

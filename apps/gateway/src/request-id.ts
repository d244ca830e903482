import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What may stand in a log line and in an answer's header: nothing that could be taken for something else. */
const sane = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The caller's own request id, so that it finds its request in our logs, or a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && sane.test(given) ? given : randomUUID();
}

import { mediaTypes } from './http-language.js';

/** Statuses of requests that failed before execution began, in application/graphql-response+json. */
const statusOfCode: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  TOO_MANY_ATTEMPTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
  TIMEOUT: 504,
};

/** Codes that say more about the server than about the request: their status shows in either media type. */
const ofTheServer = new Set(['TOO_MANY_ATTEMPTS', 'SERVICE_UNAVAILABLE', 'TIMEOUT', 'LIMIT_EXCEEDED']);

/**
 * The HTTP status of a GraphQL answer (GraphQL over HTTP, section 6.4). An answer with data is 200. Without, the
 * newer media type tells by the status what went wrong; application/json is 200 for every well-formed request, since
 * clients of that type take any other status for a failure of the network.
 */
export function statusOf(
  answer: { data?: unknown; errors?: readonly { extensions?: { code?: unknown } }[] },
  mediaType: string,
): number {
  if (answer.data !== undefined || !answer.errors?.length) return 200;
  const code = String(answer.errors[0]!.extensions?.code);
  const status = statusOfCode[code] ?? 400;
  return mediaType === mediaTypes.graphql || ofTheServer.has(code) ? status : 200;
}

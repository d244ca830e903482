import Negotiator from 'negotiator';
import type { Locale } from '@phoihop/platform';

/** The two media types of GraphQL over HTTP; the older one for clients that do not say. */
export const mediaTypes = {
  json: 'application/json; charset=utf-8',
  graphql: 'application/graphql-response+json; charset=utf-8',
} as const;

interface WithHeaders {
  readonly headers: { readonly accept?: string; readonly 'accept-language'?: string };
}

/** The caller's language: Vietnamese unless English is preferred. */
export const localeOf = remembered(
  ({ headers }: WithHeaders) => headers['accept-language'],
  (language): Locale =>
    new Negotiator({ headers: { 'accept-language': language } }).language(['vi', 'en']) === 'en'
      ? 'en'
      : 'vi',
);

/** In which media type to answer; `null` when the client takes neither. */
export const mediaTypeOf = remembered(
  ({ headers }: WithHeaders) => headers.accept || undefined,
  (accept): string | null =>
    accept === undefined
      ? mediaTypes.json
      : (new Negotiator({ headers: { accept } }).mediaType([mediaTypes.json, mediaTypes.graphql]) ?? null),
);

/** Headers that are kept with what was read in them. Clients send a handful of different ones. */
const mostHeaders = 200;

function remembered<T>(
  headerOf: (request: WithHeaders) => string | undefined,
  read: (header: string | undefined) => T,
): (request: WithHeaders) => T {
  const known = new Map<string | undefined, T>();
  return (request) => {
    const header = headerOf(request);
    const found = known.get(header);
    if (found !== undefined) return found;
    const made = read(header);
    if (known.size < mostHeaders) known.set(header, made);
    return made;
  };
}

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
export function localeOf({ headers }: WithHeaders): Locale {
  return new Negotiator({ headers: { 'accept-language': headers['accept-language'] } }).language([
    'vi',
    'en',
  ]) === 'en'
    ? 'en'
    : 'vi';
}

/** In which media type to answer; `null` when the client takes neither. */
export function mediaTypeOf({ headers }: WithHeaders): string | null {
  if (!headers.accept) return mediaTypes.json;
  return (
    new Negotiator({ headers: { accept: headers.accept } }).mediaType([
      mediaTypes.json,
      mediaTypes.graphql,
    ]) ?? null
  );
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Locale } from '@phoihop/platform';
import {
  graphqlSentences,
  inVietnamese,
  makeTranslator,
  type OperationLimits,
} from '@phoihop/platform/engine';
import { httpSentences } from './http-sentences.js';
import { wireError } from './problems.js';

/** What is refused before plugins have a say is told in the platform's words. */
const translate = makeTranslator([]);

/** In which language the request under way wants its errors; Apollo's own error hook is not told. */
export const speaking = new AsyncLocalStorage<{ locale: Locale; requestId: string }>();

/**
 * Apollo's `formatError`: an error of parsing, validating or of the HTTP request in the caller's language. Errors of
 * the execution never come here; the engine has presented them. Whatever else turns up is masked and logged.
 */
export function makeErrorPresenter(limits: OperationLimits, log: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const { locale, requestId } = speaking.getStore() ?? { locale: 'vi' as const, requestId: '' };
    const place = formatted.locations ? { locations: formatted.locations } : {};
    const say = (
      code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED' | 'LIMIT_EXCEEDED',
      facts: Record<string, unknown>,
    ) => ({
      message: translate(locale, `error.${code}`, {
        ...facts,
        reason: reasonIn(locale, formatted.message.trim()),
      }),
      ...place,
      extensions: { code, ...facts },
    });

    const limit = limitOf(formatted, error, limits);
    if (limit) return say('LIMIT_EXCEEDED', limit);
    switch (formatted.extensions?.['code']) {
      case 'GRAPHQL_PARSE_FAILED':
        return say('GRAPHQL_PARSE_FAILED', {});
      case 'GRAPHQL_VALIDATION_FAILED':
        return say('GRAPHQL_VALIDATION_FAILED', {});
      case 'BAD_REQUEST':
      case 'PERSISTED_QUERY_NOT_SUPPORTED':
        return wireError('badRequest', locale, { reason: reasonIn(locale, formatted.message.trim()) });
      default: {
        const errorId = randomUUID();
        log.error({ errorId, requestId, error: causeOf(error) }, 'internal error');
        return wireError('internal', locale, { errorId });
      }
    }
  };
}

const sentences = { ...graphqlSentences, ...httpSentences };

/** What the libraries say in English, in the caller's language where it is known how. */
const reasonIn = (locale: Locale, reason: string): string =>
  locale === 'vi' ? inVietnamese(reason, sentences) : reason;

/** Apollo gives a limit's error the code of validation, and the parser says only in words that it stopped. */
function limitOf(
  formatted: GraphQLFormattedError,
  error: unknown,
  limits: OperationLimits,
): Record<string, unknown> | undefined {
  const original = causeOf(error) as Partial<GraphQLError> | undefined;
  if (original?.extensions?.['code'] === 'LIMIT_EXCEEDED') {
    const { limit, given, allowed } = original.extensions;
    return { limit, given, allowed };
  }
  const tokens =
    formatted.extensions?.['code'] === 'GRAPHQL_PARSE_FAILED' &&
    /more that \d+ tokens/.test(formatted.message);
  return tokens ? { limit: 'tokens', given: `> ${limits.tokens}`, allowed: limits.tokens } : undefined;
}

function causeOf(error: unknown): unknown {
  return (error as { originalError?: unknown } | undefined)?.originalError ?? error;
}

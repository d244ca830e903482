import {
  ApolloServer,
  HeaderMap,
  type ApolloServerPlugin,
  type BaseContext,
  type GraphQLRequestContext,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, type ExecutionResult, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Caller, Locale } from '@phoihop/platform';
import { limitRules, type Engine } from '@phoihop/platform/engine';
import { statusOf } from './answer-status.js';
import { DocumentCache } from './document-cache.js';
import { resultOf, stringifyResult } from './json-data.js';
import { factsOf, type OperationFacts } from './operation-facts.js';
import { makeErrorPresenter } from './present-error.js';
import { wireError } from './problems.js';
import { guardPasswords, onePasswordRule } from './sign-in-guard.js';
import type { SignInLimits } from './sign-in-limits.js';
import { mayPass } from './start-engine.js';

/** What the HTTP side knows of one GraphQL request. */
export interface GraphQLContext extends BaseContext {
  readonly caller: Caller;
  readonly locale: Locale;
  readonly requestId: string;
  readonly address: string;
  readonly mediaType: string;
  /** Fires when an operation has had its time. */
  readonly overtime: AbortSignal;
  /** Fires when the client hung up. */
  readonly gone: AbortSignal;
  /** Filled in for the log. */
  readonly noted: { operation?: OperationFacts; codes: string[] };
}

export interface ApolloParts {
  readonly engine: Engine;
  readonly signInLimits: SignInLimits;
  readonly introspection: boolean;
  readonly log: Logger;
}

/**
 * Apollo Server as the front of our engine: it speaks HTTP, parses, validates and keeps parsed documents; what is
 * valid goes to {@link Engine.execute}, so that access, transaction and errors are one path for every host.
 */
export function makeApollo({
  engine,
  signInLimits,
  introspection,
  log,
}: ApolloParts): ApolloServer<GraphQLContext> {
  return new ApolloServer<GraphQLContext>({
    schema: engine.schema,
    introspection,
    validationRules: [...limitRules(engine.limits), onePasswordRule],
    parseOptions: { maxTokens: engine.limits.tokens },
    documentStore: new DocumentCache(),
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    // The gateway stops in an order of its own.
    stopOnTerminationSignals: false,
    formatError: makeErrorPresenter(engine.limits, log),
    stringifyResult,
    logger: {
      debug: () => {},
      info: () => {},
      warn: (text) => log.warn(text),
      error: () => log.error('Apollo failed'),
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      executeByEngine(engine, signInLimits),
      { unexpectedErrorProcessingRequest: async ({ error }) => log.error({ error }, 'a request failed') },
    ],
  });
}

function executeByEngine(engine: Engine, signInLimits: SignInLimits): ApolloServerPlugin<GraphQLContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ contextValue, document, operation }) => {
        contextValue.noted.operation = factsOf(document, operation);
      },
      responseForOperation: async (request) => {
        const { answer, retryAfter } = await answerOf(engine, signInLimits, request);
        const { mediaType } = request.contextValue;
        const headers = new HeaderMap([['content-type', mediaType]]);
        if (retryAfter) headers.set('retry-after', String(retryAfter));
        return {
          http: { status: statusOf(answer, mediaType), headers },
          body: { kind: 'single', singleResult: answer },
        };
      },
      willSendResponse: async ({ response, contextValue }) => {
        if (response.body.kind !== 'single') return;
        const { errors = [] } = response.body.singleResult;
        contextValue.noted.codes = errors.map(({ extensions }) => String(extensions?.['code']));
        // Apollo says 400 for every invalid document; application/json wants 200 where the request itself was well-formed.
        if (contextValue.noted.codes.every((code) => ofTheDocument.has(code)) && errors.length > 0) {
          response.http.status = statusOf(response.body.singleResult, contextValue.mediaType);
        }
      },
    }),
  };
}

/** What can be wrong with a document that came in a well-formed request. */
const ofTheDocument = new Set(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'LIMIT_EXCEEDED']);

async function answerOf(
  engine: Engine,
  signInLimits: SignInLimits,
  { document, operation, request, contextValue }: GraphQLRequestContext<GraphQLContext>,
): Promise<{ answer: Answer; retryAfter?: number }> {
  const { caller, locale, requestId, address, overtime, gone } = contextValue;
  const variables = request.variables ?? {};
  // A change that has begun is finished for a client that hung up: it cannot know how far it got.
  const signal = operation?.operation === 'query' ? AbortSignal.any([overtime, gone]) : overtime;
  const run = async (): Promise<ExecutionResult> =>
    resultOf(
      await engine.answer({
        document: document!,
        operationName: request.operationName,
        variables,
        caller,
        locale,
        requestId,
        signal,
      }),
    );
  if (!operation) return presented(await run());
  const guarded = {
    schema: engine.schema,
    document: document!,
    operation,
    variables,
    userId: caller.userId,
    address,
  };
  const answer = await guardPasswords(signInLimits, guarded, run).catch((error: unknown) => {
    // Without the database nobody's attempts can be counted, and nobody signed in.
    if (!mayPass(error)) throw error;
    return { errors: [wireError('starting', locale)] };
  });
  if (!('waitSeconds' in answer)) return presented(answer);
  const { waitSeconds } = answer;
  return {
    answer: { errors: [wireError('tooManyAttempts', locale, { seconds: waitSeconds })] },
    retryAfter: waitSeconds,
  };
}

/** An answer as it goes out. */
type Answer = { data?: ExecutionResult['data']; errors?: readonly GraphQLFormattedError[] };

/** The engine's answer without the hints that graphql-js adds to its messages about variables: they tell the schema. */
function presented(answer: ExecutionResult | Answer): { answer: Answer; retryAfter?: number } {
  if (!answer.errors) return { answer: answer as Answer };
  const errors = answer.errors.map((error) => {
    const plain = error instanceof GraphQLError ? error.toJSON() : error;
    return { ...plain, message: plain.message.replace(/ ?Did you mean [^?]*\?/g, '') };
  });
  const unavailable = errors.some(({ extensions }) => extensions?.['code'] === 'SERVICE_UNAVAILABLE');
  return { answer: { ...answer, errors }, retryAfter: unavailable ? 2 : undefined };
}

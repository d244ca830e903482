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
import { limitRules, RightsChanged, type Engine } from '@phoihop/platform/engine';
import { statusOf } from './answer-status.js';
import { badTokenChallenge } from './bad-token.js';
import { DocumentCache } from './document-cache.js';
import { resultOf, stringifyResult } from './json-data.js';
import type { KnownCallers } from './known-callers.js';
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
  /** Fires when an operation has had its time, and for a query when the client hung up. */
  readonly stop: AbortSignal;
  /** Filled in for the log. */
  readonly noted: { operation?: OperationFacts; codes: string[] };
}

export interface ApolloParts {
  readonly engine: Engine;
  readonly callers: KnownCallers;
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
  callers,
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
    // Suggestions tell the schema name by name; where introspection tells it anyway, they only help.
    hideSchemaDetailsFromClientErrors: !introspection,
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
      executeByEngine({ engine, callers, signInLimits, introspection }),
      { unexpectedErrorProcessingRequest: async ({ error }) => log.error({ error }, 'a request failed') },
    ],
  });
}

type Parts = Pick<ApolloParts, 'engine' | 'callers' | 'signInLimits' | 'introspection'>;

function executeByEngine(parts: Parts): ApolloServerPlugin<GraphQLContext> {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ contextValue, document, operation }) => {
        contextValue.noted.operation = factsOf(document, operation);
      },
      responseForOperation: async (request) => {
        const { answer, retryAfter, badToken } = await answerOf(parts, request);
        const { mediaType } = request.contextValue;
        const headers = new HeaderMap([['content-type', mediaType]]);
        if (retryAfter) headers.set('retry-after', String(retryAfter));
        if (badToken) headers.set('www-authenticate', badTokenChallenge);
        return {
          http: { status: badToken ? 401 : statusOf(answer, mediaType), headers },
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

/** What the engine made of a request, and what of it the HTTP side must know. */
interface Answered {
  readonly answer: Answer;
  readonly retryAfter?: number;
  /** The token has stood for nobody since the caller was loaded. */
  readonly badToken?: boolean;
}

/** How often the rights of a caller may change under one request before it is told to come back. */
const mostChanges = 3;

async function answerOf(
  { engine, callers, signInLimits, introspection }: Parts,
  { document, operation, request, contextValue }: GraphQLRequestContext<GraphQLContext>,
): Promise<Answered> {
  const { locale, requestId, address, stop: signal } = contextValue;
  const variables = request.variables ?? {};
  let caller: Caller | null = contextValue.caller;
  const run = async (): Promise<ExecutionResult> => {
    for (let changes = 0; caller && changes < mostChanges; changes += 1) {
      try {
        return resultOf(
          await engine.answer({
            document: document!,
            operationName: request.operationName,
            variables,
            caller,
            locale,
            requestId,
            signal,
            schemaHidden: !introspection,
          }),
        );
      } catch (error) {
        if (!(error instanceof RightsChanged)) throw error;
        caller = await callers.again(caller);
      }
    }
    const problem = wireError(caller ? 'starting' : 'badToken', locale);
    return { errors: [new GraphQLError(problem.message, { extensions: problem.extensions })] };
  };
  if (!operation) return presented(await run());
  const guarded = {
    schema: engine.schema,
    document: document!,
    operation,
    variables,
    userId: contextValue.caller.userId,
    address,
    sessionEnded: () => caller === null,
  };
  const answer = await guardPasswords(signInLimits, guarded, run).catch((error: unknown) => {
    // Without the database nobody's attempts can be counted, and nobody signed in.
    if (!mayPass(error)) throw error;
    return { errors: [wireError('starting', locale)] };
  });
  if (!('waitSeconds' in answer)) return { ...presented(answer), badToken: caller === null };
  const { waitSeconds } = answer;
  return {
    answer: { errors: [wireError('tooManyAttempts', locale, { seconds: waitSeconds })] },
    retryAfter: waitSeconds,
  };
}

/** An answer as it goes out. */
type Answer = { data?: ExecutionResult['data']; errors?: readonly GraphQLFormattedError[] };

function presented(answer: ExecutionResult | Answer): Answered {
  if (!answer.errors) return { answer: answer as Answer };
  const errors = answer.errors.map((error) => (error instanceof GraphQLError ? error.toJSON() : error));
  const unavailable = errors.some(({ extensions }) => extensions?.['code'] === 'SERVICE_UNAVAILABLE');
  return { answer: { ...answer, errors }, retryAfter: unavailable ? 2 : undefined };
}

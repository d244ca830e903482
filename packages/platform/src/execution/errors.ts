import { randomUUID } from 'node:crypto';
import { classify } from '@phoihop/database';
import { GraphQLError } from 'graphql';
import { ProblemError, ProblemListError, Wording, type ProblemDetails } from '../contract/problem.js';
import type { Locale } from '../contract/translated.js';
import { inVietnamese } from './graphql-sentences.js';
import type { Translator } from './translate.js';

/** Codes an error may carry to the client although it is not a ProblemError: the library's own, about the request. */
const requestCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'LIMIT_EXCEEDED',
]);

/** Database errors that say something to a client, by their codes; the others are internal. */
const databaseCodes: Readonly<Record<string, string>> = {
  SERVICE_UNAVAILABLE: 'SERVICE_UNAVAILABLE',
  TIMEOUT: 'TIMEOUT',
  // The host's signal stopped it: its time was over, or nobody waits for the answer any more.
  CANCELLED: 'TIMEOUT',
  // Row security refused a write the resolver had not refused: the row is outside the caller's scope.
  ROW_SECURITY: 'FORBIDDEN',
  // A `version` that was no longer the one read, or two writers in each other's way.
  STALE: 'CONFLICT',
  CONFLICT: 'CONFLICT',
  LOCKED: 'CONFLICT',
};

/** What an error becomes at the edge. */
export interface ErrorEdge {
  readonly locale: Locale;
  readonly translate: Translator;
  /** Told of every error that is masked, with the id the client sees. */
  readonly onInternal: (error: unknown, errorId: string) => void;
}

/**
 * An error as the client may see it: a code of the closed list, a message in the caller's language, the facts of a
 * ProblemError; whatever else it was stays inside.
 */
export function presentError(error: GraphQLError, edge: ErrorEdge): GraphQLError {
  const cause = rootCause(error);
  if (cause instanceof ProblemError) return presentProblem(cause, error, edge);
  const database = databaseCodes[classify(cause)?.code ?? ''];
  if (database) return presentProblem(new ProblemError(database, { field: fieldOf(error) }), error, edge);
  const code = error.extensions['code'];
  const known = typeof code === 'string' && requestCodes.has(code) ? code : undefined;
  if (!known && !isOfRequest(error, cause)) return masked(cause, error, edge);
  return new GraphQLError(edge.locale === 'vi' ? capital(inVietnamese(error.message)) : error.message, {
    ...placeOf(error),
    extensions: { code: known ?? 'BAD_USER_INPUT' },
  });
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** The nearest name on the response path. */
const fieldOf = ({ path }: GraphQLError): string | undefined =>
  path?.findLast((key): key is string => typeof key === 'string');

/** Whether an error is only what others' failing left behind: the transaction was over when it came. */
export function isAftermath(error: GraphQLError): boolean {
  return classify(rootCause(error))?.code === 'TRANSACTION_ABORTED';
}

function rootCause(error: unknown): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/**
 * What graphql-js itself says of a request or of an argument: nothing of ours is in it. It has no path, or stands at
 * the node at fault; an error that an author's code throws has neither before it is caught.
 */
function isOfRequest(error: GraphQLError, cause: unknown): boolean {
  if (!(cause instanceof GraphQLError)) return false;
  return cause === error ? !error.path : (cause.nodes?.length ?? 0) > 0;
}

const placeOf = ({ nodes, source, positions, path }: GraphQLError) => ({ nodes, source, positions, path });

function presentProblem(problem: ProblemError, at: GraphQLError, edge: ErrorEdge): GraphQLError {
  const told = tell(problem.code, problem.details, edge);
  // A code that nobody has declared is a mistake of the code: the list of codes is closed.
  if (!told) return masked(problem, at, edge);
  const { message, ...facts } = told;
  const problems =
    problem instanceof ProblemListError
      ? {
          problems: problem.problems.map(
            ({ code, details }) => tell(code, details, edge) ?? { ...plain(details), code },
          ),
        }
      : {};
  return new GraphQLError(message, { ...placeOf(at), extensions: { ...facts, ...problems } });
}

/** The message and the facts; the code stands last, so that no fact of the same name can take its place. */
function tell(
  code: string,
  details: ProblemDetails,
  { translate, locale }: ErrorEdge,
): { message: string; code: string } | undefined {
  const key = `error.${code}`;
  const message = translate(locale, key, details);
  return message === key ? undefined : { ...plain(details), message, code };
}

/** Words among the facts in the one language that programs read. */
const plain = (details: ProblemDetails): ProblemDetails =>
  Object.fromEntries(
    Object.entries(details).map(([fact, value]) => [fact, value instanceof Wording ? value.en : value]),
  );

function masked(
  cause: unknown,
  at: GraphQLError,
  { translate, locale, onInternal }: ErrorEdge,
): GraphQLError {
  const errorId = randomUUID();
  onInternal(cause, errorId);
  const message = translate(locale, 'error.INTERNAL_SERVER_ERROR', { errorId });
  return new GraphQLError(message, {
    ...placeOf(at),
    extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
  });
}

import { randomUUID } from 'node:crypto';
import { classify } from '@phoihop/database';
import { GraphQLError } from 'graphql';
import { ProblemError, ProblemListError } from '../contract/problem.js';
import type { Locale } from '../contract/translated.js';
import type { Translator } from './translate.js';

/** Codes an error may carry to the client although it is not a ProblemError: the library's own, about the request. */
const requestCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
  'LIMIT_EXCEEDED',
]);

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
  const databaseCode = codeOfDatabaseError(cause);
  if (databaseCode) return presentProblem(new ProblemError(databaseCode), error, edge);
  const code = error.extensions?.['code'];
  if (typeof code === 'string' && requestCodes.has(code)) return error;
  // graphql-js itself says what is wrong with a variable or an argument literal; nothing of ours is in it.
  if (cause === error && !error.originalError) return withCode(error, error.path ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT', edge);
  return withCode(error, 'INTERNAL_SERVER_ERROR', edge, cause);
}

function rootCause(error: unknown): unknown {
  let cause: unknown = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** Database errors that say something to a client; the others are internal. */
function codeOfDatabaseError(cause: unknown): string | undefined {
  // A flush inside a resolver fails with MikroORM's own error: it means the same.
  const code = classify(cause)?.code;
  if (code === 'SERVICE_UNAVAILABLE' || code === 'TIMEOUT') return code;
  // The host's signal stopped it: its time was over, or nobody waits for the answer any more.
  if (code === 'CANCELLED') return 'TIMEOUT';
  // Row security refused a write the resolver had not refused: the row is outside the caller's scope.
  if (code === 'ROW_SECURITY') return 'FORBIDDEN';
  // A `version` that was no longer the one read.
  if (code === 'STALE') return 'CONFLICT';
  return undefined;
}

function presentProblem(problem: ProblemError, at: GraphQLError, edge: ErrorEdge): GraphQLError {
  const message = edge.translate(edge.locale, `error.${problem.code}`, problem.details);
  const extensions: Record<string, unknown> = { code: problem.code, ...problem.details };
  if (problem instanceof ProblemListError) {
    extensions['problems'] = problem.problems.map((one) => ({
      code: one.code,
      message: edge.translate(edge.locale, `error.${one.code}`, one.details),
      ...one.details,
    }));
  }
  return new GraphQLError(message, { nodes: at.nodes, source: at.source, positions: at.positions, path: at.path, extensions });
}

function withCode(error: GraphQLError, code: string, edge: ErrorEdge, cause?: unknown): GraphQLError {
  const place = { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path };
  if (code !== 'INTERNAL_SERVER_ERROR') return new GraphQLError(error.message, { ...place, extensions: { code } });
  const errorId = randomUUID();
  edge.onInternal(cause ?? error, errorId);
  return new GraphQLError(edge.translate(edge.locale, 'error.INTERNAL_SERVER_ERROR', { errorId }), {
    ...place,
    extensions: { code, errorId },
  });
}

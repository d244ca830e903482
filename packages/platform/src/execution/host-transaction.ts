import type { DocumentNode, ExecutionResult } from 'graphql';
import type { RequestContext } from '../contract/context.js';
import type { FullRequest } from './executor.js';

/** For whom a host works. */
export type CallerOfWork = Pick<FullRequest, 'caller' | 'locale' | 'requestId' | 'signal'>;

/**
 * One transaction of a host that does more than answer an operation: it takes in a file of rows, or keeps what was
 * uploaded. It has the caller's rights and nothing beyond them, and ends when the work does: what throws is undone.
 */
export interface HostTransaction {
  /** What a resolver would get. */
  readonly context: RequestContext;
  /**
   * Runs a valid mutation as one step of the transaction: what it changes stays only if none of its fields fails.
   * @returns its answer; errors are as they were thrown, see `Engine.present`.
   * @throws ProblemError where the caller may not run it at all.
   */
  readonly run: (
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
  ) => Promise<ExecutionResult>;
  /**
   * Runs the work once for the caller and `input.idempotencyKey`: a repetition gets the result of the first time, which
   * must be plain data. Without a key it runs each time.
   * @param name What is done, so that a key is not taken for another thing.
   * @throws ProblemError IDEMPOTENCY_MISMATCH where the key was used with another input.
   */
  readonly once: (
    name: string,
    input: Readonly<Record<string, unknown>>,
    run: () => Promise<unknown>,
  ) => Promise<unknown>;
}

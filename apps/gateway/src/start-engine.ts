import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '@phoihop/platform/engine';

/** Failures that time may mend, by the codes of @phoihop/database. */
const passing = new Set([
  'SERVICE_UNAVAILABLE',
  'CONNECTION_REFUSED',
  'TIMEOUT',
  'LOCKED',
  'MIGRATION_LOCKED',
  'CONFLICT',
]);

export interface RetryOptions {
  readonly start: () => Promise<Engine>;
  /** Told before each wait. */
  readonly onFailure: (error: unknown, waitMilliseconds: number) => void;
  /** Ends the waiting. */
  readonly signal: AbortSignal;
  readonly firstWaitMilliseconds?: number;
}

const longestWaitMilliseconds = 30_000;

/**
 * Starts the engine, again and again while the database is away: the waits double up to 30 s and differ by chance,
 * so that many gateways do not come back all at once.
 * @throws what `start` throws where waiting would not help; the signal's reason where it fires
 */
export async function startEngine(options: RetryOptions): Promise<Engine> {
  const { start, onFailure, signal, firstWaitMilliseconds = 500 } = options;
  for (let attempt = 0; ; attempt += 1) {
    signal.throwIfAborted();
    try {
      return await start();
    } catch (error) {
      if (!mayPass(error)) throw error;
      const longest = Math.min(longestWaitMilliseconds, firstWaitMilliseconds * 2 ** Math.min(attempt, 10));
      const wait = longest * (0.5 + Math.random() / 2);
      onFailure(error, wait);
      await sleep(wait, undefined, { signal });
    }
  }
}

/** The code may sit in a cause: core says first what it could not do. */
export function mayPass(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Object && depth < 5; depth += 1) {
    const { code, cause: next } = cause as { code?: unknown; cause?: unknown };
    if (typeof code === 'string' && passing.has(code)) return true;
    cause = next;
  }
  return false;
}

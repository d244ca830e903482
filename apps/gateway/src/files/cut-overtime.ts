import type { ServerResponse } from 'node:http';

/** How long an answer that begins only when time is up has to reach its reader. */
const graceMilliseconds = 5_000;

/**
 * Cuts the connection of an answer that its reader has not taken when its time is up: a reader that stands still would
 * hold its place for ever. An answer that has not begun will say that there was no time left, and is waited for.
 */
export function cutOvertime(answer: ServerResponse, signal: AbortSignal, grace = graceMilliseconds): void {
  let later: NodeJS.Timeout | undefined;
  const look = (): void => {
    if (answer.headersSent) answer.destroy();
    else later = setTimeout(look, grace).unref();
  };
  signal.addEventListener('abort', look, { once: true });
  answer.once('close', () => {
    signal.removeEventListener('abort', look);
    clearTimeout(later);
  });
}

/** One line a step, on standard error: standard output belongs to the task. */
import { StepFailed } from './child.mjs';

const terminal = process.stderr.isTTY;

/**
 * Shows that a step is at work, then how it ended and how long it took.
 * @param {string} title
 * @param {() => Promise<string>} work answers with a word on what it did: "up to date"
 */
export async function step(title, work) {
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  const heartbeat = setInterval(
    // A terminal gets one line that moves, a log file a line now and then.
    () =>
      terminal
        ? process.stderr.write(`\r… ${title} (${seconds()} s)`)
        : console.error(`… ${title} (${seconds()} s)`),
    terminal ? 200 : 10_000,
  );
  const first = terminal ? undefined : setTimeout(() => console.error(`… ${title}`), 1_000);
  const end = (mark, said) => {
    clearInterval(heartbeat);
    clearTimeout(first);
    console.error(`${terminal ? '\r\x1b[K' : ''}${mark} ${title}: ${said} (${seconds()} s)`);
  };
  try {
    end('✓', await work());
  } catch (error) {
    end('✗', error instanceof StepFailed ? 'failed' : 'failed unexpectedly');
    throw error;
  }
}

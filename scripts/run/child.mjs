/** Running other programs: to hear what they say, or to hand the terminal over to them. */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** An end that a person can do something about: shown without a stack trace. */
export class StepFailed extends Error {
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Runs a program to its end and says nothing unless it fails.
 * @throws {StepFailed} with all that it printed
 */
export async function runQuietly(command, programArguments, { cwd, env = process.env }) {
  // A shell only on Windows, where npm is a .cmd file.
  const shell = process.platform === 'win32';
  const child = spawn(command, programArguments, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (text) => (output += text));
  child.stderr.on('data', (text) => (output += text));
  const code = await endOf(child);
  if (code !== 0) throw new StepFailed(output.trim() || `${command} ended with code ${code}.`, code);
}

/** Hands over to a program, our terminal and signals included. Returns its exit code. */
export function exitCodeOf({ command, arguments: programArguments, ownGroup = false }, cwd) {
  return endOf(spawn(command, programArguments, { cwd, stdio: 'inherit', detached: ownGroup }));
}

/** Waits for the end, passing signals on. A child ended by a signal gives the code that shells give: 128 + number. */
function endOf(child) {
  return new Promise((resolve, reject) => {
    const stopForwarding = forwardSignals(child);
    child.once('error', (error) => {
      stopForwarding();
      reject(new StepFailed(`${child.spawnfile} could not be run: ${error.message}`));
    });
    child.once('close', (code, signal) => {
      stopForwarding();
      resolve(signal ? 128 + constants.signals[signal] : code);
    });
  });
}

/** A closed terminal asks for the same orderly end as a stop does. */
const signals = { SIGINT: 'SIGINT', SIGTERM: 'SIGTERM', SIGHUP: 'SIGTERM' };

function forwardSignals(child) {
  const last = {};
  const handlers = Object.entries(signals).map(([received, sent]) => {
    const handler = () => {
      // One Ctrl-C reaches us twice, from the terminal and from npm. A person's second one comes later.
      const now = Date.now();
      if (now - (last[sent] ?? 0) > 500) child.kill(sent);
      last[sent] = now;
    };
    process.on(received, handler);
    return () => process.off(received, handler);
  });
  return () => handlers.forEach((remove) => remove());
}

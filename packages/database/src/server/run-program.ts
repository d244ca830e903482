import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Account } from './account.js';

export interface ProgramResult {
  readonly code: number;
  /** What it printed, both streams. */
  readonly output: string;
}

/**
 * The environment of PostgreSQL's programs: nothing of ours (a PGDATA, PGPORT or LC_ALL of the caller would reach
 * into the cluster), messages in English because some are looked at.
 */
export function programEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], LC_ALL: 'C' };
}

/** Runs one of PostgreSQL's programs to its end, as `account` where one is given. */
export function runProgram(
  program: string,
  programArguments: readonly string[],
  { account, input = '' }: { account?: Account | undefined; input?: string } = {},
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    // The current folder may be one that the account cannot enter; the program's own never is.
    const child = spawn(program, programArguments, {
      ...account,
      cwd: dirname(program),
      env: programEnvironment(),
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.stdin.on('error', () => undefined); // it ended before it read everything; its exit code tells
    child.stdin.end(input);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

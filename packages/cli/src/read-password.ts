import { createInterface } from 'node:readline';
import { CommandError } from './project.js';

/**
 * Asks for a password at a terminal, or reads the first line of what is handed in.
 * @throws CommandError where the input ends without a line.
 */
export async function readPassword(input: NodeJS.ReadableStream & { isTTY?: boolean }): Promise<string> {
  if (input.isTTY) process.stderr.write('Password (10 characters or more): ');
  for await (const line of createInterface({ input, terminal: false })) return line.trim();
  throw new CommandError('No password was given: type it when asked, or hand it in by standard input.');
}

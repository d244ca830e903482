import { createAccount, type NewAccount } from '@phoihop/core';
import type { Host } from '../host.js';
import { readPassword } from '../read-password.js';
import { withEngine } from '../with-engine.js';

/** What the command line gives; the password is asked for, or comes by standard input. */
export type UserOptions = Omit<NewAccount, 'password'>;

/**
 * Makes an account as the system: the way to a first administrator. The password never stands on the command line,
 * where other people's process lists would show it.
 */
export async function createUserCommand(host: Host, options: UserOptions): Promise<string> {
  const password = await readPassword(process.stdin);
  await withEngine(host, (engine) =>
    createAccount(engine.servicesFor('core'), { ...options, password }, 'phoihop user create'),
  );
  return `${options.username} can sign in as ${options.role} of the unit ${options.unitCode}.`;
}

import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EmbeddedServerError } from './errors.js';

/** Who runs PostgreSQL's programs, where that is not whoever runs us. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** In order of preference: one made for us, those made for PostgreSQL (Linux, macOS), and what every system has. */
const candidates = ['phoihop', 'postgres', '_postgres', 'nobody'];

/** PostgreSQL refuses to run as root. */
export function startedAsRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * An existing unprivileged account, so that nobody has to create one by hand. It must be a named one: initdb looks
 * the name up and refuses a bare number.
 *
 * @throws EmbeddedServerError NO_ACCOUNT
 */
export async function unprivilegedAccount(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of candidates) {
    const [, , uid, gid] = lines.find((fields) => fields[0] === name) ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new EmbeddedServerError(
    'NO_ACCOUNT',
    `PostgreSQL refuses to run as root, and /etc/passwd has none of the accounts ${candidates.join(', ')}. ` +
      'Create one (useradd --system --no-create-home phoihop), start as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether the account may go into a folder: the permission to enter, on the folder and on each one above it. */
export async function mayEnter(account: Account, folder: string): Promise<boolean> {
  for (let at = await realpath(folder); ; at = dirname(at)) {
    if (!(await allows(account, at, 0o1))) return false;
    if (at === dirname(at)) return true;
  }
}

/** Whether the account may do to a file or folder all that `bits` name (4 read, 2 write, 1 run or enter). */
export async function allows(account: Account, path: string, bits: number): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const granted = uid === account.uid ? mode >> 6 : gid === account.gid ? mode >> 3 : mode;
  return (granted & bits) === bits;
}

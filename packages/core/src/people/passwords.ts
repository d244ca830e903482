import { hash, verify, type Algorithm } from '@node-rs/argon2';
import { ProblemError } from '@phoihop/platform';
import { searchKey } from '../units/search-key.js';
import { commonPasswords } from './common-passwords.js';

/** In characters as a person counts them. The upper end keeps a sign-in from being made expensive. */
const SHORTEST = 10;
const LONGEST = 128;

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane; about 30 ms of one core. */
const cost = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same typed on any keyboard: one spelling of one Vietnamese letter (NFC). */
const asTyped = (password: string): string => password.normalize('NFC');

/** The hash to store; PHC format, with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(asTyped(password), cost);
}

/**
 * Whether a password is right. Where there is no account the time is spent all the same, on a hash nobody has the
 * password of, so that an answer does not tell which usernames there are.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const tooLong = [...password].length > LONGEST;
  const right = await verify(stored ?? (await nobodysHash()), tooLong ? '' : asTyped(password));
  return right && stored !== null && !tooLong;
}

let nobodys: Promise<string> | undefined;
const nobodysHash = (): Promise<string> => (nobodys ??= hashPassword(crypto.randomUUID()));

/**
 * Refuses a password that others would guess: too short, among the most common, or made of the username.
 * @throws ProblemError PASSWORD_WEAK with the reason, never with the password.
 */
export function requireGoodPassword(password: string, username: string, field: string): void {
  const reason = weakness(password, username);
  if (reason) throw new ProblemError('PASSWORD_WEAK', { field, allowed: `${SHORTEST}..${LONGEST}`, reason });
}

/** Why a password is weak, as a word a client can translate; nothing where it is good enough. */
export function weakness(
  password: string,
  username: string,
): 'LENGTH' | 'COMMON' | 'REPEATED' | 'USERNAME' | undefined {
  const typed = asTyped(password);
  const length = [...typed].length;
  if (length < SHORTEST || length > LONGEST) return 'LENGTH';
  const plain = typed.toLowerCase();
  if (new Set(plain).size < 4) return 'REPEATED';
  if ([plain, stem(plain), stem(undisguised(plain))].some((form) => commonPasswords.has(form)))
    return 'COMMON';
  const name = searchKey(username).replaceAll(' ', '');
  if (name.length >= 3 && letters(plain).includes(name) && letters(plain).length - name.length < 6)
    return 'USERNAME';
  return undefined;
}

/** Without accents, and without the digits and signs that people put before and after a word. */
const stem = (plain: string): string => letters(plain).replace(/^[0-9]+|[0-9]+$/g, '');

/** Signs that stand for letters read as letters, but for those at the ends: `p@ssw0rd2021!` is `password`. */
const undisguised = (plain: string): string =>
  plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replace(/[@4013$5]/g, (sign) => disguises[sign]!);

const disguises: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
};

const letters = (plain: string): string => searchKey(plain).replaceAll(' ', '');

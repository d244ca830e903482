import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { weaknessOf } from './weak-secret.js';

/**
 * The secret that signs tokens when nobody configured one: made at the first start and kept in the data folder, so
 * that tokens outlive a restart.
 * @throws Error where the kept one has become weak or unreadable
 */
export async function keptTokenSecret(dataFolder: string): Promise<string> {
  const file = join(dataFolder, 'token-secret');
  const kept = await read(file);
  if (kept === undefined) return make(dataFolder, file);
  const weakness = weaknessOf(kept);
  if (weakness) {
    throw new Error(
      `The token secret in ${file} cannot be used: ${weakness}. Delete the file; a new one will be made, and everybody signs in again.`,
    );
  }
  await chmod(file, 0o600);
  return kept;
}

async function read(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written aside and linked in place whole, so that two first starts agree on one and a kill leaves no half of one. */
async function make(dataFolder: string, file: string): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  const aside = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  await writeFile(aside, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
  return (await read(file))!;
}

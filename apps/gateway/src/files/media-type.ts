import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';
import { ProblemError } from '@phoihop/platform';

/** What says nothing about a file. */
const saysNothing = new Set(['', 'application/octet-stream', 'binary/octet-stream']);

/** Texts have no marks to be known by; which kind one is only its name says. */
const kindsOfText: Readonly<Record<string, string>> = { '.csv': 'text/csv' };

/**
 * What a file is by its contents.
 * @param said The `Content-Type` it was sent with.
 * @throws ProblemError FILE_TYPE where it is none of those that are allowed, FILE_TYPE_DIFFERS where it is another than
 *   it was said to be.
 */
export async function mediaTypeOfFile(
  { path, name }: { readonly path: string; readonly name: string },
  said: string | undefined,
  allowed: readonly string[],
): Promise<string> {
  const mediaType = (await fileTypeFromFile(path))?.mime ?? (await textTypeOf(path, name)) ?? 'unknown';
  if (!allowed.includes(mediaType)) throw new ProblemError('FILE_TYPE', { given: mediaType, allowed });
  const claim = (said ?? '').split(';')[0]!.trim().toLowerCase();
  const text = mediaType.startsWith('text/') && claim.startsWith('text/');
  if (!saysNothing.has(claim) && claim !== mediaType && !text)
    throw new ProblemError('FILE_TYPE_DIFFERS', { given: claim.slice(0, 80), allowed: mediaType });
  return mediaType;
}

/** UTF-8 without control characters is text; null for anything else. */
async function textTypeOf(path: string, name: string): Promise<string | null> {
  await using file = await open(path);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of file.createReadStream({ autoClose: false })) {
      // oxlint-disable-next-line no-control-regex
      if (/[\u0000-\u0008\u000e-\u001f]/.test(decoder.decode(piece as Uint8Array, { stream: true })))
        return null;
    }
    decoder.decode();
  } catch {
    return null;
  }
  return kindsOfText[extname(name).toLowerCase()] ?? 'text/plain';
}

import { createReadStream } from 'node:fs';
import { access, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import { BlobMissing, type BlobStore } from './blob-store.js';

/** Keeps files in a folder, in sub-folders by the first letters of their names: 4096 of them, so that none grows large. */
export function localStore(folder: string): BlobStore {
  const placeOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2, 3), sha256);
  return {
    has: (sha256) =>
      access(placeOf(sha256)).then(
        () => true,
        () => false,
      ),
    put: async ({ path, sha256 }) => {
      const place = placeOf(sha256);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      await moveSafely(path, place);
    },
    get: async (sha256) => {
      const stream = createReadStream(placeOf(sha256));
      try {
        await once(stream, 'open');
      } catch (error) {
        throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? new BlobMissing(sha256) : error;
      }
      return stream;
    },
    remove: (sha256) => rm(placeOf(sha256), { force: true }),
  };
}

/** A file is at its place wholly or not at all, and there after a crash. */
async function moveSafely(from: string, to: string): Promise<void> {
  try {
    await synced(from);
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // Another disk: beside its place first, then to it.
    await copyFile(from, `${to}.part`);
    await synced(`${to}.part`);
    await rename(`${to}.part`, to);
    await rm(from, { force: true });
  }
  await synced(dirname(to));
}

async function synced(path: string): Promise<void> {
  await using handle = await open(path, 'r');
  await handle.sync();
}

import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '@phoihop/platform';

/** A body as it came in, on disk. */
export interface Spooled {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
  /** Takes it away where nobody has moved it. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
}

/** After this long, what lies there was left by a process that was killed. */
const dayMilliseconds = 24 * 60 * 60 * 1000;

/** A folder in which bodies wait until they have been checked. */
export class Spool {
  constructor(private readonly folder: string) {}

  /** Makes the folder, and takes away what was left in it. */
  async prepare(now = Date.now()): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      if (now - (await stat(path)).mtimeMs > dayMilliseconds) await rm(path, { force: true });
    }
  }

  /**
   * Writes a body to disk as it comes in.
   * @throws ProblemError FILE_TOO_LARGE as soon as it is longer than `most` bytes, FILE_EMPTY. Nothing is left then.
   */
  async take(body: Readable, most: number, signal?: AbortSignal): Promise<Spooled> {
    const path = join(this.folder, randomUUID());
    const hash = createHash('sha256');
    let size = 0;
    const counted = async function* (pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const piece of pieces) {
        size += piece.length;
        if (size > most) throw new ProblemError('FILE_TOO_LARGE', { given: `> ${most}`, allowed: most });
        hash.update(piece);
        yield piece;
      }
    };
    try {
      await pipeline(body, counted, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
      if (size === 0) throw new ProblemError('FILE_EMPTY', { field: 'body' });
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    const sha256 = hash.digest('hex');
    return { path, size, sha256, [Symbol.asyncDispose]: () => rm(path, { force: true }) };
  }
}

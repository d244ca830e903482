import type { FilePlace, SaidOfFile } from '@phoihop/core';
import type { CallerOfWork, Engine } from '@phoihop/platform/engine';
import type { CheckedFile } from './blob-store.js';
import type { FilesService } from './files-service.js';

export interface KeepingParts {
  readonly engine: Engine;
  readonly files: FilesService;
  readonly about: CallerOfWork;
}

/**
 * Keeps a checked file: its row as the caller, its bytes in the store, or neither. Who uploads the same bytes waits for
 * the other, so that nobody takes away what somebody else has just found there.
 */
export async function keepUpload(
  { engine, files: { core, store }, about }: KeepingParts,
  said: SaidOfFile,
  file: CheckedFile,
): Promise<{ id: number; name: string }> {
  let put = false;
  try {
    return await engine.transaction(about, async ({ context }) => {
      const place: FilePlace = await core.placeOfFile(context, said);
      await context.session.query(waitForSameBytes, [file.sha256]);
      const id = await core.recordAttachment(context, place, file);
      if (!(await store.has(file.sha256))) {
        put = true;
        await store.put(file, about.signal);
      }
      return { id, name: place.name };
    });
  } catch (error) {
    if (put) await takeBack(engine, core.bytesAreUsed, store, file.sha256);
    throw error;
  }
}

const waitForSameBytes = `select pg_advisory_xact_lock(hashtextextended('phoihop:blob:' || $1, 0))`;

/** The transaction failed after the bytes were there: nobody else's row may have come to need them since. */
async function takeBack(
  engine: Engine,
  bytesAreUsed: string,
  store: FilesService['store'],
  sha256: string,
): Promise<void> {
  await engine.database.asSystem('take back the bytes of a file that was not kept', async (session) => {
    await session.query(waitForSameBytes, [sha256]);
    const [row] = await session.query<{ used: boolean }>(bytesAreUsed, [sha256]);
    if (!row!.used) await store.remove(sha256);
  });
}

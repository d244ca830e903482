import type { Readable } from 'node:stream';

/** A file on this machine that has been checked and is to be kept. */
export interface CheckedFile {
  readonly path: string;
  readonly size: number;
  readonly mediaType: string;
  /** Hexadecimal, small letters: the name it is kept under. */
  readonly sha256: string;
}

/** Where the bytes of files are kept, each once, under their SHA-256. */
export interface BlobStore {
  has(sha256: string): Promise<boolean>;
  /** Keeps the bytes; when it resolves they survive a crash. The file may be moved away. `signal` ends what is slow. */
  put(file: CheckedFile, signal?: AbortSignal): Promise<void>;
  /** The bytes, as they come. @throws BlobMissing */
  get(sha256: string): Promise<Readable>;
  /** Takes the bytes away; none are there is fine. */
  remove(sha256: string): Promise<void>;
}

/** The store has lost what the database knows of. */
export class BlobMissing extends Error {
  constructor(sha256: string) {
    super(`The store has no bytes under ${sha256}.`);
    this.name = 'BlobMissing';
  }
}

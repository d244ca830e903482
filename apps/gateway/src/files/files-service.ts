import type {
  attachmentToFetch,
  bytesAreUsed,
  csvTable,
  importFigures,
  importReportLines,
  neutral,
  placeOfFile,
  recordAttachment,
  titlesBegin,
  xlsxTable,
} from '@phoihop/core';
import type { BlobStore } from './blob-store.js';
import type { Spool } from './spool.js';

/** What files need of `@phoihop/core`: what is known of them, and how tables are read. */
export interface FilesPort {
  readonly placeOfFile: typeof placeOfFile;
  readonly recordAttachment: typeof recordAttachment;
  readonly attachmentToFetch: typeof attachmentToFetch;
  readonly bytesAreUsed: typeof bytesAreUsed;
  readonly importFigures: typeof importFigures;
  readonly importReportLines: typeof importReportLines;
  readonly csvTable: typeof csvTable;
  readonly xlsxTable: typeof xlsxTable;
  readonly neutral: typeof neutral;
  readonly titlesBegin: typeof titlesBegin;
}

/** How much may go in and out at once; the settings of the same names say what for. */
export interface FileLimits {
  readonly fileBytes: number;
  readonly fileTypes: readonly string[];
  readonly importBytes: number;
  readonly importRows: number;
  readonly exportRows: number;
}

/** What the gateway's addresses for files work with. */
export interface FilesService {
  readonly core: FilesPort;
  readonly store: BlobStore;
  readonly spool: Spool;
  readonly limits: FileLimits;
}

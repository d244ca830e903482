import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename } from 'node:path';
import { ProblemError, type Caller, type PluginServices, type Session } from '@phoihop/platform';
import { loadCaller } from '../access/caller.js';
import { requireReason } from '../periods/require-reason.js';
import { csvTable } from './csv-rows.js';
import { figureRows } from './import-row.js';
import { importValues, type ImportReport } from './import-values.js';
import { patience } from './patience.js';
import { formatOf, type TableRow } from './table.js';
import { xlsxTable } from './xlsx-rows.js';

/** A file of figures that somebody imports from the command line. */
export interface FileImport {
  readonly path: string;
  /** Whose figures they become: the rights of this account decide, and nothing goes past them. */
  readonly username: string;
  /** Why, for the audit trail. */
  readonly reason: string;
  /** Whether figures that are there already and differ are corrected, for the same reason. */
  readonly correct: boolean;
}

/**
 * Imports a file of figures in one transaction in the name of an account. Only finding the account is done as the
 * system; the figures are checked and written by the serving role with the account's scopes set, so row security
 * holds as it does for what the account enters by hand, and another person must accept them.
 *
 * @throws ProblemError NOT_FOUND where there is no such account or it is disabled, FORBIDDEN where it may not record
 *   figures, REASON_REQUIRED; ProblemListError IMPORT_REJECTED with the mistakes by line.
 */
export async function importFile(services: PluginServices, file: FileImport): Promise<ImportReport> {
  const reason = requireReason(file.reason, 'reason');
  await access(file.path).catch(() => {
    throw new ProblemError('NOT_FOUND', { field: 'file', given: file.path });
  });
  const caller = await callerOf(services, file.username);
  if (!caller.permissions.has('core:value.record'))
    throw new ProblemError('FORBIDDEN', { field: 'import', permission: 'core:value.record' });
  const { clock, database } = services;
  const checksum = createHash('sha256');
  return database.transaction({ settings: settingsOf(caller, clock.businessDate) }, async (session) => {
    await session.query(patience);
    return importValues(
      { session, caller, clock, audit: auditIn(session, caller, clock.businessDate) },
      figureRows(tableOf(file.path, (bytes) => checksum.update(bytes))),
      {
        correctBecause: file.correct ? reason : null,
        facts: () => ({
          by: 'phoihop import',
          reason,
          file: basename(file.path),
          sha256: checksum.digest('hex'),
        }),
      },
    );
  });
}

async function callerOf(services: PluginServices, username: string): Promise<Caller> {
  const [account] = await services.database.asSystem('find the account that imports figures', (session) =>
    session.query<{ id: number; session_version: number }>(
      'select id, session_version from core.user_account where username_key = core.search_key($1)',
      [username],
    ),
  );
  const caller =
    account && (await loadCaller(services, { userId: account.id, sessionVersion: account.session_version }));
  if (!caller) throw new ProblemError('NOT_FOUND', { field: 'username', given: username });
  return caller;
}

/** What row security reads, as the platform sets it for an operation. */
const settingsOf = (
  { settings, userId, permissions }: Caller,
  businessDate: string,
): Record<string, string> => ({
  ...settings,
  user_id: String(userId),
  permissions: [...permissions].join(','),
  business_date: businessDate,
});

const auditIn =
  (session: Session, caller: Caller, businessDate: string) =>
  async (
    action: string,
    subject: { type: string; id: number | null },
    facts: Record<string, unknown> = {},
  ): Promise<void> => {
    await session.query(
      `insert into platform.audit_event (actor_id, action, subject_type, subject_id, facts, business_date)
       values ($1, $2, $3, $4, $5, $6)`,
      [caller.userId, action, subject.type, subject.id, JSON.stringify(facts), businessDate],
    );
  };

/** The rows of a file by its name: .xlsx is read as a spreadsheet, everything else as CSV. */
async function* tableOf(path: string, see: (piece: Uint8Array) => void): AsyncGenerator<TableRow> {
  const bytes = watched(createReadStream(path), see);
  if (formatOf(path) === 'csv') return yield* csvTable(bytes);
  for await (const _ of bytes);
  yield* xlsxTable(path);
}

async function* watched(
  bytes: AsyncIterable<Uint8Array>,
  see: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    see(piece);
    yield piece;
  }
}

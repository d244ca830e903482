import { DatabaseError, type DatabaseErrorCode } from '../connection/database-error.js';
import { checksum, type LedgerEntry } from './ledger.js';
import type { Migration, MigrationSource } from './migration.js';

/** Why this code must not run its migrations on this database. */
export interface MigrationRefusal {
  code: Extract<DatabaseErrorCode, 'MIGRATION_CHANGED' | 'MIGRATION_GAP' | 'DATABASE_AHEAD'>;
  owner: string;
  name: string;
  message: string;
}

/** What the code has against what the database remembers. */
export interface LedgerComparison {
  /** By owner, in the order in which they are to be applied. */
  pending: { source: MigrationSource; migrations: Migration[] }[];
  refusals: MigrationRefusal[];
  /** Owners in the ledger without code: a plugin whose package is gone. */
  absent: string[];
}

export function compareLedger(
  sources: readonly MigrationSource[],
  ledger: readonly LedgerEntry[],
): LedgerComparison {
  const owners = new Set(sources.map(({ owner }) => owner));
  const pending: LedgerComparison['pending'] = [];
  const refusals: MigrationRefusal[] = [];
  for (const source of sources) {
    const applied = new Map(
      ledger.filter(({ owner }) => owner === source.owner).map((entry) => [entry.name, entry]),
    );
    refusals.push(...refusalsOf(source, applied));
    pending.push({ source, migrations: source.migrations.filter(({ name }) => !applied.has(name)) });
  }
  const absent = [...new Set(ledger.map(({ owner }) => owner))].filter((owner) => !owners.has(owner));
  return { pending, refusals, absent };
}

function refusalsOf(source: MigrationSource, applied: ReadonlyMap<string, LedgerEntry>): MigrationRefusal[] {
  const { owner, migrations } = source;
  const refusals: MigrationRefusal[] = [];
  const lastApplied = migrations.findLastIndex(({ name }) => applied.has(name));
  for (const [index, migration] of migrations.entries()) {
    const { name } = migration;
    const entry = applied.get(name);
    if (!entry && index < lastApplied) {
      refusals.push({
        code: 'MIGRATION_GAP',
        owner,
        name,
        message:
          `"${owner}/${name}" has not been applied, but "${migrations[lastApplied]!.name}" after it has. ` +
          'Give it the next free number, so that every database runs the same steps in the same order.',
      });
    }
    if (entry && entry.checksum !== checksum(migration)) {
      refusals.push({
        code: 'MIGRATION_CHANGED',
        owner,
        name,
        message:
          `"${owner}/${name}" has been applied with another text. Put the old text back and write what is new as a ` +
          'migration of its own; on a database that may be lost, revert it first.',
      });
    }
  }
  const known = new Set(migrations.map(({ name }) => name));
  for (const name of applied.keys()) {
    if (known.has(name)) continue;
    refusals.push({
      code: 'DATABASE_AHEAD',
      owner,
      name,
      message:
        `The database has "${owner}/${name}", which this code does not know: it was migrated by a newer version. ` +
        `Start that version, or revert "${owner}" to what this one knows.`,
    });
  }
  return refusals;
}

/** @throws DatabaseError with the code of the first refusal and the text of all */
export function throwRefusals(refusals: readonly MigrationRefusal[]): void {
  const [first] = refusals;
  if (!first) return;
  const list = refusals.map(({ code, message }) => `  - ${code}: ${message}\n`).join('');
  throw new DatabaseError(
    first.code,
    `The database does not fit this code, so nothing was migrated:\n${list}`,
  );
}

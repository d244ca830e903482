import { readTarget, withConnection } from '../connection/target.js';
import type { PgClient } from '../connection/pg.js';
import { applyMigration } from './apply-migration.js';
import {
  compareLedger,
  throwRefusals,
  type LedgerComparison,
  type MigrationRefusal,
} from './compare-ledger.js';
import { createExtensions } from './extensions.js';
import { createLedger, readLedger } from './ledger.js';
import { defaultLockTimeoutMs, takeMigrationLock } from './migration-lock.js';
import type { MigrationProgress, MigrationReport, MigrationSource } from './migration.js';
import { orderSources } from './order-sources.js';

export interface MigrateOptions {
  ownerUrl: string;
  sources: MigrationSource[];
  onProgress?: (progress: MigrationProgress) => void;
  /** How long to wait for another process that migrates; ten minutes when not given. */
  lockTimeoutMs?: number;
}

/**
 * Brings the database up to what the code has. Any number of processes may call it at once: one works, the others
 * wait and then find nothing to do. A failing migration stops its own source and those that require it, no other.
 *
 * @returns one report per source, in the order they were run, then one per absent owner
 * @throws DatabaseError MIGRATION_SOURCES_INVALID, MIGRATION_CHANGED, MIGRATION_GAP, DATABASE_AHEAD,
 *   MIGRATION_LOCKED, EXTENSION_MISSING, SERVICE_UNAVAILABLE; in all of these cases nothing, or nothing more, was run
 */
export async function migrate(options: MigrateOptions): Promise<MigrationReport[]> {
  const { ownerUrl, onProgress = () => {}, lockTimeoutMs = defaultLockTimeoutMs } = options;
  const sources = orderSources(options.sources);
  const owner = readTarget(ownerUrl);
  return withConnection(owner, 'phoihop migration lock', async (lock) => {
    await takeMigrationLock(lock, lockTimeoutMs, () =>
      onProgress({ state: 'waiting', owner: '', name: '', position: 0, total: 0 }),
    );
    return withConnection(owner, 'phoihop migrate', async (client) => {
      const comparison = compareLedger(sources, await readLedger(client));
      throwRefusals(comparison.refusals);
      await createExtensions(client);
      await createLedger(client);
      return run(lock, client, comparison, onProgress);
    });
  });
}

async function run(
  lock: PgClient,
  client: PgClient,
  { pending, absent }: LedgerComparison,
  onProgress: (progress: MigrationProgress) => void,
): Promise<MigrationReport[]> {
  const total = pending.reduce((sum, { migrations }) => sum + migrations.length, 0);
  let position = 0;
  const reports = new Map<string, MigrationReport>();
  for (const { source, migrations } of pending) {
    const { owner } = source;
    const report: MigrationReport = { owner, applied: [] };
    reports.set(owner, report);
    const skippedBecause = blocker(source, reports);
    if (skippedBecause !== undefined) {
      report.skippedBecause = skippedBecause;
      continue;
    }
    for (const migration of migrations) {
      const { name } = migration;
      const step = { owner, name, position: (position += 1), total };
      await lock.query('select 1'); // Rejects when the connection that holds the lock is gone: then stop.
      onProgress({ state: 'applying', ...step });
      const error = await failureOf(applyMigration(client, owner, migration));
      onProgress({ state: error ? 'failed' : 'applied', ...step });
      if (error) {
        report.failed = { name, error };
        break;
      }
      report.applied.push(name);
    }
  }
  return [...reports.values(), ...absent.map((owner) => ({ owner, applied: [], absent: true as const }))];
}

/** The error of a migration that failed by itself; one of the connection concerns all and is thrown. */
async function failureOf(work: Promise<void>): Promise<Error | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'MIGRATION_FAILED') throw error;
    return error as Error;
  }
}

function blocker(source: MigrationSource, reports: ReadonlyMap<string, MigrationReport>): string | undefined {
  for (const name of source.requires) {
    const required = reports.get(name);
    if (required?.failed) return `It requires "${name}", whose migration ${required.failed.name} failed.`;
    if (required?.skippedBecause)
      return `It requires "${name}", which was skipped. ${required.skippedBecause}`;
  }
  return undefined;
}

/** What `migrate` would do. */
export interface MigrationPlan {
  pending: { owner: string; name: string }[];
  /** Why it would refuse; empty when it would not. */
  refusals: MigrationRefusal[];
  absent: string[];
}

/** Reads only, takes no lock, and works on a database that has never been migrated. */
export async function planMigrations(
  options: Pick<MigrateOptions, 'ownerUrl' | 'sources'>,
): Promise<MigrationPlan> {
  const sources = orderSources(options.sources);
  const ledger = await withConnection(readTarget(options.ownerUrl), 'phoihop plan', readLedger);
  const { pending, refusals, absent } = compareLedger(sources, ledger);
  return {
    pending: pending.flatMap(({ source, migrations }) =>
      migrations.map(({ name }) => ({ owner: source.owner, name })),
    ),
    refusals,
    absent,
  };
}

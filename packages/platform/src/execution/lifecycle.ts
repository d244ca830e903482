import { migrate, openDatabase, type Database, type MigrationReport } from '@phoihop/database';
import type { Clock } from '../contract/context.js';
import type { Plugin } from '../contract/plugin.js';
import { ProblemError } from '../contract/problem.js';
import type { PluginServices } from '../contract/services.js';
import { entitiesOf, type Composition } from '../composition/compose.js';
import { migrationSources } from './plugin-tables.js';
import { secureRows } from './secure-rows.js';

/** How a plugin stands in a running gateway. */
export type PluginState = 'ENABLED' | 'DISABLED' | 'QUARANTINED';

/** State of one plugin with the reason why it does not serve. */
export interface PluginStatus {
  readonly id: string;
  readonly state: PluginState;
  /** For operators; not shown to clients. */
  readonly reason?: string;
  /** Milliseconds that loading and `ready` took. */
  readonly startMilliseconds: number;
}

/** How to reach PostgreSQL. */
export interface DatabaseLocation {
  readonly ownerUrl: string;
  readonly servingUrl?: string;
  readonly poolSize?: number;
}

/** What starting needs. */
export interface StartOptions {
  readonly composition: Composition;
  readonly location: DatabaseLocation;
  readonly clock: Clock;
  readonly options: Readonly<Record<string, unknown>>;
  readonly log: (message: string, facts?: Record<string, unknown>) => void;
  readonly onProgress?: (message: string) => void;
}

/** The started plugins over one database. */
export interface Started {
  readonly database: Database;
  readonly statuses: ReadonlyMap<string, PluginStatus>;
  services(plugin: Plugin): PluginServices;
}

/**
 * Starts the composed plugins: migrate, secure the rows, load reference data, `ready`. A plugin that fails is
 * quarantined by name with those that require it; core must not fail. One that is switched off is migrated, so that
 * it can be switched on again, but not started.
 * @throws Error where the platform or core cannot be started.
 */
export async function startPlugins(start: StartOptions): Promise<Started> {
  const { plugins } = start.composition;
  start.onProgress?.('migrating the database');
  const reports = await migrate({
    ownerUrl: start.location.ownerUrl,
    sources: migrationSources(plugins),
    onProgress: ({ state, owner, name }) => start.onProgress?.(`migration ${owner}/${name}: ${state}`),
  });
  const troubles = migrationFailures(reports);
  const standing = plugins.filter((plugin) => !troubles.has(plugin.id));
  for (const [plugin, reason] of await secureRows(standing, start.location)) troubles.set(plugin, reason);
  const database = await openDatabase({ ...start.location, entities: entitiesOf(plugins) as never });
  try {
    const services = servicesOver(database, start);
    const disabled = await disabledPlugins(database);
    const statuses = new Map<string, PluginStatus>();
    for (const plugin of plugins) {
      const began = performance.now();
      const standingNow = await startOne(plugin, { statuses, troubles, disabled, services, start });
      const startMilliseconds = performance.now() - began;
      statuses.set(plugin.id, { id: plugin.id, ...standingNow, startMilliseconds });
      if (standingNow.state === 'QUARANTINED') {
        start.log('plugin quarantined', { plugin: plugin.id, reason: standingNow.reason });
      }
    }
    return { database, services, statuses };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function servicesOver(
  database: Database,
  { composition, clock, options, log }: StartOptions,
): Started['services'] {
  const made = new Map<string, PluginServices>();
  return (plugin) => {
    const given = options[plugin.id];
    const services = made.get(plugin.id) ?? {
      database,
      clock,
      plugins: composition.plugins,
      options: plugin.options ? plugin.options.parse(given ?? {}) : given,
      log,
    };
    made.set(plugin.id, services);
    return services;
  };
}

function migrationFailures(reports: readonly MigrationReport[]): Map<string, string> {
  const troubles = new Map<string, string>();
  for (const { owner, failed, skippedBecause } of reports) {
    if (!failed && !skippedBecause) continue;
    const reason = failed
      ? `migration ${failed.name} failed: ${String(failed.error)}`
      : `it requires ${skippedBecause}`;
    if (owner === 'platform' || owner === 'core') throw new Error(`${owner} cannot start: ${reason}`);
    troubles.set(owner, reason);
  }
  return troubles;
}

/** What is known when a plugin's turn comes: those it requires have had theirs. */
interface Turn {
  readonly statuses: ReadonlyMap<string, PluginStatus>;
  readonly troubles: ReadonlyMap<string, string>;
  readonly disabled: ReadonlySet<string>;
  readonly services: Started['services'];
  readonly start: StartOptions;
}

async function startOne(plugin: Plugin, turn: Turn): Promise<Pick<PluginStatus, 'state' | 'reason'>> {
  const required = Object.keys(plugin.requires ?? {}).map((id) => turn.statuses.get(id));
  const broken = required.find((status) => status?.state === 'QUARANTINED');
  const trouble = turn.troubles.get(plugin.id) ?? (broken && `it requires ${broken.id}`);
  if (trouble) return { state: 'QUARANTINED', reason: trouble };
  const off = required.find((status) => status?.state === 'DISABLED');
  if (off) return { state: 'DISABLED', reason: `it requires ${off.id}, which is switched off` };
  // Core is what everything stands on, signing in too: whoever switched it off could never switch it on again.
  if (turn.disabled.has(plugin.id) && plugin.id !== 'core') return { state: 'DISABLED' };
  let step = 'reading its options';
  try {
    const services = turn.services(plugin);
    if (plugin.data?.load) {
      step = 'its data.load';
      turn.start.onProgress?.(`loading reference data of ${plugin.id}`);
      await plugin.data.load(services);
    }
    step = 'its hooks.ready';
    await plugin.hooks?.ready?.(services);
    return { state: 'ENABLED' };
  } catch (error) {
    if (plugin.id === 'core') throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { state: 'QUARANTINED', reason: `${step} failed: ${reason}` };
  }
}

async function disabledPlugins(database: Database): Promise<Set<string>> {
  return database.asSystem('read which plugins are switched off', async (session) => {
    const rows = await session.query<{ plugin_id: string }>(
      'select plugin_id from platform.plugin_state where not enabled',
    );
    return new Set(rows.map((row) => row.plugin_id));
  });
}

/** Stops what was started, the last first. One that cannot stop does not keep the others from it. */
export async function stopPlugins(
  plugins: readonly Plugin[],
  { statuses, database }: Started,
  log: StartOptions['log'],
): Promise<void> {
  for (const plugin of plugins.toReversed()) {
    if (statuses.get(plugin.id)?.state !== 'ENABLED') continue;
    try {
      await plugin.hooks?.stop?.();
    } catch (error) {
      log('plugin did not stop', {
        plugin: plugin.id,
        reason: error instanceof Error ? error.message : String(error),
      });
    }
  }
  await database.close();
}

/** Says why a plugin's fields answer null, or nothing while it serves. */
export type Availability = (plugin: string) => ProblemError | null;

/** The error that a plugin which does not serve answers with. */
export function unavailability(status: PluginStatus | undefined): ProblemError | null {
  if (!status || status.state === 'ENABLED') return null;
  return new ProblemError(status.state === 'DISABLED' ? 'PLUGIN_DISABLED' : 'PLUGIN_UNAVAILABLE', {
    plugin: status.id,
  });
}

import {
  applyRowSecurity,
  migrate,
  openDatabase,
  servingRoleOf,
  type Database,
  type Migration,
  type MigrationReport,
  type MigrationSource,
  type TableSecurity,
} from '@phoihop/database';
import type { RowRule } from '../contract/access.js';
import type { Clock } from '../contract/context.js';
import type { Plugin } from '../contract/plugin.js';
import { ProblemError } from '../contract/problem.js';
import type { PluginServices } from '../contract/services.js';
import { entitiesOf, type Composition } from '../composition/compose.js';
import { schemaNameOf, tableNameOf } from '../composition/conflicts.js';
import { platformMigrations, platformTables } from './platform-tables.js';

/** How a plugin stands in a running gateway. */
export type PluginState = 'ENABLED' | 'DISABLED' | 'QUARANTINED';

/** State of one plugin with the reason of a quarantine. */
export interface PluginStatus {
  readonly id: string;
  readonly state: PluginState;
  /** For operators; not shown to clients. */
  readonly reason?: string;
  /** Milliseconds that migrating, loading and `ready` took. */
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

/** Every plugin's migrations, the platform's first. */
export function migrationSources(plugins: readonly Plugin[]): MigrationSource[] {
  return [
    { owner: 'platform', requires: [], migrations: [...platformMigrations] },
    ...plugins.map((plugin) => ({
      owner: plugin.id,
      requires: ['platform', ...(plugin.id === 'core' ? [] : ['core']), ...Object.keys(plugin.requires ?? {})],
      migrations: plugin.data ? [schemaMigration(plugin.id), ...plugin.data.migrations] : [],
    })),
  ];
}

/** A plugin's own PostgreSQL schema comes before its first migration, and takes everything with it when reverted. */
function schemaMigration(pluginId: string): Migration {
  const schema = schemaNameOf(pluginId);
  return {
    name: '0000_schema',
    up: `create schema if not exists "${schema}";`,
    down: `drop schema if exists "${schema}" cascade;`,
  };
}

/** Every table's row rule as row security, from the plugins whose tables are there. */
export function rowSecurityOf(plugins: readonly Plugin[]): TableSecurity[] {
  const ofPlugin = (plugin: Plugin): TableSecurity[] => [
    ...(plugin.data?.entities ?? []).map((entity) => {
      const [schema = '', table = ''] = tableNameOf(entity)!.split('.');
      return secured(schema, table, plugin.data!.rows[entity.name]!);
    }),
    ...Object.entries(plugin.data?.tables ?? {}).map(([table, rule]) => secured(schemaNameOf(plugin.id), table, rule)),
  ];
  return [...platformTables, ...plugins.flatMap(ofPlugin)];
}

function secured(schema: string, table: string, rule: RowRule): TableSecurity {
  const { select, insert, update, delete: remove, updateColumns } = rule;
  if (!updateColumns || update === 'never') return { schema, table, select, insert, update, delete: remove };
  const using = update === 'always' ? 'true' : update.using;
  return { schema, table, select, insert, update: { using, columns: [...updateColumns] }, delete: remove };
}

/**
 * Starts the composed plugins: migrate, secure the rows, load reference data, `ready`. A plugin that fails is
 * quarantined by name with those that require it; core must not fail.
 * @throws Error where the platform or core cannot be started.
 */
export async function startPlugins(start: StartOptions): Promise<Started> {
  const { plugins } = start.composition;
  const troubles = new Map<string, string>();
  const times = new Map<string, number>();
  start.onProgress?.('migrating the database');
  const reports = await migrate({
    ownerUrl: start.location.ownerUrl,
    sources: migrationSources(plugins),
    onProgress: ({ state, owner, name }) => start.onProgress?.(`migration ${owner}/${name}: ${state}`),
  });
  noteFailures(reports, troubles);
  const standing = plugins.filter((plugin) => !troubles.has(plugin.id));
  await applyRowSecurity({ ownerUrl: start.location.ownerUrl, tables: rowSecurityOf(standing), servingRole: servingRoleOf(start.location.servingUrl) });
  const database = await openDatabase({ ...start.location, entities: entitiesOf(plugins) as never });
  const services = (plugin: Plugin): PluginServices => ({
    database,
    clock: start.clock,
    plugins,
    options: plugin.options ? plugin.options.parse(start.options[plugin.id] ?? {}) : start.options[plugin.id],
    log: start.log,
  });
  try {
    for (const plugin of plugins) {
      const began = performance.now();
      await startOne(plugin, services, troubles, start);
      times.set(plugin.id, performance.now() - began);
    }
    const disabled = await disabledPlugins(database);
    return { database, services, statuses: statusesOf(plugins, troubles, times, disabled) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function noteFailures(reports: readonly MigrationReport[], troubles: Map<string, string>): void {
  for (const { owner, failed, skippedBecause } of reports) {
    if (!failed && !skippedBecause) continue;
    const reason = failed ? `migration ${failed.name} failed: ${String(failed.error)}` : `it requires ${skippedBecause}`;
    if (owner === 'platform' || owner === 'core') throw new Error(`${owner} cannot start: ${reason}`);
    troubles.set(owner, reason);
  }
}

async function startOne(
  plugin: Plugin,
  services: (plugin: Plugin) => PluginServices,
  troubles: Map<string, string>,
  { log, onProgress }: StartOptions,
): Promise<void> {
  const broken = Object.keys(plugin.requires ?? {}).find((id) => troubles.has(id));
  if (broken && !troubles.has(plugin.id)) troubles.set(plugin.id, `it requires ${broken}`);
  if (troubles.has(plugin.id)) return;
  try {
    if (plugin.data?.load) {
      onProgress?.(`loading reference data of ${plugin.id}`);
      await plugin.data.load(services(plugin));
    }
    await plugin.hooks?.ready?.(services(plugin));
  } catch (error) {
    if (plugin.id === 'core') throw error;
    troubles.set(plugin.id, error instanceof Error ? error.message : String(error));
    log('plugin quarantined', { plugin: plugin.id, reason: troubles.get(plugin.id) });
  }
}

async function disabledPlugins(database: Database): Promise<Set<string>> {
  return database.asSystem('read which plugins are switched off', async (session) => {
    const rows = await session.query<{ plugin_id: string }>('select plugin_id from platform.plugin_state where not enabled');
    return new Set(rows.map((row) => row.plugin_id));
  });
}

function statusesOf(
  plugins: readonly Plugin[],
  troubles: ReadonlyMap<string, string>,
  times: ReadonlyMap<string, number>,
  disabled: ReadonlySet<string>,
): Map<string, PluginStatus> {
  return new Map(
    plugins.map((plugin) => {
      const reason = troubles.get(plugin.id);
      const state: PluginState = reason ? 'QUARANTINED' : disabled.has(plugin.id) ? 'DISABLED' : 'ENABLED';
      return [plugin.id, { id: plugin.id, state, reason, startMilliseconds: times.get(plugin.id) ?? 0 }];
    }),
  );
}

/** The error that a plugin which does not serve answers with. */
export function unavailability(status: PluginStatus | undefined): ProblemError | null {
  if (!status || status.state === 'ENABLED') return null;
  return new ProblemError(status.state === 'DISABLED' ? 'PLUGIN_DISABLED' : 'PLUGIN_UNAVAILABLE', { plugin: status.id });
}

import type { Migration, MigrationSource, TableSecurity } from '@phoihop/database';
import type { RowRule } from '../contract/access.js';
import type { Plugin } from '../contract/plugin.js';
import { schemaNameOf } from '../composition/generated-names.js';
import { tableNameOf } from '../reading/entity-table.js';
import { platformMigrations, platformTables } from './platform-tables.js';

/** Every plugin's migrations, the platform's first. */
export function migrationSources(plugins: readonly Plugin[]): MigrationSource[] {
  return [
    { owner: 'platform', requires: [], migrations: [...platformMigrations] },
    ...plugins.map((plugin) => ({
      owner: plugin.id,
      requires: [
        'platform',
        ...(plugin.id === 'core' ? [] : ['core']),
        ...Object.keys(plugin.requires ?? {}),
      ],
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
    ...Object.entries(plugin.data?.tables ?? {}).map(([table, rule]) =>
      secured(schemaNameOf(plugin.id), table, rule),
    ),
  ];
  return [...platformTables, ...plugins.flatMap(ofPlugin)];
}

/** Tables, quoted, of which everybody sees every row. */
export function openTablesOf(plugins: readonly Plugin[]): ReadonlySet<string> {
  return new Set(
    rowSecurityOf(plugins)
      .filter(({ select }) => select === 'always')
      .map(({ schema, table }) => `"${schema}"."${table}"`),
  );
}

function secured(schema: string, table: string, rule: RowRule): TableSecurity {
  const { insert, update, delete: remove, updateColumns } = rule;
  // What only lists use is not the database's.
  const select = typeof rule.select === 'string' ? rule.select : { using: rule.select.using };
  if (!updateColumns || update === 'never') return { schema, table, select, insert, update, delete: remove };
  const using = update === 'always' ? 'true' : update.using;
  return { schema, table, select, insert, update: { using, columns: [...updateColumns] }, delete: remove };
}

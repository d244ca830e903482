import { applyRowSecurity, DatabaseError, servingRoleOf } from '@phoihop/database';
import type { Plugin } from '../contract/plugin.js';
import { tableNameOf } from '../reading/entity-table.js';
import type { DatabaseLocation } from './lifecycle.js';
import { rowSecurityOf } from './plugin-tables.js';

/** What a mistake in some plugin's row rules is called; any other error concerns all. */
const mistakes: ReadonlySet<string> = new Set([
  'TABLE_WITHOUT_ROW_RULE',
  'ROW_RULE_WITHOUT_TABLE',
  'ROW_RULE_INVALID',
]);

/**
 * Makes the database enforce the row rules of all plugins, in one transaction. Where one plugin's rules are wrong it
 * is left out, so that its tables are closed and the others serve: it is the one without which the rest is right.
 * @returns Who was left out, with the reason.
 * @throws DatabaseError where core's or the platform's own rules are wrong, or more than one plugin's.
 */
export async function secureRows(
  plugins: readonly Plugin[],
  location: DatabaseLocation,
): Promise<ReadonlyMap<string, string>> {
  const apply = (some: readonly Plugin[]) =>
    applyRowSecurity({
      ownerUrl: location.ownerUrl,
      tables: rowSecurityOf(some),
      servingRole: servingRoleOf(location.servingUrl),
    });
  try {
    await apply(plugins);
    return new Map();
  } catch (error) {
    if (!isMistake(error)) throw error;
    for (const suspect of plugins.filter(({ id, data }) => id !== 'core' && data)) {
      try {
        await apply(plugins.filter((plugin) => plugin !== suspect));
        return new Map([[suspect.id, `${placeOf(suspect, error)}${error.message}`]]);
      } catch (another) {
        if (!isMistake(another)) throw another;
      }
    }
    throw error;
  }
}

/** Where the manifest has the rule of the table that an error is about. */
function placeOf({ data }: Plugin, { schema, table }: DatabaseError): string {
  if (!table) return '';
  const entity = data?.entities.find((one) => tableNameOf(one) === `${schema}.${table}`);
  return `${entity ? `data.rows.${entity.name}` : `data.tables.${table}`}: `;
}

const isMistake = (error: unknown): error is DatabaseError =>
  error instanceof DatabaseError && mistakes.has(error.code);

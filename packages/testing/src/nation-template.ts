import { createHash } from 'node:crypto';
import { loadNationalUnits } from '@phoihop/core';
import { migrate, openDatabase } from '@phoihop/database';
import type { DatabaseTemplate } from '@phoihop/database/testing';
import type { Plugin } from '@phoihop/platform';
import { migrationSources } from '@phoihop/platform/engine';

/**
 * A database that holds the nation's units and nothing else of core: made once for a whole test run (it takes
 * seconds), and what every test bed with core begins with.
 * @returns undefined where core does not begin with the units.
 */
export function nationTemplate(plugins: readonly Plugin[]): DatabaseTemplate | undefined {
  const core = plugins.find(({ id }) => id === 'core');
  if (core?.data?.migrations[0]?.name !== '0001_units') return undefined;
  const sources = migrationSources([core]).map((source) =>
    source.owner === 'core'
      ? { ...source, migrations: source.migrations.filter(({ name }) => name <= '0001_units') }
      : source,
  );
  const text = JSON.stringify(sources);
  return {
    key: `nation${createHash('sha256').update(text).digest('hex').slice(0, 16)}`,
    prepare: async ({ ownerUrl, servingUrl }) => {
      await migrate({ ownerUrl, sources });
      const database = await openDatabase({ ownerUrl, servingUrl, entities: [] });
      try {
        await database.asSystem('load the nation for tests', (session) =>
          loadNationalUnits((sql, parameters) => session.query(sql, parameters as unknown[])),
        );
      } finally {
        await database.close();
      }
    },
  };
}

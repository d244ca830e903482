import { jest } from '@jest/globals';
import core from '@phoihop/core';
import { createTemporaryDatabase, type TemporaryDatabase } from '@phoihop/database/testing';
import { nationTemplate } from '@phoihop/testing';
import { commandHost } from '../../apps/gateway/src/command-host.js';
import { explainCommand } from '../../packages/cli/src/commands/explain.js';
import { loadCommand } from '../../packages/cli/src/commands/load.js';
import { planCommand } from '../../packages/cli/src/commands/migrate.js';
import type { Host } from '../../packages/cli/src/host.js';

/** Commands work by the settings of the gateway: one set of environment variables, one outcome. */
let place: TemporaryDatabase;
beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation(() => {}); // the progress that a command prints
  place = await createTemporaryDatabase(nationTemplate([core]));
}, 600_000);
afterAll(() => place?.drop());

function hostOf(settings: Record<string, string>): Host {
  const host = commandHost({
    DATABASE_URL: place.ownerUrl,
    DATABASE_SERVING_URL: place.servingUrl,
    ...settings,
  });
  return { ...host, loadPlugins: async () => (await host.loadPlugins()).plugins };
}

const countOf = async (table: string): Promise<number> =>
  Number((await place.sql<{ count: string }>(`select count(*) from ${table} where demo`))[0]!.count);

// One database, in this order: what the plan announces is loaded next.
test('a plan has the migrations of the plugins of PLUGINS, and writes nothing', async () => {
  const plan = await planCommand(hostOf({ PLUGINS: 'social-insurance' }));
  expect(plan).toContain('"social-insurance"');
  expect(plan).not.toContain('"elections"');
  expect(await place.sql(`select 1 from pg_namespace where nspname = 'social_insurance'`)).toEqual([]);
});

test('load brings nobody and no figure that is invented into a database of yours, and only the plugins of PLUGINS', async () => {
  const host = hostOf({ PLUGINS: 'social-insurance' });
  expect(await loadCommand(host)).toBe('2 plugins are migrated and loaded');
  const programs = await place.sql<{ plugin: string }>('select distinct plugin from core.program order by 1');
  expect(programs.map(({ plugin }) => plugin)).toEqual(['core', 'social-insurance']);
  expect(await countOf('core.user_account')).toBe(0);
  expect(await countOf('core.data_value')).toBe(0);
  expect(await countOf('social_insurance.coverage_snapshot')).toBe(0);
});

test('load brings the demonstration where DEMO is on', async () => {
  await loadCommand(hostOf({ DEMO: 'on', PLUGINS: 'social-insurance' }));
  expect(await countOf('core.user_account')).toBeGreaterThan(5);
  expect(await countOf('core.data_value')).toBeGreaterThan(100);
  expect(await countOf('social_insurance.coverage_snapshot')).toBeGreaterThan(10);
});

test('explain is of the plugins of PLUGINS, and says so when asked for another', async () => {
  const host = hostOf({ PLUGINS: 'elections' });
  expect(await explainCommand(host, { plugin: 'elections' })).toMatch(/^elections 1\.0\.0/);
  await expect(explainCommand(host, { plugin: 'social-insurance' })).rejects.toThrow(
    'There is no plugin social-insurance; loaded are core, elections.',
  );
});

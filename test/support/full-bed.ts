import { createTestBed, type TestBed } from '@phoihop/testing';
import { loadCaller } from '@phoihop/core';
import type { Plugin } from '@phoihop/platform';
import { loadPlugins } from '../../apps/gateway/src/load-plugins.js';

/**
 * The whole product as `npm start` runs it, without HTTP: all plugins, the demonstration, 2021-10-15.
 * @param extra Plugins beside those of the product.
 */
export async function createFullBed(extra: readonly Plugin[] = []): Promise<TestBed> {
  const { plugins, leftOut } = await loadPlugins();
  if (leftOut.size > 0) throw new Error(`Plugins left out: ${[...leftOut].join('; ')}`);
  const demo = Object.fromEntries(plugins.map(({ id }) => [id, { demo: true }]));
  const bed = await createTestBed({
    plugins: [...plugins, ...extra],
    pluginOptions: demo,
    callerNamed: async (engine, name) => {
      const [user] = await engine.database.asSystem('a test signs in', (session) =>
        session.query<{ id: number; session_version: number }>(
          'select id, session_version from core.user_account where username = $1',
          [name],
        ),
      );
      if (!user) return null;
      return loadCaller(engine.servicesFor('core'), {
        userId: user.id,
        sessionVersion: user.session_version,
      });
    },
  });
  return bed;
}

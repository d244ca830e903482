import { createTestBed, type TestBed } from '@phoihop/testing';
import { loadCaller, type IssueToken } from '@phoihop/core';
import type { Plugin } from '@phoihop/platform';
import { loadPlugins } from '../../apps/gateway/src/load-plugins.js';

/** What a bed of the whole product may be given besides. */
export interface FullBedOptions {
  readonly businessDate?: string;
  /** What makes tokens, of whoever puts HTTP around it. */
  readonly issueToken?: IssueToken;
  /** Plugins beside those of the product. */
  readonly extra?: readonly Plugin[];
}

/** The whole product as `npm start` runs it, without HTTP: all plugins, the demonstration, 2021-10-15. */
export async function createFullBed({
  businessDate,
  issueToken,
  extra = [],
}: FullBedOptions = {}): Promise<TestBed> {
  const { plugins, leftOut } = await loadPlugins();
  if (leftOut.size > 0) throw new Error(`Plugins left out: ${[...leftOut].join('; ')}`);
  const demo = Object.fromEntries(plugins.map(({ id }) => [id, { demo: true }]));
  const bed = await createTestBed({
    plugins: [...plugins, ...extra],
    businessDate,
    pluginOptions: { ...demo, core: { demo: true, ...(issueToken ? { issueToken } : {}) } },
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

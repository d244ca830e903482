/** For tests: core and this plugin with the demonstration of Trảng Bom, asked as the people in it. */
import core, { loadCaller } from '@phoihop/core';
import type { Caller, Plugin } from '@phoihop/platform';
import { createTestBed, type Answer, type TestBed } from '@phoihop/testing';
import socialInsurance from './plugin.js';

const x: Plugin[] = [core, socialInsurance];
export async function startBed(): Promise<TestBed> {
  const bed: TestBed = await createTestBed({
    plugins: x,
    pluginOptions: { core: { demo: true }, 'social-insurance': { demo: true } },
    callerNamed: async (engine, username) => {
      const [user] = await bed.sql<{ id: number; session_version: number }>(
        'select id::int, session_version from core.user_account where username = $1',
        [username],
      );
      return user
        ? loadCaller(engine.servicesFor('core'), { userId: user.id, sessionVersion: user.session_version })
        : null;
    },
  });
  return bed;
}

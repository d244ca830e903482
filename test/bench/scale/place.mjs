import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedServer } from '@phoihop/database';
import { Engine } from '@phoihop/platform/engine';
import { loadPlugins } from '../../../apps/gateway/dist/load-plugins.js';

pg.types.setTypeParser(20, Number);

/** A server of the benchmark's own, in a folder that is removed at the end, with all plugins loaded and served. */
export async function startPlace() {
  const folder = await mkdtemp(join(tmpdir(), 'phoihop-scale-'));
  const server = await startEmbeddedServer({ dataFolder: folder, durable: false });
  const { plugins } = await loadPlugins();
  const engine = await Engine.start({
    plugins,
    database: server,
    clock: { businessDate: '2021-10-15', now: () => new Date() },
  });
  const owner = new pg.Client({ connectionString: server.ownerUrl });
  await owner.connect();
  await owner.query(
    `set maintenance_work_mem = '1GB'; set work_mem = '256MB'; set max_parallel_maintenance_workers = 1`,
  );
  return {
    server,
    engine,
    owner,
    /** SQL as the owner, outside of everything that is measured. */
    sql: async (text, values) => (await owner.query(text, values)).rows,
    stop: async () => {
      await owner.end();
      await engine.stop();
      await server.stop();
      // Started as root, PostgreSQL runs as another account, and its data lie elsewhere.
      for (const one of [folder, server.dataFolder]) await rm(one, { recursive: true, force: true });
    },
  };
}

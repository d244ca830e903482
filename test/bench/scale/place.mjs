import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedServer } from '@phoihop/database';
import { Engine } from '@phoihop/platform/engine';
import { loadPlugins } from '../../../apps/gateway/dist/load-plugins.js';

pg.types.setTypeParser(20, Number);

/**
 * All plugins loaded and served, on a server of the benchmark's own in a folder that is removed at the end, or on a
 * database that was kept and stays.
 * @param kept Its addresses, for the owner and for the serving role.
 */
export async function startPlace(kept) {
  const { server, remove } = kept ? { server: kept, remove: async () => {} } : await serverOfItsOwn();
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
      await remove();
    },
  };
}

async function serverOfItsOwn() {
  const folder = await mkdtemp(join(tmpdir(), 'phoihop-scale-'));
  const server = await startEmbeddedServer({ dataFolder: folder, durable: false });
  const remove = async () => {
    await server.stop();
    // Started as root, PostgreSQL runs as another account, and its data lie elsewhere.
    for (const one of [folder, server.dataFolder]) await rm(one, { recursive: true, force: true });
  };
  return { server, remove };
}

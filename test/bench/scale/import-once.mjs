// One import in a process of its own: prints how long it took, the processor time of this process and of its database
// connection, and the most memory the process had.
import { importFile } from '@phoihop/core';
import { Engine } from '@phoihop/platform/engine';
import { processorTime } from './processor-time.mjs';
import { loadPlugins } from '../../../apps/gateway/dist/load-plugins.js';

const [ownerUrl, servingUrl, path] = process.argv.slice(2);
const { plugins } = await loadPlugins();
const engine = await Engine.start({
  plugins,
  // One connection, so that the import's is known.
  database: { ownerUrl, servingUrl, poolSize: 1 },
  clock: { businessDate: '2021-10-15', now: () => new Date() },
});
try {
  const [{ pid }] = await engine.database.transaction({}, (session) =>
    session.query('select pg_backend_pid() as pid'),
  );
  const before = { time: performance.now(), own: process.cpuUsage(), connection: processorTime(pid) };
  await importFile(engine.servicesFor('core'), {
    path,
    username: 'importer',
    reason: 'benchmark',
    correct: false,
  });
  const milliseconds = performance.now() - before.time;
  const { user, system } = process.cpuUsage(before.own);
  const processor = (user + system) / 1000 + processorTime(pid) - before.connection;
  console.log(JSON.stringify({ milliseconds, processor, peak: process.resourceUsage().maxRSS * 1024 }));
} finally {
  await engine.stop();
}

// One import in a process of its own: prints how long it took and the most memory the process had meanwhile.
import { importFile } from '@phoihop/core';
import { Engine } from '@phoihop/platform/engine';
import { loadPlugins } from '../../../apps/gateway/dist/load-plugins.js';

const [ownerUrl, servingUrl, path] = process.argv.slice(2);
const { plugins } = await loadPlugins();
const engine = await Engine.start({
  plugins,
  database: { ownerUrl, servingUrl },
  clock: { businessDate: '2021-10-15', now: () => new Date() },
});
try {
  const began = performance.now();
  await importFile(engine.servicesFor('core'), {
    path,
    username: 'importer',
    reason: 'benchmark',
    correct: false,
  });
  const milliseconds = performance.now() - began;
  console.log(JSON.stringify({ milliseconds, peak: process.resourceUsage().maxRSS * 1024 }));
} finally {
  await engine.stop();
}

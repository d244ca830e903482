import { Engine } from '@phoihop/platform/engine';
import { withDatabase, type Host } from './host.js';

/** Starts the plugins (migrating and loading what is pending), does the work, and stops them. */
export async function withEngine<T>(host: Host, work: (engine: Engine) => Promise<T>): Promise<T> {
  const plugins = await host.loadPlugins();
  return withDatabase(host, async (database) => {
    const engine = await Engine.start({
      plugins,
      database,
      clock: host.clock,
      pluginOptions: host.optionsOf(plugins),
      onProgress: (message) => console.error(`  ${message}`),
    });
    try {
      return await work(engine);
    } finally {
      await engine.stop();
    }
  });
}

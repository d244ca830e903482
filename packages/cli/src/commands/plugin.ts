import type { Host } from '../host.js';
import { CommandError } from '../project.js';
import { withEngine } from '../with-engine.js';

/**
 * Switches a plugin on or off. Its fields stay in the schema; switched off they answer null with PLUGIN_DISABLED, so
 * that clients' queries go on validating. A gateway reads the switch when it starts.
 */
export async function switchPluginCommand(host: Host, id: string, enabled: boolean): Promise<string> {
  return withEngine(host, async (engine) => {
    const plugin = engine.composition.plugins.find((candidate) => candidate.id === id);
    if (!plugin || id === 'core') {
      const known = engine.composition.plugins
        .map((candidate) => candidate.id)
        .filter((candidate) => candidate !== 'core');
      throw new CommandError(
        `There is no plugin ${id} that can be switched; loaded are ${known.join(', ')}.`,
      );
    }
    await engine.database.asSystem(`phoihop plugin ${enabled ? 'enable' : 'disable'} ${id}`, (session) =>
      session.query(
        `insert into platform.plugin_state (plugin_id, enabled) values ($1, $2)
         on conflict (plugin_id) do update set enabled = excluded.enabled, changed_at = clock_timestamp()`,
        [id, enabled],
      ),
    );
    if (!enabled) await plugin.hooks?.disable?.(engine.servicesFor(id));
    return `${id} is ${enabled ? 'enabled' : 'disabled'}; gateways follow when they are started again`;
  });
}

import type { Host } from '../host.js';
import { CommandError } from '../project.js';
import { withEngine } from '../with-engine.js';

/**
 * Migrates and loads all reference data without serving: what a deployment runs before its gateways.
 * @throws CommandError naming each plugin that could not be started.
 */
export async function loadCommand(host: Host): Promise<string> {
  return withEngine(host, async ({ statuses }) => {
    const failed = [...statuses.values()].filter(({ state }) => state === 'QUARANTINED');
    if (failed.length > 0) {
      throw new CommandError(
        `Not loaded:\n${failed.map(({ id, reason }) => `  ${id}: ${reason}`).join('\n')}`,
      );
    }
    return `${statuses.size} plugins are migrated and loaded`;
  });
}

import { compose, explain, type PluginExplanation } from '@phoihop/platform/engine';
import type { Host } from '../host.js';
import { CommandError } from '../project.js';

/** Which plugin owns what: types, root fields, fields on others' types, tables, permissions, error codes. */
export async function explainCommand(
  host: Pick<Host, 'loadPlugins'>,
  options: { json?: boolean; plugin?: string },
): Promise<string> {
  const all = explain(compose(await host.loadPlugins()));
  const chosen = options.plugin ? all.filter(({ id }) => id === options.plugin) : all;
  if (chosen.length === 0) {
    throw new CommandError(
      `There is no plugin ${options.plugin}; loaded are ${all.map(({ id }) => id).join(', ')}.`,
    );
  }
  return options.json ? JSON.stringify(chosen, null, 2) : chosen.map(inWords).join('\n\n');
}

function inWords(plugin: PluginExplanation): string {
  const line = (label: string, items: readonly string[]): string[] =>
    items.length > 0 ? [`  ${label.padEnd(13)} ${items.join(', ')}`] : [];
  return [
    `${plugin.id} ${plugin.version}  (${plugin.definedAt})`,
    ...line('root fields', plugin.rootFields),
    ...line('adds', plugin.addedFields),
    ...line('types', plugin.types),
    ...line('tables', plugin.tables),
    ...line('permissions', plugin.permissions),
    ...line('error codes', plugin.errorCodes),
  ].join('\n');
}

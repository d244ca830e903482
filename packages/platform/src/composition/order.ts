import { satisfies } from 'semver';
import type { Plugin } from '../contract/plugin.js';
import type { CompositionProblem } from './problems.js';

/**
 * Plugins in an order where each stands after those it requires (and after the optional ones that are there);
 * otherwise alphabetical, core first.
 */
export function orderPlugins(plugins: readonly Plugin[]): {
  ordered: Plugin[];
  problems: CompositionProblem[];
} {
  const problems: CompositionProblem[] = [];
  const byId = new Map<string, Plugin>();
  for (const plugin of plugins) {
    const taken = byId.get(plugin.id);
    if (taken) problems.push(idTaken(taken, plugin));
    else byId.set(plugin.id, plugin);
  }
  problems.push(...[...byId.values()].flatMap((plugin) => checkRequirements(plugin, byId)));
  const { ordered, cycle } = sort(byId);
  if (cycle) problems.push(cycleProblem(cycle, byId));
  return { ordered, problems };
}

const idTaken = (first: Plugin, second: Plugin): CompositionProblem => ({
  code: 'PLUGIN_ID_TAKEN',
  message: `Two plugins call themselves ${first.id}.`,
  owners: [first.id, second.id],
  places: [first.definedAt, second.definedAt],
  mend: 'List each plugin once, or give one of them another id.',
});

function checkRequirements(plugin: Plugin, byId: ReadonlyMap<string, Plugin>): CompositionProblem[] {
  const at = { owners: [plugin.id], places: [plugin.definedAt] };
  const problems: CompositionProblem[] = [];
  const core = byId.get('core');
  if (plugin.core && core && !satisfies(core.version, plugin.core)) {
    problems.push({
      code: 'PLUGIN_CORE_VERSION',
      message: `Plugin ${plugin.id} works with core ${plugin.core}; core is ${core.version}.`,
      ...at,
      mend: `Install a version of ${plugin.id} made for core ${core.version}, or widen its range after testing.`,
    });
  }
  for (const [id, range] of Object.entries({ ...plugin.optional, ...plugin.requires })) {
    const required = byId.get(id);
    if (!required && !Object.hasOwn(plugin.requires ?? {}, id)) continue;
    if (!required) {
      problems.push({
        code: 'PLUGIN_REQUIRES_MISSING',
        message: `Plugin ${plugin.id} requires ${id}, which is not installed.${suggest(id, byId)}`,
        ...at,
        mend: `Add ${id} to the list of plugins, or take it out of requires.`,
      });
    } else if (!satisfies(required.version, range)) {
      problems.push({
        code: 'PLUGIN_REQUIRES_VERSION',
        message: `Plugin ${plugin.id} works with ${id} ${range}; version ${required.version} is installed.`,
        ...at,
        mend: `Install ${id} ${range}, or widen the range after testing.`,
      });
    }
  }
  return problems;
}

function suggest(id: string, byId: ReadonlyMap<string, Plugin>): string {
  const near = [...byId.keys()].find((known) => known.includes(id) || id.includes(known));
  return near ? ` Did you mean ${near}?` : '';
}

function dependencies(plugin: Plugin, byId: ReadonlyMap<string, Plugin>): string[] {
  const named = [...Object.keys(plugin.requires ?? {}), ...Object.keys(plugin.optional ?? {})];
  if (plugin.id !== 'core') named.unshift('core');
  return named.filter((id) => byId.has(id) && id !== plugin.id);
}

function sort(byId: ReadonlyMap<string, Plugin>): { ordered: Plugin[]; cycle?: string[] } {
  const ordered: Plugin[] = [];
  const state = new Map<string, 'open' | 'done'>();
  let cycle: string[] | undefined;
  const visit = (id: string, path: readonly string[]): void => {
    if (state.get(id) === 'done') return;
    if (state.get(id) === 'open') {
      cycle ??= [...path.slice(path.indexOf(id)), id];
      return;
    }
    state.set(id, 'open');
    const plugin = byId.get(id)!;
    for (const dependency of dependencies(plugin, byId)) visit(dependency, [...path, id]);
    state.set(id, 'done');
    ordered.push(plugin);
  };
  for (const id of [...byId.keys()].sort()) visit(id, []);
  return { ordered, cycle };
}

function cycleProblem(cycle: readonly string[], byId: ReadonlyMap<string, Plugin>): CompositionProblem {
  const members = cycle.slice(0, -1);
  return {
    code: 'PLUGIN_CYCLE',
    message: `Plugins require each other in a circle: ${cycle.join(' → ')}.`,
    owners: members,
    places: members.map((id) => byId.get(id)!.definedAt),
    mend: 'Make one of them optional, or move what they share into core.',
  };
}

import type { Plugin } from '@phoihop/platform';
import { programContributionSchema, type ProgramContribution } from './contribution.js';
import { coreProgram } from './core-program.js';

/** What one plugin contributes, checked. */
export interface PluginContribution {
  readonly plugin: Plugin;
  readonly contribution: ProgramContribution;
}

/** One mistake in one plugin's `program`. */
export interface ContributionProblem {
  readonly plugin: string;
  /** File and line of the `definePlugin` call. */
  readonly definedAt: string;
  /** Where in the contribution: `targets.0.value`. */
  readonly path: string;
  readonly message: string;
}

/** Contributions that core cannot take; every mistake of every plugin in one go. Nothing has been loaded. */
export class ContributionError extends Error {
  readonly code = 'CONTRIBUTION_INVALID';

  constructor(readonly problems: readonly ContributionProblem[]) {
    const list = problems.map(
      ({ plugin, definedAt, path, message }) => `  - ${plugin} (${definedAt}), program.${path}: ${message}`,
    );
    super(`The program contributions of these plugins are not valid:\n${list.join('\n')}`);
    this.name = 'ContributionError';
  }
}

/**
 * The contributions of all composed plugins that have one. Core's own lines are always among them.
 * @throws ContributionError where one does not satisfy the schema, or where two declare the same thing.
 */
export function contributionsOf(plugins: readonly Plugin[]): PluginContribution[] {
  const found: PluginContribution[] = [];
  const problems: ContributionProblem[] = [];
  for (const plugin of plugins) {
    const given = plugin.program ?? (plugin.id === 'core' ? coreProgram : undefined);
    if (given === undefined) continue;
    const parsed = programContributionSchema.safeParse(given);
    if (parsed.success) found.push({ plugin, contribution: parsed.data });
    for (const issue of parsed.error?.issues ?? []) {
      problems.push(problemOf(plugin, issue.path.join('.'), issue.message));
    }
  }
  problems.push(...declaredTwice(found), ...foreignKeys(found));
  if (problems.length > 0) throw new ContributionError(problems);
  return found;
}

/** A mistake in what a plugin tells core. */
export const problemOf = (plugin: Plugin, path: string, message: string): ContributionProblem => ({
  plugin: plugin.id,
  definedAt: plugin.definedAt,
  path,
  message,
});

/** Ids and keys name one thing in the whole house, whoever declares it. */
function declaredTwice(contributions: readonly PluginContribution[]): ContributionProblem[] {
  const owners = new Map<string, string>();
  return contributions.flatMap(({ plugin, contribution }) =>
    idsOf(contribution).flatMap(({ path, id }) => {
      const owner = owners.get(id);
      owners.set(id, owner ?? plugin.id);
      return owner ? [problemOf(plugin, path, `${id} is declared by ${owner} already.`)] : [];
    }),
  );
}

function idsOf(contribution: ProgramContribution): { path: string; id: string }[] {
  const lists = ['programs', 'targets', 'activities', 'duties'] as const;
  return [
    ...lists.flatMap((list) =>
      contribution[list].map(({ id }, index) => ({ path: `${list}.${index}.id`, id })),
    ),
    ...contribution.indicators.map(({ key }, index) => ({ path: `indicators.${index}.key`, id: key })),
    ...(contribution.reports ?? []).map(({ key }, index) => ({ path: `reports.${index}.key`, id: key })),
    ...(contribution.reportLists ?? []).map(({ key }, index) => ({
      path: `reportLists.${index}.key`,
      id: key,
    })),
    ...(contribution.checks ?? []).map(({ key }, index) => ({ path: `checks.${index}.key`, id: key })),
  ];
}

/** Indicators and lists are called after their plugin, so that they can be told apart for ever. */
function foreignKeys(contributions: readonly PluginContribution[]): ContributionProblem[] {
  return contributions.flatMap(({ plugin, contribution }) =>
    (['indicators', 'reportLists'] as const).flatMap((list) =>
      (contribution[list] ?? []).flatMap(({ key }, index) =>
        key.startsWith(`${plugin.id}.`)
          ? []
          : [problemOf(plugin, `${list}.${index}.key`, `${key} does not begin with ${plugin.id}.`)],
      ),
    ),
  );
}

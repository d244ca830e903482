import { migrate, planMigrations, revert } from '@phoihop/database';
import { compose, migrationSources } from '@phoihop/platform/engine';
import type { DatabaseAccess } from '../database-access.js';
import { CommandError, type Project } from '../project.js';

/** What would be applied, in order. */
export async function planCommand(project: Project, access: DatabaseAccess): Promise<string> {
  const { plugins } = compose(await project.loadPlugins());
  const plan = await access.with(({ ownerUrl }) =>
    planMigrations({ ownerUrl, sources: migrationSources(plugins) }),
  );
  return JSON.stringify(plan, null, 2);
}

/**
 * Applies what is pending.
 * @throws CommandError where a migration failed; the plugins it stopped are named, the others are migrated.
 */
export async function applyCommand(project: Project, access: DatabaseAccess): Promise<string> {
  const { plugins } = compose(await project.loadPlugins());
  const reports = await access.with(({ ownerUrl }) =>
    migrate({ ownerUrl, sources: migrationSources(plugins) }),
  );
  const failures = reports.filter(({ failed, skippedBecause }) => failed || skippedBecause);
  if (failures.length > 0) {
    const lines = failures.map(({ owner, failed, skippedBecause }) =>
      failed
        ? `  ${owner}/${failed.name}: ${failed.error.message}`
        : `  ${owner}: not tried, it requires ${skippedBecause}`,
    );
    throw new CommandError(`Migrations failed:\n${lines.join('\n')}`);
  }
  const applied = reports.flatMap(({ owner, applied: names }) => names.map((name) => `${owner}/${name}`));
  return applied.length > 0 ? `applied: ${applied.join(', ')}` : 'nothing to apply';
}

/** Undoes one plugin's migrations with the SQL stored when they were applied: works when the package is gone. */
export async function revertCommand(access: DatabaseAccess, owner: string, name?: string): Promise<string> {
  await access.with(({ ownerUrl }) => revert({ ownerUrl, owner, name }));
  return `reverted: ${owner}${name ? ` down to ${name}` : ''}`;
}

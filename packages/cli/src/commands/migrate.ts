import { migrate, planMigrations, revert } from '@phoihop/database';
import { compose, migrationSources } from '@phoihop/platform/engine';
import { withDatabase, type Host } from '../host.js';
import { CommandError } from '../project.js';

/** What would be applied, in order. */
export async function planCommand(host: Host): Promise<string> {
  const { plugins } = compose(await host.loadPlugins());
  const plan = await withDatabase(host, ({ ownerUrl }) =>
    planMigrations({ ownerUrl, sources: migrationSources(plugins) }),
  );
  return JSON.stringify(plan, null, 2);
}

/**
 * Applies what is pending.
 * @throws CommandError where a migration failed; the plugins it stopped are named, the others are migrated.
 */
export async function applyCommand(host: Host): Promise<string> {
  const { plugins } = compose(await host.loadPlugins());
  const reports = await withDatabase(host, ({ ownerUrl }) =>
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
export async function revertCommand(
  host: Pick<Host, 'database'>,
  owner: string,
  name?: string,
): Promise<string> {
  const { undone, closed } = await withDatabase(host, ({ ownerUrl }) => revert({ ownerUrl, owner, name }));
  const reverted = `reverted: ${undone.map((one) => `${owner}/${one}`).join(', ')}`;
  return closed.length > 0
    ? `${reverted}\nclosed until the next start, since their row rules called what is gone: ${closed.join(', ')}`
    : reverted;
}

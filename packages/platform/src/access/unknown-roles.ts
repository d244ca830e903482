import { didYouMean } from '../contract/did-you-mean.js';
import type { Plugin } from '../contract/plugin.js';
import type { CompositionProblem } from '../composition/problems.js';

/**
 * Grants to roles that core does not have: they would give nobody anything. A core that lists no roles, as those of
 * small tests, leaves them to its host.
 */
export function unknownRoles(plugins: readonly Plugin[]): CompositionProblem[] {
  const roles = plugins.find(({ id }) => id === 'core')?.access?.roles;
  if (!roles) return [];
  return plugins.flatMap((plugin) =>
    Object.keys(plugin.access?.grants ?? {})
      .filter((role) => !roles.includes(role))
      .map((role) => ({
        code: 'ROLE_UNKNOWN' as const,
        message: `access.grants of ${plugin.id} names the role ${role}, which core does not have.${didYouMean(role, roles)}`,
        owners: [plugin.id],
        places: [plugin.definedAt],
        mend: `Name one of: ${roles.join(', ')}.`,
      })),
  );
}

import { ProblemError, type RequestContext } from '@phoihop/platform';
import { requireDeclared } from './declared-permissions.js';
import { requireScope, type WantedScope } from './scope.js';

/**
 * Like `requireScope`, where one of several permissions is enough.
 * @throws ProblemError as `requireScope` does for the last of them. Error where no plugin declares one of them.
 */
export async function requireOneScope(
  context: RequestContext,
  permissions: readonly string[],
  wanted: WantedScope,
): Promise<void> {
  for (const permission of permissions) requireDeclared(context, permission);
  const held = permissions.filter((permission) => context.caller.permissions.has(permission));
  const asked = held.length > 0 ? held : permissions.slice(-1);
  for (const [index, permission] of asked.entries()) {
    try {
      return await requireScope(context, permission, wanted);
    } catch (error) {
      const outside = error instanceof ProblemError && error.code === 'OUT_OF_SCOPE';
      if (!outside || index === asked.length - 1) throw error;
    }
  }
}

import { declaredPermissions, didYouMean, type Plugin, type RequestContext } from '@phoihop/platform';

const known = new WeakMap<readonly Plugin[], ReadonlySet<string>>();

/** Made once for each composition. */
function permissionsOf(plugins: readonly Plugin[]): ReadonlySet<string> {
  const made = known.get(plugins) ?? declaredPermissions(plugins);
  known.set(plugins, made);
  return made;
}

/**
 * That code asks for a permission somebody could hold. Composition sees those that a manifest names; those that stand
 * in code are seen here.
 * @throws Error where no plugin declares it: a mistake of the author, which no refusal must pass off as the caller's.
 */
export function requireDeclared(context: Pick<RequestContext, 'services'>, permission: string): void {
  const declared = permissionsOf(context.services('core').plugins);
  if (declared.has(permission)) return;
  throw new Error(
    `The permission ${permission} is asked for, but no plugin declares it.${didYouMean(permission, declared)} Correct the name, or declare it under access.permissions.`,
  );
}

import type { Plugin } from '@phoihop/platform';

const known = new WeakMap<readonly Plugin[], ReadonlyMap<string, ReadonlySet<string>>>();

/** Role → every permission that the composed plugins grant it. Made once for each composition. */
export function rolePermissions(plugins: readonly Plugin[]): ReadonlyMap<string, ReadonlySet<string>> {
  const made = known.get(plugins);
  if (made) return made;
  const roles = new Map<string, Set<string>>();
  for (const { access } of plugins) {
    for (const [role, permissions] of Object.entries(access?.grants ?? {})) {
      const held = roles.get(role) ?? new Set();
      for (const permission of permissions) held.add(permission);
      roles.set(role, held);
    }
  }
  known.set(plugins, roles);
  return roles;
}

/** The title of a permission in both languages, from the plugin that declares it. */
export function permissionTitle(plugins: readonly Plugin[], permission: string): { vi: string; en: string } {
  for (const { access } of plugins) {
    const title = access?.permissions?.[permission];
    if (title) return title;
  }
  return { vi: permission, en: permission };
}

import type { Caller } from '@phoihop/platform';

/** Over what a scope reaches: a unit with everything below it, or the unit alone. */
export type ScopeReach = 'SUBTREE' | 'EXACT';

/** One unit, one program: where a permission is held, or is wanted. */
export interface Scope {
  /** Ids of units from the root down to the one meant, joined by points: `1.64.700`. */
  readonly path: string;
  readonly reach: ScopeReach;
  /** `PRG-27`; null for all programs, and for what belongs to none. */
  readonly program: string | null;
}

/** Scopes by permission in the form of the setting `phoihop.scopes` (see `scopes-migration.ts`). */
export type ScopesByPermission = Readonly<
  Record<string, { subtree: readonly string[]; exact: readonly string[] }>
>;

/** What an assignment gives: a role over some scopes. */
export interface GrantedScopes {
  readonly role: string;
  readonly scopes: readonly Scope[];
}

const ANY = 'any';

const written = ({ path, program }: Scope): string => `${program?.replaceAll('-', '_') ?? ANY}.${path}`;

function read(text: string, reach: ScopeReach): Scope {
  const point = text.indexOf('.');
  const label = text.slice(0, point);
  return { path: text.slice(point + 1), reach, program: label === ANY ? null : label.replaceAll('_', '-') };
}

/**
 * Joins assignments to scopes by permission. Nothing is lost and nothing is gained: a scope that another one of the
 * same permission contains is left out, so that the setting stays short.
 */
export function scopesByPermission(
  granted: readonly GrantedScopes[],
  permissionsOf: (role: string) => Iterable<string>,
): ScopesByPermission {
  const held = new Map<string, Scope[]>();
  for (const { role, scopes } of granted) {
    for (const permission of permissionsOf(role))
      held.set(permission, [...(held.get(permission) ?? []), ...scopes]);
  }
  return Object.fromEntries(
    [...held]
      .filter(([, scopes]) => scopes.length > 0)
      .map(([permission, scopes]) => [permission, asSetting(scopes)]),
  );
}

function asSetting(scopes: readonly Scope[]): { subtree: string[]; exact: string[] } {
  const needed = scopes.filter(
    (scope, index) =>
      !scopes.some(
        (other, at) => at !== index && contains(other, scope) && !(contains(scope, other) && at > index),
      ),
  );
  const texts = (reach: ScopeReach): string[] =>
    needed
      .filter((scope) => scope.reach === reach)
      .map(written)
      .sort();
  return { subtree: texts('SUBTREE'), exact: texts('EXACT') };
}

/** Whether whoever holds `outer` holds all of `inner`. */
export function contains(outer: Scope, inner: Scope): boolean {
  if (outer.program !== null && outer.program !== inner.program) return false;
  if (outer.reach === 'EXACT') return inner.reach === 'EXACT' && inner.path === outer.path;
  return inner.path === outer.path || inner.path.startsWith(`${outer.path}.`);
}

/** The scopes over which a caller holds a permission. */
export function scopesOf(caller: Caller, permission: string): Scope[] {
  const given = scopesOfCaller(caller)[permission];
  if (!given) return [];
  return [
    ...given.subtree.map((text) => read(text, 'SUBTREE')),
    ...given.exact.map((text) => read(text, 'EXACT')),
  ];
}

/** Whether a caller holds a permission over all of a scope. */
export function holds(caller: Caller, permission: string, scope: Scope): boolean {
  return scopesOf(caller, permission).some((held) => contains(held, scope));
}

/** What is little: two provinces or twenty districts, a thousand units or so. */
const little = 20;

function weight({ path, reach }: Scope): number {
  if (reach === 'EXACT') return 1;
  const depth = path.split('.').length;
  return depth === 1 ? Infinity : depth === 2 ? 10 : 1;
}

/**
 * Whether a caller holds a permission over so few units that their rows are better looked up by unit. Told from the
 * depth of the scopes alone, without counting: this is asked in every request.
 */
export function holdsLittle(caller: Caller, permission: string): boolean {
  return scopesOf(caller, permission).reduce((sum, scope) => sum + weight(scope), 0) <= little;
}

/** The last unit of a scope's path: the one that is meant. */
export const unitOf = (scope: Scope): number => Number(scope.path.slice(scope.path.lastIndexOf('.') + 1));

const parsed = new WeakMap<Caller, ScopesByPermission>();

function scopesOfCaller(caller: Caller): ScopesByPermission {
  const known = parsed.get(caller);
  if (known) return known;
  const text = caller.settings['scopes'];
  const scopes = text ? (JSON.parse(text) as ScopesByPermission) : {};
  parsed.set(caller, scopes);
  return scopes;
}

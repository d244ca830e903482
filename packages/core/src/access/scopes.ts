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

/** Scopes by permission, each written as the program's label, or `any`, and its path: `PRG_27.1.64.700`. */
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
      .map(([permission, scopes]) => [permission, shortest(scopes)]),
  );
}

function shortest(scopes: readonly Scope[]): ScopesByPermission[string] {
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
  const given = scopesOfSettings(caller.settings)[permission];
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

/** Scopes of one program as SQL reads them: lists of paths as PostgreSQL writes arrays. */
interface Paths {
  readonly subtree: string;
  readonly exact: string;
}

/** Over all programs, and by label over single ones besides. */
interface ScopePaths extends Paths {
  readonly programs?: Readonly<Record<string, Paths>>;
}

/** The settings of a session that row rules ask for scopes (`held-scopes-migration.ts` says how they are written). */
export type ScopeSettings = Readonly<Record<'held' | 'scopes', string>>;

/**
 * Writes scopes as settings of a caller (`Caller.settings`), whether of one who has signed in or of one that a test makes
 * by hand. Most permissions of a role are held over the same scopes, which are written once.
 */
export function scopeSettings(scopes: ScopesByPermission): ScopeSettings {
  const sets = new Map<string, number>();
  const numbers = Object.entries(scopes).map(([permission, held]) => {
    const set = JSON.stringify(asPaths(held));
    if (!sets.has(set)) sets.set(set, sets.size);
    return `${permission}=${sets.get(set)}`;
  });
  return { held: ` ${numbers.join(' ')} `, scopes: `[${[...sets.keys()].join(',')}]` };
}

function asPaths({ subtree, exact }: ScopesByPermission[string]): ScopePaths {
  const labels = new Set([...subtree, ...exact].map(labelOf));
  const of = (label: string): Paths => ({
    subtree: asArray(subtree.filter((scope) => labelOf(scope) === label)),
    exact: asArray(exact.filter((scope) => labelOf(scope) === label)),
  });
  labels.delete(ANY);
  const programs = Object.fromEntries([...labels].map((label) => [label, of(label)]));
  return { ...of(ANY), ...(labels.size > 0 && { programs }) };
}

const labelOf = (scope: string): string => scope.slice(0, scope.indexOf('.'));
const asArray = (scopes: readonly string[]): string =>
  `{${scopes.map((scope) => scope.slice(scope.indexOf('.') + 1)).join(',')}}`;

const scopesRead = new WeakMap<Caller['settings'], ScopesByPermission>();

/** The scopes by permission that {@link scopeSettings} wrote; none where there are no such settings. */
export function scopesOfSettings(settings: Caller['settings']): ScopesByPermission {
  const known = scopesRead.get(settings);
  if (known) return known;
  const sets = (JSON.parse(settings['scopes'] || '[]') as ScopePaths[]).map(({ programs = {}, ...any }) => {
    const labelled = Object.entries({ [ANY]: any, ...programs });
    const all = (kind: keyof Paths): string[] =>
      labelled.flatMap(([label, paths]) => asList(paths[kind]).map((path) => `${label}.${path}`)).sort();
    return { subtree: all('subtree'), exact: all('exact') };
  });
  const held = (settings['held'] ?? '').trim();
  const scopes = Object.fromEntries(
    (held === '' ? [] : held.split(' ')).map((one) => {
      const at = one.indexOf('=');
      return [one.slice(0, at), sets[Number(one.slice(at + 1))]!];
    }),
  );
  scopesRead.set(settings, scopes);
  return scopes;
}

const asList = (array: string): string[] => (array === '{}' ? [] : array.slice(1, -1).split(','));

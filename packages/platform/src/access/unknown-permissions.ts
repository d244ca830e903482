import { didYouMean } from '../contract/did-you-mean.js';
import type { Plugin } from '../contract/plugin.js';
import type { CompositionProblem } from '../composition/problems.js';
import { declaredPermissions } from './declared-permissions.js';
import { permissionsIn } from './rules.js';

/** A name that a manifest takes for a permission, and where it does. */
interface Named {
  readonly permission: string;
  readonly where: string;
}

/** Permissions that field rules, row rules or grants name but no plugin declares: nobody could ever hold them. */
export function unknownPermissions(plugins: readonly Plugin[]): CompositionProblem[] {
  const known = declaredPermissions(plugins);
  return plugins.flatMap((plugin) => {
    const unknown = Map.groupBy(
      namedBy(plugin).filter(({ permission }) => !known.has(permission)),
      ({ permission }) => permission,
    );
    return [...unknown].map(([permission, named]) => ({
      code: 'PERMISSION_UNKNOWN' as const,
      message: `${placesOf(named)} of ${plugin.id} names the permission ${permission}, which no plugin declares.${didYouMean(permission, known)}`,
      owners: [plugin.id],
      places: [plugin.definedAt],
      mend: 'Correct the name, or declare it under access.permissions.',
    }));
  });
}

function namedBy({ access, data }: Plugin): Named[] {
  const under = (path: string, entries: Iterable<readonly [string, readonly string[]]>): Named[] =>
    [...entries].flatMap(([key, permissions]) =>
      permissions.map((permission) => ({ permission, where: `${path}.${key}` })),
    );
  const rules = (path: string, given: NonNullable<Plugin['data']>['tables'] = {}): Named[] =>
    under(
      path,
      Object.entries(given).map(([key, { permissions = [] }]) => [key, permissions] as const),
    );
  return [
    ...under(
      'access.fields',
      Object.entries(access?.fields ?? {}).map(([key, rule]) => [key, permissionsIn(rule)] as const),
    ),
    ...under('access.grants', Object.entries(access?.grants ?? {})),
    ...rules('data.rows', data?.rows),
    ...rules('data.tables', data?.tables),
  ];
}

/** A rule that many fields share is mended in one place: three of them are enough to find it. */
function placesOf(named: readonly Named[]): string {
  const places = [...new Set(named.map(({ where }) => where))];
  const more = places.length - 3;
  return `${places.slice(0, 3).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

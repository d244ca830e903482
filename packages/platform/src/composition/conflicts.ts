import type { Plugin } from '../contract/plugin.js';
import { platformProblems } from '../contract/problem-codes.js';
import type { ListOptions } from '../contract/reads.js';
import { isPageClass } from '../reading/connection.js';
import { tableNameOf } from '../reading/entity-table.js';
import {
  allResolvedFields,
  declaredFields,
  objectTypeName,
  reachedClasses,
  rootFieldsOf,
  type NamedClass,
} from './class-metadata.js';
import { listTypeNames, listTypePrefix, relationTypePrefix } from './generated-names.js';
import type { CompositionProblem, CompositionProblemCode } from './problems.js';

interface Claim {
  readonly key: string;
  readonly plugin: Plugin;
  /** What of the plugin claims it, in words: two of one plugin are told apart by it. */
  readonly by: string;
  /** What is claimed; two claims of the same thing by one identity are no conflict. */
  readonly identity?: unknown;
}

interface ClaimKind {
  readonly code: CompositionProblemCode;
  readonly what: string;
  readonly mend: string;
  readonly claims: (plugin: Plugin, ownerOf: ClassOwners) => Claim[];
}

/** Class, enum or union → the first plugin that reaches it, core before all. */
type ClassOwners = ReadonlyMap<unknown, Plugin>;

/** Everything two plugins could both claim. */
const claimKinds: readonly ClaimKind[] = [
  {
    code: 'ROOT_FIELD_TAKEN',
    what: 'root field',
    mend: 'Rename one of them: root fields carry their plugin’s prefix.',
    claims: (plugin) => [
      ...rootFieldsOf(plugin).map(({ operation, name, resolver }) => ({
        key: `${operation}.${name}`,
        plugin,
        by: classWords(resolver),
      })),
      ...Object.keys(plugin.graphql?.reads ?? {}).map((name) => ({
        key: `Query.${name}`,
        plugin,
        by: `graphql.reads.${name}`,
      })),
    ],
  },
  {
    code: 'TYPE_TAKEN',
    what: 'GraphQL type',
    mend: 'Rename one of them: types carry their plugin’s prefix, and the names of filters, orders and pages are made from those of fields and entities.',
    claims: typeClaims,
  },
  {
    code: 'FIELD_TAKEN',
    what: 'field',
    mend: 'Rename one of them: a field added to another plugin’s type carries its plugin’s prefix.',
    claims: fieldClaims,
  },
  {
    code: 'TABLE_TAKEN',
    what: 'table',
    mend: 'Give each entity a table of its own in its plugin’s PostgreSQL schema.',
    claims: (plugin) =>
      (plugin.data?.entities ?? []).map((entity) => ({
        key: tableNameOf(entity) ?? `(${entity.name})`,
        plugin,
        by: classWords(entity),
        identity: entity,
      })),
  },
  {
    code: 'PERMISSION_TAKEN',
    what: 'permission',
    mend: 'A permission belongs to one plugin: rename one, or let the other grant it without declaring it.',
    claims: (plugin) => keysOf('access.permissions', plugin, plugin.access?.permissions),
  },
  {
    code: 'PROBLEM_CODE_TAKEN',
    what: 'error code',
    mend: 'Use the existing code where it means the same, or choose another.',
    claims: (plugin) => keysOf('problems', plugin, plugin.problems),
  },
  {
    code: 'TRANSLATION_TAKEN',
    what: 'translation key',
    mend: 'A key is translated by the plugin that contributes what it names.',
    claims: (plugin) => keysOf('translations.vi', plugin, plugin.translations?.vi),
  },
  {
    code: 'TRANSLATION_TAKEN',
    what: 'short name',
    mend: 'A thing is named by the plugin that contributes it.',
    claims: (plugin) => keysOf('shortNames', plugin, plugin.shortNames),
  },
];

/** Keys of an object, of which one plugin cannot have the same twice. */
function keysOf(by: string, plugin: Plugin, given: object = {}): Claim[] {
  return Object.keys(given).map((key) => ({ key, plugin, by }));
}

/** A class by the name its author gave it; an enum or union by what it is. */
function classWords(target: unknown): string {
  if (typeof target === 'function') return `the class ${target.name}`;
  return typeof target === 'object' ? `the enum of ${Object.keys(target!).join(', ')}` : 'a union';
}

/** All conflicts between plugins, each naming both owners. Nothing is built yet when they are looked for. */
export function findConflicts(plugins: readonly Plugin[]): CompositionProblem[] {
  const ownerOf = new Map<unknown, Plugin>();
  for (const plugin of plugins) {
    for (const { target } of reachedClasses(plugin)) if (!ownerOf.has(target)) ownerOf.set(target, plugin);
  }
  return [
    ...claimKinds.flatMap((kind) => conflictsOf(kind, plugins, ownerOf)),
    ...platformCodesTaken(plugins),
  ];
}

function conflictsOf(
  kind: ClaimKind,
  plugins: readonly Plugin[],
  ownerOf: ClassOwners,
): CompositionProblem[] {
  const first = new Map<string, Claim>();
  const problems: CompositionProblem[] = [];
  for (const claim of plugins.flatMap((plugin) => kind.claims(plugin, ownerOf))) {
    const earlier = first.get(claim.key);
    if (!earlier) first.set(claim.key, claim);
    else if (claim.identity === undefined || claim.identity !== earlier.identity) {
      problems.push({
        code: kind.code,
        message: `The ${kind.what} ${claim.key} is claimed ${claimants(earlier, claim)}.`,
        owners: [...new Set([earlier.plugin.id, claim.plugin.id])],
        places: [...new Set([earlier.plugin.definedAt, claim.plugin.definedAt])],
        mend: kind.mend,
      });
    }
  }
  return problems;
}

function claimants(one: Claim, other: Claim): string {
  if (one.plugin !== other.plugin) return `by ${one.plugin.id} and by ${other.plugin.id}`;
  const twice = one.by === other.by ? `, both times by ${one.by}` : `: by ${one.by} and by ${other.by}`;
  return `twice by ${one.plugin.id}${twice}`;
}

/** A class is itself; of two pages of one name, what they hold is the conflict, and they are none of their own. */
const identityOf = ({ name, target }: NamedClass): unknown => (isPageClass(target) ? `page ${name}` : target);

/** Types of classes, and the filters and orders that the platform will make for lists. */
function typeClaims(plugin: Plugin): Claim[] {
  const { reads = {}, extend = [] } = plugin.graphql ?? {};
  // Of two lists in one place, that place is the conflict, and the types made for it are none of their own.
  const made = (prefix: string, options: ListOptions, place: string): Claim[] =>
    listTypeNames(prefix, options).map((key) => ({ key, plugin, by: `the list ${place}`, identity: place }));
  return [
    ...reachedClasses(plugin).map((named) => ({
      key: named.name,
      plugin,
      by: classWords(named.target),
      identity: identityOf(named),
    })),
    ...Object.entries(reads).flatMap(([name, read]) =>
      read.kind === 'list' ? made(listTypePrefix(name), read, `Query.${name}`) : [],
    ),
    ...extend.flatMap(({ target, fields }) => {
      const type = objectTypeName(target) ?? target.name;
      return Object.entries(fields).flatMap(([name, field]) =>
        field.kind === 'many' ? made(relationTypePrefix(type, name), field, `${type}.${name}`) : [],
      );
    }),
  ];
}

/** Fields put on object types: by the class itself, by a resolver class, by a declaration. */
function fieldClaims(plugin: Plugin, ownerOf: ClassOwners): Claim[] {
  const resolvers = new Set<unknown>(plugin.graphql?.resolvers ?? []);
  const own = reachedClasses(plugin)
    // Who only refers to another plugin's class does not claim its fields.
    .filter(({ target }) => ownerOf.get(target) === plugin)
    .flatMap((named) =>
      declaredFields(named.target).map((field) => ({
        key: `${named.name}.${field}`,
        plugin,
        by: classWords(named.target),
        identity: identityOf(named),
      })),
    );
  const declared = new Set(own.map(({ key }) => key));
  const resolved = allResolvedFields()
    .filter((field) => resolvers.has(field.resolver))
    .map((field) => ({ key: `${field.type}.${field.field}`, plugin, by: classWords(field.resolver) }))
    // A resolver of a field its own class already declares is its code, not a second claim.
    .filter(({ key }) => !declared.has(key));
  const extended = (plugin.graphql?.extend ?? []).flatMap(({ target, fields: added }) =>
    Object.keys(added).map((name) => ({
      key: `${objectTypeName(target) ?? target.name}.${name}`,
      plugin,
      by: `graphql.extend ${target.name}`,
    })),
  );
  const versions = (plugin.data?.temporal ?? []).flatMap(({ entity, fields }) =>
    fields.map((name) => ({
      key: `${objectTypeName(entity)}.${name}`,
      plugin,
      by: `data.temporal of ${entity.name}`,
    })),
  );
  return [...own, ...resolved, ...extended, ...versions];
}

function platformCodesTaken(plugins: readonly Plugin[]): CompositionProblem[] {
  return plugins.flatMap((plugin) =>
    Object.keys(plugin.problems ?? {})
      .filter((code) => Object.hasOwn(platformProblems, code))
      .map((code) => ({
        code: 'PROBLEM_CODE_TAKEN' as const,
        message: `The error code ${code} of ${plugin.id} is one of the platform’s own.`,
        owners: ['platform', plugin.id],
        places: [plugin.definedAt],
        mend: 'Use the platform’s code as it is, or choose another name.',
      })),
  );
}

import { MetadataStorage } from '@mikro-orm/core';
import { getMetadataStorage } from 'type-graphql';
import type { Plugin } from '../contract/plugin.js';
import type { ClassType } from '../contract/translated.js';
import { platformProblems } from '../contract/problem-codes.js';
import { allResolvedFields, objectTypeName, reachedClasses, rootFieldsOf } from './class-metadata.js';
import type { CompositionProblem, CompositionProblemCode } from './problems.js';

interface Claim {
  readonly key: string;
  readonly plugin: Plugin;
  /** What is claimed; two claims of the same thing by one identity are no conflict. */
  readonly identity?: unknown;
}

interface ClaimKind {
  readonly code: CompositionProblemCode;
  readonly what: string;
  readonly mend: string;
  readonly claims: (plugin: Plugin) => Claim[];
}

/** Everything two plugins could both claim. */
const claimKinds: readonly ClaimKind[] = [
  {
    code: 'ROOT_FIELD_TAKEN',
    what: 'root field',
    mend: 'Rename one of them: root fields carry their plugin’s prefix.',
    claims: (plugin) => [
      ...rootFieldsOf(plugin).map(({ operation, name }) => ({ key: `${operation}.${name}`, plugin })),
      ...Object.keys(plugin.graphql?.reads ?? {}).map((name) => ({ key: `Query.${name}`, plugin })),
    ],
  },
  {
    code: 'TYPE_TAKEN',
    what: 'GraphQL type',
    mend: 'Rename one of them: types carry their plugin’s prefix.',
    claims: (plugin) => reachedClasses(plugin).map(({ name, target }) => ({ key: name, plugin, identity: target })),
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
      (plugin.data?.entities ?? []).map((entity) => ({ key: tableNameOf(entity) ?? `(${entity.name})`, plugin, identity: entity })),
  },
  {
    code: 'PERMISSION_TAKEN',
    what: 'permission',
    mend: 'A permission belongs to one plugin: rename one, or let the other grant it without declaring it.',
    claims: (plugin) => Object.keys(plugin.access?.permissions ?? {}).map((key) => ({ key, plugin })),
  },
  {
    code: 'PROBLEM_CODE_TAKEN',
    what: 'error code',
    mend: 'Use the existing code where it means the same, or choose another.',
    claims: (plugin) => Object.keys(plugin.problems ?? {}).map((key) => ({ key, plugin })),
  },
  {
    code: 'TRANSLATION_TAKEN',
    what: 'translation key',
    mend: 'A key is translated by the plugin that contributes what it names.',
    claims: (plugin) => Object.keys(plugin.translations?.vi ?? {}).map((key) => ({ key, plugin })),
  },
];

/** All conflicts between plugins, each naming both owners. Nothing is built yet when they are looked for. */
export function findConflicts(plugins: readonly Plugin[]): CompositionProblem[] {
  return [
    ...claimKinds.flatMap((kind) => conflictsOf(kind, plugins)),
    ...platformCodesTaken(plugins),
    ...plugins.flatMap(namingProblems),
  ];
}

function conflictsOf(kind: ClaimKind, plugins: readonly Plugin[]): CompositionProblem[] {
  const first = new Map<string, Claim>();
  const problems: CompositionProblem[] = [];
  for (const claim of plugins.flatMap(kind.claims)) {
    const earlier = first.get(claim.key);
    if (!earlier) first.set(claim.key, claim);
    else if (claim.identity === undefined || claim.identity !== earlier.identity) {
      problems.push({
        code: kind.code,
        message: `The ${kind.what} ${claim.key} is claimed by ${earlier.plugin.id} and by ${claim.plugin.id}.`,
        owners: [earlier.plugin.id, claim.plugin.id],
        places: [earlier.plugin.definedAt, claim.plugin.definedAt],
        mend: kind.mend,
      });
    }
  }
  return problems;
}

/** Fields put on object types: by the class itself, by a resolver class, by a declared relation. */
function fieldClaims(plugin: Plugin): Claim[] {
  const resolvers = new Set<unknown>(plugin.graphql?.resolvers ?? []);
  const classes = [...(plugin.data?.entities ?? []), ...(plugin.graphql?.types ?? [])];
  const own = getMetadataStorage()
    .fields.filter((field) => classes.includes(field.target as unknown as ClassType))
    .map((field) => ({ key: `${objectTypeName(field.target as unknown as ClassType)}.${field.schemaName}`, plugin, identity: field.target as unknown }));
  const resolved = allResolvedFields()
    .filter((field) => resolvers.has(field.resolver))
    // A resolver of a field its own class already declares is its code, not a second claim.
    .filter((field) => !own.some((claim) => claim.key === `${field.type}.${field.field}`))
    .map((field) => ({ key: `${field.type}.${field.field}`, plugin }));
  const relations = (plugin.graphql?.extend ?? []).flatMap((extension) =>
    Object.keys(extension.relations).map((name) => ({ key: `${objectTypeName(extension.target) ?? extension.target.name}.${name}`, plugin })),
  );
  const versions = (plugin.data?.temporal ?? []).flatMap((entity) =>
    entity.fields.map((name) => ({ key: `${objectTypeName(entity.entity)}.${name}`, plugin })),
  );
  return [...own, ...resolved, ...relations, ...versions];
}

function platformCodesTaken(plugins: readonly Plugin[]): CompositionProblem[] {
  return plugins.flatMap((plugin) =>
    Object.keys(plugin.problems ?? {})
      .filter((code) => code in platformProblems)
      .map((code) => ({
        code: 'PROBLEM_CODE_TAKEN' as const,
        message: `The error code ${code} of ${plugin.id} is one of the platform’s own.`,
        owners: ['platform', plugin.id],
        places: [plugin.definedAt],
        mend: 'Use the platform’s code as it is, or choose another name.',
      })),
  );
}

/** Names that must carry the plugin's prefix, tables that must lie in its schema. Core has neither duty. */
function namingProblems(plugin: Plugin): CompositionProblem[] {
  const at = { owners: [plugin.id], places: [plugin.definedAt] };
  const problems: CompositionProblem[] = [];
  for (const entity of plugin.data?.entities ?? []) {
    const table = tableNameOf(entity);
    const schema = schemaNameOf(plugin.id);
    if (!table) {
      problems.push({
        code: 'ENTITY_WITHOUT_TABLE',
        message: `The entity ${entity.name} of ${plugin.id} names no table.`,
        ...at,
        mend: `Write @Entity({ schema: '${schema}', tableName: '...' }).`,
      });
    } else if (!table.startsWith(`${schema}.`)) {
      problems.push({
        code: 'ENTITY_WRONG_SCHEMA',
        message: `The entity ${entity.name} of ${plugin.id} lies in ${table}.`,
        ...at,
        mend: `A plugin’s tables lie in its own PostgreSQL schema: schema: '${schema}'.`,
      });
    }
  }
  for (const permission of Object.keys(plugin.access?.permissions ?? {})) {
    if (permission.startsWith(`${plugin.id}:`)) continue;
    problems.push({
      code: 'PERMISSION_PREFIX',
      message: `The permission ${permission} of ${plugin.id} has another prefix.`,
      ...at,
      mend: `Call it ${plugin.id}:<verb>.`,
    });
  }
  if (plugin.id !== 'core') problems.push(...prefixProblems(plugin));
  return problems;
}

function prefixProblems(plugin: Plugin): CompositionProblem[] {
  const roots = [...rootFieldsOf(plugin).map(({ name }) => name), ...Object.keys(plugin.graphql?.reads ?? {})];
  const prefix = plugin.graphql?.prefix ?? camelCase(plugin.id);
  return roots
    .filter((name) => !name.startsWith(prefix))
    .map((name) => ({
      code: 'ROOT_FIELD_PREFIX' as const,
      message: `The root field ${name} of ${plugin.id} does not begin with ${prefix}.`,
      owners: [plugin.id],
      places: [plugin.definedAt],
      mend: `Call it ${prefix}${name[0]!.toUpperCase()}${name.slice(1)}, or set graphql.prefix.`,
    }));
}

/** `social-insurance` → `social_insurance`. */
export const schemaNameOf = (pluginId: string): string => pluginId.replaceAll('-', '_');

/** `social-insurance` → `socialInsurance`. */
export const camelCase = (id: string): string => id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** `schema.table` of an entity class as its decorator says, without booting MikroORM. */
export function tableNameOf(entity: ClassType): string | undefined {
  const path = Object.hasOwn(entity, MetadataStorage.PATH_SYMBOL)
    ? (entity as unknown as Record<symbol, string>)[MetadataStorage.PATH_SYMBOL]
    : undefined;
  if (!path) return undefined;
  const meta = MetadataStorage.getMetadata(entity.name, path, entity as never);
  return meta.tableName ? `${meta.schema ?? 'public'}.${meta.tableName}` : undefined;
}

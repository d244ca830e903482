import { isObjectType, type GraphQLSchema } from 'graphql';
import type { Plugin } from '../contract/plugin.js';
import { allResolvedFields, objectTypeName, reachedClasses, rootFieldsOf } from './class-metadata.js';

/** Who contributed what. */
export interface Ownership {
  /** Named type → plugin id. */
  readonly types: ReadonlyMap<string, string>;
  /** `Type.field` → plugin id. */
  readonly fields: ReadonlyMap<string, string>;
}

/** The platform itself owns `node` and the Relay structure. */
export const PLATFORM = 'platform';

/** Finds the owner of every type and field of the unified schema. */
export function findOwners(schema: GraphQLSchema, plugins: readonly Plugin[]): Ownership {
  const types = new Map<string, string>([
    ['PageInfo', PLATFORM],
    ['Node', PLATFORM],
    ['Query', PLATFORM],
    ['Mutation', PLATFORM],
  ]);
  for (const plugin of plugins) {
    for (const { name } of reachedClasses(plugin)) if (!types.has(name)) types.set(name, plugin.id);
  }
  for (const name of Object.keys(schema.getTypeMap())) {
    const entity = /^(.+)(Connection|Edge)$/.exec(name)?.[1];
    if (entity && types.has(entity)) types.set(name, types.get(entity)!);
  }
  return { types, fields: fieldOwners(schema, plugins, types) };
}

function fieldOwners(schema: GraphQLSchema, plugins: readonly Plugin[], types: ReadonlyMap<string, string>): Map<string, string> {
  const added = new Map<string, string>();
  for (const plugin of plugins) for (const coordinate of addedFields(plugin)) added.set(coordinate, plugin.id);
  const owners = new Map<string, string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.keys(type.getFields())) {
      const coordinate = `${type.name}.${field}`;
      owners.set(coordinate, added.get(coordinate) ?? types.get(type.name) ?? PLATFORM);
    }
  }
  return owners;
}

function addedFields(plugin: Plugin): string[] {
  const resolvers = new Set<unknown>(plugin.graphql?.resolvers ?? []);
  return [
    ...rootFieldsOf(plugin).map(({ operation, name }) => `${operation}.${name}`),
    ...Object.keys(plugin.graphql?.reads ?? {}).map((name) => `Query.${name}`),
    ...(plugin.graphql?.extend ?? []).flatMap((extension) =>
      Object.keys(extension.relations).map((name) => `${objectTypeName(extension.target)}.${name}`),
    ),
    ...allResolvedFields()
      .filter((field) => resolvers.has(field.resolver))
      .map(({ type, field }) => `${type}.${field}`),
  ];
}

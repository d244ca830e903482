import { isObjectType, type GraphQLSchema } from 'graphql';
import type { Plugin } from '../contract/plugin.js';
import { connectedClasses } from '../reading/connection.js';
import { allResolvedFields, objectTypeName, reachedClasses, rootFieldsOf } from './class-metadata.js';

/** Who contributed what. */
export interface Ownership {
  /** Named type → plugin id. */
  readonly types: ReadonlyMap<string, string>;
  /** `Type.field` → plugin id. */
  readonly fields: ReadonlyMap<string, string>;
  /** Filter and order types that the platform made for lists. */
  readonly generated: ReadonlySet<string>;
  /** `UnitConnection`, `UnitEdge` → `Unit`: types that only hold the rows of another, under its rule. */
  readonly pages: ReadonlyMap<string, string>;
}

/** The platform itself owns `node` and the Relay structure. */
export const PLATFORM = 'platform';

/**
 * Finds the owner of every type and field of the unified schema.
 * @param generated Filter and order types the platform made for a plugin's lists → plugin id.
 */
export function findOwners(
  schema: GraphQLSchema,
  plugins: readonly Plugin[],
  generated: ReadonlyMap<string, string>,
): Ownership {
  const types = new Map<string, string>([
    ['PageInfo', PLATFORM],
    ['Node', PLATFORM],
    ['Query', PLATFORM],
    ['Mutation', PLATFORM],
    ...generated,
  ]);
  for (const plugin of plugins) {
    for (const { name } of reachedClasses(plugin)) if (!types.has(name)) types.set(name, plugin.id);
  }
  const pages = pageTypes(schema);
  for (const [name, listed] of pages) if (types.has(listed)) types.set(name, types.get(listed)!);
  return { types, fields: fieldOwners(schema, plugins, types), pages, generated: new Set(generated.keys()) };
}

/** Only what {@link connectionOf} made: a type that an author calls `RoadEdge` is a type of its own. */
function pageTypes(schema: GraphQLSchema): Map<string, string> {
  const pages = new Map<string, string>();
  for (const entity of connectedClasses()) {
    const name = objectTypeName(entity);
    if (!name || !schema.getType(`${name}Connection`)) continue;
    pages.set(`${name}Connection`, name).set(`${name}Edge`, name);
  }
  return pages;
}

function fieldOwners(
  schema: GraphQLSchema,
  plugins: readonly Plugin[],
  types: ReadonlyMap<string, string>,
): Map<string, string> {
  const added = new Map<string, string>();
  for (const plugin of plugins)
    for (const coordinate of addedFields(plugin)) added.set(coordinate, plugin.id);
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
      Object.keys(extension.fields).map((name) => `${objectTypeName(extension.target)}.${name}`),
    ),
    ...allResolvedFields()
      .filter((field) => resolvers.has(field.resolver))
      .map(({ type, field }) => `${type}.${field}`),
  ];
}

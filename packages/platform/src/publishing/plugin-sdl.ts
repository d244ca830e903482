import {
  GraphQLObjectType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  printType,
  type GraphQLSchema,
} from 'graphql';
import type { Composition } from '../composition/compose.js';

/** The unified schema as text, in alphabetical order, so that a change of it is a small diff. */
export function unifiedSdl(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}

/**
 * What one plugin contributes to the unified schema: its own types whole, and as `extend type` the fields it adds to
 * the root and to other plugins' types. For reading and review; composition does not start from it.
 */
export function pluginSdl(composition: Composition, pluginId: string): string {
  const sorted = lexicographicSortSchema(composition.schema);
  const { types, fields } = composition.owners;
  const parts: string[] = [];
  for (const type of Object.values(sorted.getTypeMap())) {
    if (types.get(type.name) === pluginId) {
      parts.push(
        printType(
          isObjectType(type)
            ? onlyFields(type, (name) => fields.get(`${type.name}.${name}`) === pluginId)
            : type,
        ),
      );
    } else if (isObjectType(type)) {
      const added = onlyFields(type, (name) => fields.get(`${type.name}.${name}`) === pluginId);
      if (Object.keys(added.getFields()).length > 0) parts.push(extensionOf(added));
    }
  }
  return parts.length > 0 ? `${parts.join('\n\n')}\n` : '';
}

function onlyFields(type: GraphQLObjectType, keep: (field: string) => boolean): GraphQLObjectType {
  const config = type.toConfig();
  return new GraphQLObjectType({
    ...config,
    fields: Object.fromEntries(Object.entries(config.fields).filter(([name]) => keep(name))),
  });
}

/** An extension says only what it adds: the description and the interfaces are the owner's. */
function extensionOf(type: GraphQLObjectType): string {
  const bare = new GraphQLObjectType({ ...type.toConfig(), description: undefined, interfaces: [] });
  return `extend ${printType(bare)}`;
}

import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Composition } from '@phoihop/platform/engine';

type EntityPlan = Composition['readModel']['plans'] extends ReadonlyMap<string, infer Plan> ? Plan : never;

/** The unified schema as a generator needs to know it. */
export class Graph {
  readonly schema: GraphQLSchema;
  /** `Type.field` of everything a query can reach, without introspection. */
  readonly fields: readonly string[];

  constructor(readonly composition: Composition) {
    this.schema = composition.schema;
    this.fields = reachedFields(this.schema);
  }

  /** The type of object whose rows a page holds; undefined for what is no page. */
  rowTypeOfPage(type: GraphQLNamedType): GraphQLObjectType | undefined {
    const row = this.composition.owners.pages.get(type.name);
    return row !== undefined && type.name === `${row}Connection`
      ? (this.schema.getType(row) as GraphQLObjectType)
      : undefined;
  }

  /** Whether objects of a type are rows: not the page, the edge or the root they hang on. */
  isRow(type: GraphQLNamedType): boolean {
    return isObjectType(type) && !this.composition.owners.pages.has(type.name) && !structure.has(type.name);
  }

  /** What the platform reads a field by, where it reads it by itself. */
  declared(coordinate: string) {
    const declared = this.composition.declared.get(coordinate);
    if (declared?.kind === 'list') return declared.read;
    return declared?.kind === 'many' ? declared.relation : undefined;
  }

  /** How a type of object is stored, where it is. */
  planOf(type: string): EntityPlan | undefined {
    const entity = this.composition.entityOfType.get(type);
    return entity === undefined ? undefined : this.composition.readModel.plans.get(entity);
  }

  /** The GraphQL type of the rows a stored property refers to. */
  referenceOf(type: string, property: string): string | undefined {
    const key = this.planOf(type)?.columns.get(property)?.references;
    return key === undefined ? undefined : this.composition.readModel.plans.get(key)?.typeName;
  }
}

const structure = new Set(['Query', 'PageInfo']);

function reachedFields(schema: GraphQLSchema): string[] {
  const coordinates: string[] = [];
  const met = new Set<GraphQLNamedType>([schema.getQueryType()!]);
  const follow = (field: GraphQLField<unknown, unknown>): void => {
    const inner = getNamedType(field.type);
    if (isCompositeType(inner)) met.add(inner);
  };
  // A set grows while it is walked through, and takes each type once.
  for (const type of met) {
    if (isInterfaceType(type)) for (const possible of schema.getPossibleTypes(type)) met.add(possible);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      coordinates.push(`${type.name}.${field.name}`);
      follow(field);
    }
  }
  return coordinates.sort();
}

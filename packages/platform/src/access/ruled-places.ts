import {
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** A field of an object type: each has a rule. */
export interface RuledField {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly type: string;
  readonly name: string;
  readonly nonNull: boolean;
}

/** What a client can name in an argument. */
export interface RuledInput {
  /** `Input.field`, `Type.field(argument)` or `Enum.VALUE`. */
  readonly coordinate: string;
  /** The type or field that owns it. */
  readonly within: string;
}

/** Everything of a schema that a rule can be about, in the schema’s order. */
export interface RuledPlaces {
  readonly fields: readonly RuledField[];
  readonly inputs: readonly RuledInput[];
}

/** Kept for each schema: whoever tries what a change of a rule does covers the same schema a thousand times. */
export function ruledPlaces(schema: GraphQLSchema): RuledPlaces {
  const known = placesOf.get(schema);
  if (known) return known;
  const types = Object.values(schema.getTypeMap());
  const places = { fields: types.flatMap(fieldsOf), inputs: types.flatMap(inputsOf) };
  placesOf.set(schema, places);
  return places;
}
const placesOf = new WeakMap<GraphQLSchema, RuledPlaces>();

function fieldsOf(type: GraphQLNamedType): RuledField[] {
  if (!isObjectType(type) || type.name.startsWith('__')) return [];
  return Object.values(type.getFields()).map((field) => ({
    coordinate: `${type.name}.${field.name}`,
    type: type.name,
    name: field.name,
    nonNull: isNonNullType(field.type),
  }));
}

function inputsOf(type: GraphQLNamedType): RuledInput[] {
  const inside = (name: string) => ({ coordinate: `${type.name}.${name}`, within: type.name });
  if (isEnumType(type)) return type.getValues().map(({ name }) => inside(name));
  if (isInputObjectType(type)) return Object.keys(type.getFields()).map(inside);
  if (!isObjectType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) =>
    args.map((argument) => ({
      coordinate: `${type.name}.${name}(${argument.name})`,
      within: `${type.name}.${name}`,
    })),
  );
}

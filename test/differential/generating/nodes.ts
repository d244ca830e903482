import {
  Kind,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
  type NameNode,
  type ValueNode,
} from 'graphql';

export const name = (value: string): NameNode => ({ kind: Kind.NAME, value });

/** A value as JSON has it, written as a literal of its type: an enum value is a name, not a text. */
export function literal(value: unknown, given: GraphQLInputType): ValueNode {
  if (value === null) return { kind: Kind.NULL };
  const type = getNullableType(given);
  if (isListType(type)) {
    // A single value stands for a list of one (October 2021 specification, 3.11).
    return Array.isArray(value)
      ? { kind: Kind.LIST, values: value.map((one) => literal(one, type.ofType as GraphQLInputType)) }
      : literal(value, type.ofType as GraphQLInputType);
  }
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    return {
      kind: Kind.OBJECT,
      fields: Object.entries(value as Record<string, unknown>).map(([key, one]) => ({
        kind: Kind.OBJECT_FIELD,
        name: name(key),
        value: literal(one, fields[key]!.type),
      })),
    };
  }
  if (isEnumType(type)) return { kind: Kind.ENUM, value: String(value) };
  if (typeof value === 'boolean') return { kind: Kind.BOOLEAN, value };
  if (typeof value === 'number')
    return { kind: Number.isInteger(value) ? Kind.INT : Kind.FLOAT, value: String(value) };
  return { kind: Kind.STRING, value: String(value) };
}

import {
  buildClientSchema,
  introspectionFromSchema,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';

/**
 * The schema again, with other descriptions, for introspection only: what a documentation page shows to a reader of
 * another language. Names and types are the same; nothing can be executed on it.
 * @param descriptions By schema coordinate; what is missing keeps its English.
 */
export function describeIn(schema: GraphQLSchema, descriptions: ReadonlyMap<string, string>): GraphQLSchema {
  const introspection = introspectionFromSchema(schema) as Mutable<IntrospectionQuery>;
  const translate = (coordinate: string, element: { description?: string | null }): void => {
    const text = descriptions.get(coordinate);
    if (text) element.description = text;
  };
  for (const type of introspection.__schema.types) {
    translate(type.name, type);
    if (type.kind === 'ENUM')
      for (const value of type.enumValues) translate(`${type.name}.${value.name}`, value);
    if (type.kind === 'INPUT_OBJECT')
      for (const field of type.inputFields) translate(`${type.name}.${field.name}`, field);
    if (type.kind === 'OBJECT' || type.kind === 'INTERFACE') {
      for (const field of type.fields) {
        translate(`${type.name}.${field.name}`, field);
        for (const argument of field.args)
          translate(`${type.name}.${field.name}(${argument.name})`, argument);
      }
    }
  }
  return buildClientSchema(introspection as IntrospectionQuery);
}

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

import {
  getNamedType,
  isEnumType,
  isInputType,
  typeFromAST,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/**
 * What of a request's variables the text of a statement may depend on: which are there, which are null, flags (for
 * `@skip` and `@include`) and enum values (for orders). Two requests of one shape have one plan.
 * @param variables Coerced.
 */
export function shapeOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): string {
  return variableDefinitions
    .map(({ variable, type }) => {
      const value = variables[variable.name.value];
      const named = typeFromAST(schema, type as never);
      const isEnum = isInputType(named) && isEnumType(getNamedType(named));
      return isEnum && value !== undefined ? JSON.stringify(value) : shapeOfValue(value);
    })
    .join(';');
}

function shapeOfValue(value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return '0';
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (typeof value !== 'object' || Array.isArray(value)) return '1';
  const inner = Object.entries(value).map(([key, item]) => `${key}:${shapeOfValue(item)}`);
  return `{${inner.sort().join(',')}}`;
}

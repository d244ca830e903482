import {
  coerceInputValue,
  getNullableType,
  getVariableValues,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { inWords, ProblemError } from '../contract/problem.js';
import { allowedBy, allowedFields } from './allowed-value.js';
import { givenValue, mayHoldSecret } from './given-value.js';

/** How many mistakes are told at once: a list of a thousand wrong rows needs no thousand messages. */
const mostProblems = 10;

/**
 * The variables as the executor will see them, or what is wrong with them: graphql-js's own messages would repeat any
 * value, a password in the wrong place among them. Ours name the place, the value where it can be no secret, and what
 * is allowed.
 * @param schemaHidden Whether clients may not learn what the schema has.
 */
export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
  schemaHidden = false,
): { values: Record<string, unknown> } | { problems: ProblemError[] } {
  const definitions = operation.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, definitions, given, { maxErrors: 1 });
  if (coerced) return { values: coerced };
  const problems = definitions.flatMap(({ variable, type: node, defaultValue }) => {
    const name = variable.name.value;
    const type = typeFromAST(schema, node);
    if (!isInputType(type)) return [];
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (value === undefined && (defaultValue || !isNonNullType(type))) return [];
    return problemsOf(name, type, value, schemaHidden);
  });
  return { problems: problems.slice(0, mostProblems) };
}

function problemsOf(
  name: string,
  type: GraphQLInputType,
  value: unknown,
  schemaHidden: boolean,
): ProblemError[] {
  const problems: ProblemError[] = [];
  coerceInputValue(value, type, (path, found, error) => {
    const missing = /^Field "(\w+)" of required type/.exec(error.message)?.[1];
    const unknown = /^Field "(\w+)" is not defined by type/.exec(error.message)?.[1];
    const at = [...path, ...((missing ?? unknown) ? [(missing ?? unknown)!.slice(0, 80)] : [])];
    const inside = typeAt(type, path) ?? type;
    const wanted = unknown ? inside : (typeAt(type, at) ?? type);
    problems.push(
      new ProblemError('BAD_USER_INPUT', {
        field: written(name, at),
        given: unknown
          ? inWords({ vi: 'trường không có', en: 'unknown field' })
          : givenValue(missing ? undefined : found, wanted, mayBeSecret(name, type, path)),
        allowed: unknown ? allowedFields(inside, schemaHidden) : allowedBy(error, wanted, schemaHidden),
      }),
    );
  });
  return problems;
}

/** Whether the variable, or any input on the way to the place, has to do with a secret. */
const mayBeSecret = (name: string, type: GraphQLInputType, path: readonly (string | number)[]): boolean =>
  mayHoldSecret(name) ||
  [...path, ''].some((key, depth) => mayHoldSecret(String(key), typeAt(type, path.slice(0, depth))));

/** `input.rows[2].value`. */
const written = (name: string, path: readonly (string | number)[]): string =>
  path.reduce<string>((text, key) => text + (typeof key === 'number' ? `[${key}]` : `.${key}`), name);

function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return type;
  const nullable = getNullableType(type);
  if (isListType(nullable))
    return typeAt(nullable.ofType as GraphQLInputType, typeof key === 'number' ? rest : path);
  const field = isInputObjectType(nullable) ? nullable.getFields()[key] : undefined;
  return field && typeAt(field.type, rest);
}
